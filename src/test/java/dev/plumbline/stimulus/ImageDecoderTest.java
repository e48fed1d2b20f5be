package dev.plumbline.stimulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Oracle;
import dev.plumbline.core.PlumblineException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults());

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "gen_jpeg_cmyk, jpg, 0",
    "gen_jpeg_exif6, jpg, 0",
    "jpeg_exact224, jpeg, 0",
    "webp_lossy, webp, 0"
  })
  void agreesWithTheReferenceDecoder(String name, String suffix, int tolerance) {
    RgbImage expected = decoder.decode(Oracle.path("preprocess/decoded/" + name + ".png"));
    RgbImage actual = decoder.decode(Oracle.path("preprocess/images/" + name + "." + suffix));
    assertEquals(expected.width(), actual.width());
    assertTrue(
        largestDifference(expected.rgb(), actual.rgb()) <= tolerance,
        () -> "differs by " + largestDifference(expected.rgb(), actual.rgb()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truncated.png",
        "empty.png",
        "text.jpg",
        "html.png",
        "zero_size.png",
        "bad_chunk_type.png",
        "cut_late.jpg"
      })
  void refusesDamagedFilesInOneSentenceThatNamesThem(String name) {
    Path file = Oracle.path("preprocess/bad/" + name);
    String message = message(file);
    assertTrue(message.contains(file.toString()), message);
    assertEquals(1, message.lines().count());
    assertTrue(message.endsWith("."), message);
  }

  @Test
  void refusesAWebpThatWasCut() throws IOException {
    byte[] whole = Files.readAllBytes(Oracle.path("preprocess/images/webp_lossy.webp"));
    for (int share = 1; share < 20; share++) {
      Path file = folder.resolve(share + ".webp");
      Files.write(file, Arrays.copyOf(whole, whole.length * share / 20));
      assertTrue(message(file).contains(file.toString()));
    }
  }

  @Test
  void takesTheFormatFromTheContent() {
    RgbImage image = decoder.decode(Oracle.path("preprocess/bad/png_named_jpg.jpg"));
    assertEquals(200, image.width());
    assertEquals(200, image.height());
  }

  @Test
  void keepsTheStoredGray() throws IOException {
    BufferedImage gray = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setPixels(0, 0, 3, 2, new int[] {0, 1, 124, 200, 254, 255});
    byte[] expected = {0, 0, 0, 1, 1, 1, 124, 124, 124};
    RgbImage image = decoder.decode(save(gray, "png"));
    assertArrayEquals(expected, Arrays.copyOf(image.rgb(), 9));
    assertEquals(255, image.value(2, 1, 1));
  }

  @Test
  void roundsSixteenBitGray() throws IOException {
    BufferedImage gray = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    gray.getRaster().setPixels(0, 0, 3, 1, new int[] {128, 129, 65535});
    RgbImage image = decoder.decode(save(gray, "png"));
    assertEquals(0, image.value(0, 0, 0));
    assertEquals(1, image.value(1, 0, 0));
    assertEquals(255, image.value(2, 0, 2));
  }

  @Test
  void dropsAlphaWithoutBlending() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x00102030);
    assertArrayEquals(new byte[] {0x10, 0x20, 0x30}, decoder.decode(save(image, "png")).rgb());
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
  void readsBackWhatALosslessWriterWrote(String format) throws IOException {
    boolean palette = format.equals("gif");
    int type = palette ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage image = new BufferedImage(5, 3, type);
    image.setRGB(4, 2, 0xff0000);
    image.setRGB(0, 1, 0x00ff00);
    RgbImage decoded = decoder.decode(save(image, format));
    assertEquals(5, decoded.width());
    assertEquals(255, decoded.value(4, 2, 0));
    assertEquals(0, decoded.value(4, 2, 1));
    assertEquals(255, decoded.value(0, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "jpg", "tiff"})
  void refusesEveryFileThatWasCut(String format) throws IOException {
    BufferedImage image = noise(40, 30);
    byte[] whole = bytes(image, format);
    for (int share = 1; share < 20; share++) {
      Path file = folder.resolve(share + "." + format);
      Files.write(file, Arrays.copyOf(whole, whole.length * share / 20));
      assertTrue(message(file).contains(file.toString()));
    }
  }

  @Test
  void refusesWhatExceedsTheLimits() throws IOException {
    Path file = save(noise(40, 30), "png");
    ImageDecoder fewPixels = new ImageDecoder(new ImageLimits(1000, 1_000_000));
    String message =
        assertThrows(PlumblineException.class, () -> fewPixels.decode(file)).getMessage();
    assertTrue(message.contains("40 × 30 pixels exceed the limit of 1000"), message);
    ImageDecoder fewBytes = new ImageDecoder(new ImageLimits(1_000_000, 100));
    message = assertThrows(PlumblineException.class, () -> fewBytes.decode(file)).getMessage();
    assertTrue(message.contains("larger than the limit of 100 bytes"), message);
  }

  @Test
  void listsImagesByNameAndLeavesTheRest() throws IOException {
    for (String name : new String[] {"b.png", "a.JPG", ".c.png", "notes.txt", "B.webp"}) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("d.png"));
    assertEquals(
        "[B.webp, a.JPG, b.png]",
        ImageFolder.list(folder).stream().map(Path::getFileName).toList().toString());
    Path missing = folder.resolve("none");
    assertThrows(PlumblineException.class, () -> ImageFolder.list(missing));
    assertThrows(PlumblineException.class, () -> ImageFolder.list(folder.resolve("d.png")));
  }

  private String message(Path file) {
    return assertThrows(PlumblineException.class, () -> decoder.decode(file)).getMessage();
  }

  private Path save(BufferedImage image, String format) throws IOException {
    return Files.write(folder.resolve("image." + format), bytes(image, format));
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out));
    return out.toByteArray();
  }

  private static BufferedImage noise(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return image;
  }

  private static int largestDifference(byte[] a, byte[] b) {
    int largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((a[i] & 0xff) - (b[i] & 0xff)));
    }
    return largest;
  }
}
