package dev.plumbline.stimulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures of every kind but JPEG (see [JpegCodecTest]) against Pillow.
class PictureKindsTest {
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults());

  @TempDir private Path folder;

  static List<Path> pictures() {
    return Stream.of("png", "bmp", "gif", "webp", "tiff")
        .flatMap(format -> Pictures.of(format).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void agreesWithPillowInEveryPixel(Path picture) {
    RgbImage expected = Pictures.expected(picture);
    RgbImage actual = decoder.decode(picture);
    assertEquals(expected.width(), actual.width());
    assertArrayEquals(expected.rgb(), actual.rgb(), () -> compared(expected, actual));
  }

  /// Pillow reads neither the colours nor the samples of these as 8-bit RGB in a way to rely on.
  @ParameterizedTest
  @CsvSource({
    "262, 8, photometric interpretation 8",
    "258, 32, samples have 32 bits",
    "259, 50000, Zstandard"
  })
  void refusesTiffWithoutAnAgreedMeaning(int tag, int value, String reason) throws IOException {
    byte[] content = Files.readAllBytes(Pictures.of("tiff", "gray8"));
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int directory = bytes.getInt(4);
    for (int i = 0; i < bytes.getShort(directory); i++) {
      int entry = directory + 2 + 12 * i;
      if (bytes.getShort(entry) == tag) {
        bytes.putShort(entry + 8, (short) value);
      }
    }
    Path file = Files.write(folder.resolve("changed.tiff"), content);
    String message =
        assertThrows(PlumblineException.class, () -> decoder.decode(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    assertTrue(message.contains(reason), message);
  }

  @Test
  void refusesSixteenBitDifferencesOfTiff() {
    Path file = Pictures.of("refused").getFirst();
    String message =
        assertThrows(PlumblineException.class, () -> decoder.decode(file)).getMessage();
    assertTrue(message.endsWith("save it without a predictor."), message);
  }

  private static String compared(RgbImage expected, RgbImage actual) {
    int different = 0;
    int largest = 0;
    for (int i = 0; i < expected.rgb().length; i++) {
      int difference = Math.abs((expected.rgb()[i] & 0xff) - (actual.rgb()[i] & 0xff));
      different += difference > 0 ? 1 : 0;
      largest = Math.max(largest, difference);
    }
    return "%d of %d samples differ, by up to %d"
        .formatted(different, expected.rgb().length, largest);
  }
}
