package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.Multiplicity;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jfree.svg.SVGGraphics2D;
import org.junit.jupiter.api.Test;

class BiasHeatMapTest {
  private static final ChartStyle STYLE = FigureGallery.style(ChartTheme.light(), Locale.ENGLISH);
  private static final List<ModelFacts> MODELS = SampleFigures.models(SampleFigures.DATASETS);
  private static final List<BiasRow> ROWS = SampleFigures.bias(MODELS);
  private static final Pattern NUMBER = Pattern.compile(">[+−]?\\d\\.\\d\\d?<");

  @Test
  void everyMeasuredCellHasItsNumberInTheCardOfA1280By800Window() {
    long measured = ROWS.stream().filter(row -> row.d().isPresent()).count();
    String drawing = drawn(BiasHeatMap.of(ROWS, MODELS, STYLE), 540, 470);
    assertEquals(measured, NUMBER.matcher(drawing).results().count());
    assertFalse(drawing.contains("no room for numbers"));
  }

  @Test
  void whereNumbersDoNotFitALineSaysSo() {
    String drawing = drawn(BiasHeatMap.of(ROWS, MODELS, STYLE), 300, 260);
    assertEquals(0, NUMBER.matcher(drawing).results().count());
    assertTrue(drawing.contains("no room for numbers"));
  }

  @Test
  void subtitleNamesStimuliIntervalProcedureAndAdjustment() {
    String holm =
        BiasHeatMap.of(Multiplicity.HOLM.adjust(ROWS), MODELS, Multiplicity.HOLM, STYLE).subtitle();
    assertTrue(holm.contains("n = "), holm);
    assertTrue(holm.contains("95 % interval: "), holm);
    assertTrue(holm.contains("p from 100,000 permutations"), holm);
    assertTrue(holm.contains("Holm"), holm);
    assertTrue(BiasHeatMap.of(ROWS, MODELS, STYLE).subtitle().contains("Benjamini–Hochberg"));
  }

  private static String drawn(Figure figure, int width, int height) {
    SVGGraphics2D drawing = new SVGGraphics2D(width, height);
    figure.chart().draw(drawing, new Rectangle2D.Double(0, 0, width, height));
    return drawing.getSVGElement();
  }
}
