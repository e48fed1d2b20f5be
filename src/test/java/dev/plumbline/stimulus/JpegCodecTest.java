package dev.plumbline.stimulus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class JpegCodecTest {
  private static final ImageLimits LIMITS = ImageLimits.defaults();

  static List<Path> pictures() {
    return Pictures.of("jpeg");
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void agreesWithPillowInEveryPixel(Path picture) throws IOException {
    RgbImage expected = Pictures.expected(picture);
    RgbImage actual = JpegCodec.decode(Files.readAllBytes(picture), LIMITS);
    assertEquals(expected.width(), actual.width());
    assertArrayEquals(expected.rgb(), actual.rgb());
  }

  @Test
  void decodesByTheFastLibraryWhereThePlatformHasIt() throws IOException {
    Optional<TurboJpeg> turbo = TurboJpeg.instance();
    assumeTrue(turbo.isPresent(), "no libjpeg-turbo for this platform");
    for (Path picture : pictures()) {
      JpegHeader header = JpegHeader.read(Files.readAllBytes(picture));
      boolean expected = header.components() < 4;
      assertTrue(
          !expected || turbo.get().decode(header.cleaned()).isPresent(), () -> picture + " is not");
    }
  }

  /// The JDK carries the libjpeg of 1998, an implementation of its own.
  @Test
  void bothDecodersAgreeOnRandomPictures() throws IOException {
    Optional<TurboJpeg> turbo = TurboJpeg.instance();
    assumeTrue(turbo.isPresent(), "no libjpeg-turbo for this platform");
    Random random = new Random(20260101);
    int[][] samplings = {{1, 1}, {2, 1}, {2, 2}};
    for (int round = 0; round < 120; round++) {
      int width = 1 + random.nextInt(70);
      int height = 1 + random.nextInt(70);
      boolean gray = random.nextInt(4) == 0;
      int[] sampling = samplings[random.nextInt(3)];
      float quality = 0.05f + 0.95f * random.nextFloat();
      byte[] file =
          encode(noise(random, width, height, gray), sampling, quality, random.nextBoolean());
      JpegHeader header = JpegHeader.read(file);
      RgbImage expected = JpegCodec.decodeByJdk(header);
      RgbImage actual = turbo.get().decode(header.cleaned()).orElseThrow();
      assertArrayEquals(
          expected.rgb(),
          actual.rgb(),
          "%d × %d, sampling %d × %d, quality %.2f, gray %b"
              .formatted(width, height, sampling[0], sampling[1], quality, gray));
    }
  }

  private static BufferedImage noise(Random random, int width, int height, boolean gray) {
    BufferedImage image =
        new BufferedImage(
            width, height, gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    int bands = gray ? 1 : 3;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < bands; band++) {
          double wave = 128 + 90 * Math.sin(x / 5.0 + band) * Math.cos(y / 7.0);
          int value = (int) Math.clamp(wave + 25 * random.nextGaussian(), 0, 255);
          image.getRaster().setSample(x, y, band, value);
        }
      }
    }
    return image;
  }

  private static byte[] encode(
      BufferedImage image, int[] sampling, float quality, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality);
    param.setProgressiveMode(
        progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
    if (image.getRaster().getNumBands() == 3) {
      String format = "javax_imageio_jpeg_image_1.0";
      IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
      Element luma = (Element) root.getElementsByTagName("componentSpec").item(0);
      luma.setAttribute("HsamplingFactor", Integer.toString(sampling[0]));
      luma.setAttribute("VsamplingFactor", Integer.toString(sampling[1]));
      metadata.setFromTree(format, root);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
