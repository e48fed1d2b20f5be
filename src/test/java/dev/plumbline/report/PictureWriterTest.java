package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PictureWriterTest {
  static java.util.stream.Stream<Figure> every() {
    ChartStyle style = FigureGallery.style(ChartTheme.light(), Locale.ENGLISH);
    return FigureGallery.figures().values().stream().map(factory -> factory.apply(style));
  }

  @ParameterizedTest
  @MethodSource("every")
  void svgIsWellFormedItsTextIsTextAndItIsTheSameTwice(Figure figure) throws Exception {
    SvgWriter writer = new SvgWriter(640, 420);
    String document = writer.document(figure);
    var builder = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
    Document parsed =
        builder.parse(
            new ByteArrayInputStream(document.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    NodeList texts = parsed.getElementsByTagName("text");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < texts.getLength(); i++) {
      all.append(texts.item(i).getTextContent()).append(' ');
    }
    assertTrue(all.toString().contains(figure.title()), all.toString());
    assertEquals(document, writer.document(figure));
  }

  @Test
  void pngHasTheSizeTimesTheScale() throws IOException {
    Figure figure = every().findFirst().orElseThrow();
    var image = ImageIO.read(new ByteArrayInputStream(new PngWriter(400, 250, 3).bytes(figure)));
    assertEquals(1200, image.getWidth());
    assertEquals(750, image.getHeight());
    assertEquals(ChartTheme.light().card().getRGB(), image.getRGB(2, 2));
  }

  @Test
  void aFileThatCannotBeWrittenIsToldInOneSentence(@TempDir Path folder) {
    Figure figure = every().findFirst().orElseThrow();
    Path file = folder.resolve("missing").resolve("x.png");
    var failure =
        assertThrows(
            PlumblineException.class, () -> new PngWriter(400, 250, 1).write(file, figure));
    assertTrue(failure.getMessage().contains("x.png"));
  }
}
