package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
  private final Font font = new Font(Font.DIALOG, Font.PLAIN, 12);
  private final FontRenderContext context = new FontRenderContext(null, true, true);

  @Test
  void japaneseNamesBreakBetweenTheirWords() {
    assertEquals(List.of("トルヴァン人／", "ベルマー人・職場"), lines("トルヴァン人／ベルマー人・職場", wide("ベルマー人・職場") + 2, 2));
  }

  @Test
  void aLongWordIsBrokenWhereNothingElseHelps() {
    double room = wide("ベルマー") + 2;
    List<String> lines = lines("トルヴァンベルマー", room, 3);
    assertEquals("トルヴァンベルマー", String.join("", lines));
    assertTrue(lines.stream().allMatch(line -> wide(line) <= room));
  }

  @Test
  void whatDoesNotFitEndsInAnEllipsis() {
    List<String> lines = lines("instruments and weapons", wide("instru…") + 1, 1);
    assertEquals(1, lines.size());
    assertTrue(lines.getFirst().endsWith("…"));
    assertTrue(wide(lines.getFirst()) <= wide("instru…") + 1);
  }

  private List<String> lines(String text, double width, int most) {
    return TextLines.wrap(text, font, width, most, context);
  }

  private double wide(String text) {
    return TextLines.wide(text, font, context);
  }
}
