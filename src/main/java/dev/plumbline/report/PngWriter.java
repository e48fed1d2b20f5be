package dev.plumbline.report;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.PlumblineException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Writes figures as PNG, title and subtitle included.
///
/// @param width width in points
/// @param height height in points
/// @param scale pixels a point, 1 to 4
public record PngWriter(int width, int height, int scale) {
  public PngWriter {
    Arguments.check(width > 0 && height > 0, "a picture needs a size");
    Arguments.check(scale >= 1 && scale <= 4, "scale must lie between 1 and 4");
  }

  /// The picture.
  public BufferedImage image(Figure figure) {
    BufferedImage image =
        new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    try {
      g2.scale(scale, scale);
      new FigurePainter(figure).paint(g2, width, height);
    } finally {
      g2.dispose();
    }
    return image;
  }

  /// The bytes of the file.
  public byte[] bytes(Figure figure) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image(figure), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// Writes the file.
  ///
  /// @throws PlumblineException if it cannot be written
  public void write(Path file, Figure figure) {
    try {
      Files.write(file, bytes(figure));
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + file + ": check the folder and its permissions.", e);
    }
  }
}
