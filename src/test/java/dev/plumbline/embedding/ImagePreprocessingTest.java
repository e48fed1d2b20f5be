package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Oracle;
import dev.plumbline.stimulus.ImageDecoder;
import dev.plumbline.stimulus.ImageLimits;
import dev.plumbline.stimulus.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePreprocessingTest {
  private static final int NPY_HEADER = 128;

  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gen_bmp.bmp", "gen_gif_2frames.gif", "gen_jpeg_cmyk.jpg", "gen_jpeg_exif6.jpg",
        "gen_png_1x1.png", "gen_png_3x5.png", "gen_png_bilevel.png", "gen_png_gray16.png",
        "gen_png_noise.png", "gen_png_rgba.png", "gen_webp_lossless.webp", "jpeg_exact224.jpeg",
        "png_cifar32.png", "png_palette_real.png", "webp_lossy.webp"
      })
  void givesTheReferencePixelsAndValues(String file) throws IOException {
    RgbImage image = decoder.decode(Oracle.path("preprocess/images/" + file));
    compare(ImagePreprocessing.clip(224, 224), image, "shortest224", file);
    compare(ImagePreprocessing.siglip(256, 256), image, "squash256", file);
  }

  private void compare(ImagePreprocessing preprocessing, RgbImage image, String folder, String file)
      throws IOException {
    String stem = folder + "/" + file.substring(0, file.lastIndexOf('.'));
    Path colour = Oracle.path("preprocess").resolve(stem + ".rgb_first.png");
    String kind = Files.exists(colour) ? ".rgb_first" : "";
    RgbImage expected = decoder.decode(Oracle.path("preprocess/" + stem + kind + ".png"));
    assertArrayEquals(expected.rgb(), preprocessing.fit(image).rgb(), stem);
    float[] values =
        npy(Oracle.path("preprocess/" + stem + kind + ".npy.gz"), preprocessing.values());
    assertArrayEquals(values, preprocessing.apply(image).row(0), 3e-7f, stem);
  }

  private static float[] npy(Path file, int count) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      byte[] bytes = in.readAllBytes();
      assertEquals(NPY_HEADER + 4 * count, bytes.length);
      float[] values = new float[count];
      ByteBuffer.wrap(bytes, NPY_HEADER, 4 * count)
          .slice()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
      return values;
    }
  }

  @Test
  void resizingAPartIsCuttingItOutOfTheWhole() {
    RgbImage image = ramp(97, 61);
    for (Interpolation filter : Interpolation.values()) {
      PillowResampler resampler = new PillowResampler(filter);
      RgbImage whole = resampler.resize(image, 50, 40);
      RgbImage part = resampler.resize(image, 50, 40, 7, 11, 20, 13);
      for (int y = 0; y < 13; y++) {
        for (int x = 0; x < 20; x++) {
          assertEquals(whole.value(x + 7, y + 11, 1), part.value(x, y, 1));
        }
      }
    }
  }

  @Test
  void aConstantPictureStaysConstantAtAnySize() {
    byte[] pixels = new byte[3 * 31 * 17];
    Arrays.fill(pixels, (byte) 200);
    RgbImage image = new RgbImage(31, 17, pixels);
    for (Interpolation filter : Interpolation.values()) {
      for (byte value : new PillowResampler(filter).resize(image, 8, 90).rgb()) {
        assertEquals((byte) 200, value);
      }
    }
  }

  @Test
  void longestEdgeFillsTheRest() {
    ImagePreprocessing longest =
        new ImagePreprocessing(
            ResizeMode.LONGEST,
            32,
            32,
            32,
            32,
            Interpolation.BICUBIC,
            ImagePreprocessing.CLIP_MEAN,
            ImagePreprocessing.CLIP_STD,
            7);
    RgbImage fitted = longest.fit(ramp(64, 32));
    assertEquals(7, fitted.value(5, 0, 0));
    assertEquals(7, fitted.value(5, 31, 2));
    assertEquals(ramp(64, 32).value(0, 0, 2), fitted.value(0, 8, 2), 6);
  }

  @Test
  void aVeryLongPictureKeepsItsMiddle() {
    RgbImage fitted = ImagePreprocessing.clip(16, 16).fit(ramp(400, 3));
    assertEquals(16, fitted.width());
    assertTrue(fitted.value(0, 0, 0) < fitted.value(15, 0, 0));
  }

  @Test
  void readsWhatTheOracleModelShips() {
    ImagePreprocessing read =
        PreprocessingReader.read(Oracle.path("clip-tokenizer/preprocessor_config.json"));
    assertEquals(ImagePreprocessing.clip(224, 224), read);
    assertEquals(List.of(0.48145466, 0.4578275, 0.40821073), read.mean());
  }

  /// Red grows to the right, green downwards.
  private static RgbImage ramp(int width, int height) {
    byte[] pixels = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[3 * (y * width + x)] = (byte) (255 * x / width);
        pixels[3 * (y * width + x) + 1] = (byte) (255 * y / height);
        pixels[3 * (y * width + x) + 2] = (byte) 90;
      }
    }
    return new RgbImage(width, height, pixels);
  }
}
