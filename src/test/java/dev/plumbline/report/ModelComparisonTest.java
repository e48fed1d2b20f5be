package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
  private static Figure comparison(Locale locale) {
    return FigureGallery.figures()
        .get("comparison")
        .apply(FigureGallery.style(ChartTheme.light(), locale));
  }

  private static String drawn(Figure figure, int width, int height) {
    SVGGraphics2D drawing = new SVGGraphics2D(width, height);
    figure.chart().draw(drawing, new Rectangle2D.Double(0, 0, width, height));
    return drawing.getSVGElement();
  }

  @Test
  void aTestInSeveralOrdersIsAHeadingThatIsWrittenOnceAndNotCut() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      Figure figure = comparison(locale);
      String svg = drawn(figure, 393, 520);
      assertFalse(svg.contains("…"), svg);
      List<String> whole = ((NativeChart.Bars) figure.nativeChart()).grid().categories();
      for (String name : whole) {
        String test = name.substring(0, name.lastIndexOf(" · "));
        assertEquals(2, svg.split(java.util.regex.Pattern.quote(">" + test + "<")).length, test);
      }
    }
  }

  @Test
  void orderAndMarksOfThePairsStay() {
    ComparedRows rows =
        new ComparedRows(
            List.of(
                new ComparedRows.Name("a", "images"),
                new ComparedRows.Name("a", "texts"),
                new ComparedRows.Name("b", "texts")));
    assertEquals(List.of("a", "", "", ""), rows.headings());
    assertEquals(List.of("", "1", "2", "3"), rows.beside(List.of("1", "2", "3")));
    Figure figure = comparison(Locale.ENGLISH);
    int pairs = figure.table().rows().size();
    assertTrue(pairs > 4);
    MarkGrid grid = ((NativeChart.Bars) figure.nativeChart()).grid();
    assertEquals(pairs, grid.categories().size(), "slides have no rows of headings");
  }
}
