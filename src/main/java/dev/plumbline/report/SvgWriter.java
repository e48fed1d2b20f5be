package dev.plumbline.report;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jfree.svg.SVGGraphics2D;

/// Writes figures as SVG, title and subtitle included. Text stays text; coordinates have two
/// decimals.
///
/// @param width width in points
/// @param height height in points
public record SvgWriter(int width, int height) {
  public SvgWriter {
    Arguments.check(width > 0 && height > 0, "a picture needs a size");
  }

  /// The document.
  public String document(Figure figure) {
    SVGGraphics2D g2 = new SVGGraphics2D(width, height);
    g2.setGeomDoubleConverter(SvgWriter::shortest);
    g2.setTransformDoubleConverter(SvgWriter::shortest);
    g2.setDefsKeyPrefix(figure.id() + "-"); // else a clock's, and no two files are equal
    g2.setFontFunction(family -> "\"" + family + "\", sans-serif");
    new FigurePainter(figure).paint(g2, width, height);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + g2.getSVGElement(figure.id());
  }

  private static String shortest(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    if (text.charAt(end - 1) == '.') {
      end--;
    }
    String brief = text.substring(0, end);
    return brief.equals("-0") ? "0" : brief;
  }

  /// Writes the file.
  ///
  /// @throws PlumblineException if it cannot be written
  public void write(Path file, Figure figure) {
    try {
      Files.writeString(file, document(figure), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + file + ": check the folder and its permissions.", e);
    }
  }
}
