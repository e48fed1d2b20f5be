package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.core.JsonTree;
import dev.plumbline.stimulus.RgbImage;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way of fitting a picture against Pillow: the pixels bit for bit (by CRC-32), the values to
/// float32. The figures and what made them lie in `src/test/resources/preprocessing`.
class PreprocessingFiguresTest {
  static Stream<JsonTree> figures() throws URISyntaxException {
    Path file =
        Path.of(PreprocessingFiguresTest.class.getResource("/preprocessing/figures.json").toURI());
    return JsonTree.read(file).items().stream();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void fitsAsPillowDoes(JsonTree figure) {
    ImagePreprocessing preprocessing = preprocessing(figure);
    RgbImage picture = picture(figure.get("width").integer(), figure.get("height").integer());
    CRC32 crc = new CRC32();
    crc.update(preprocessing.fit(picture).rgb());
    assertEquals((long) figure.get("crc").number(), crc.getValue(), preprocessing.toString());
    float[] values = preprocessing.apply(picture).row(0);
    for (JsonTree value : figure.get("values").items()) {
      List<JsonTree> place = value.items();
      int row = place.get(0).integer() * preprocessing.height() + place.get(1).integer();
      int at = row * preprocessing.width() + place.get(2).integer();
      assertEquals(place.get(3).number(), values[at], 1e-6);
    }
  }

  private static ImagePreprocessing preprocessing(JsonTree figure) {
    int height = figure.get("size").items().get(0).integer();
    int width = figure.get("size").items().get(1).integer();
    return new ImagePreprocessing(
        ResizeMode.valueOf(figure.get("mode").text().toUpperCase(Locale.ROOT)),
        width,
        height,
        width,
        height,
        Interpolation.ofName(figure.get("filter").text()).orElseThrow(),
        numbers(figure.get("mean")),
        numbers(figure.get("std")),
        figure.get("fill").integer());
  }

  private static List<Double> numbers(JsonTree tree) {
    return tree.items().stream().map(JsonTree::number).toList();
  }

  private static RgbImage picture(int width, int height) {
    byte[] pixels = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        pixels[at] = (byte) (7 * x + 13 * y);
        pixels[at + 1] = (byte) (x * y);
        pixels[at + 2] = (byte) (255 * x / width + 3 * y);
      }
    }
    return new RgbImage(width, height, pixels);
  }
}
