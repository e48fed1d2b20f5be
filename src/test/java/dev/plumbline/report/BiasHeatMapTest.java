package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.Multiplicity;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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
        BiasHeatMap.of(
                new BiasHeatMap.Content(
                    Multiplicity.HOLM.adjust(ROWS), MODELS, List.of(), Multiplicity.HOLM, false),
                STYLE)
            .subtitle();
    assertTrue(holm.contains("n = "), holm);
    assertTrue(holm.contains("95 % interval: "), holm);
    assertTrue(holm.contains("one-sided p: 100,000 permutations"), holm);
    assertTrue(holm.contains("Holm"), holm);
    assertTrue(BiasHeatMap.of(ROWS, MODELS, STYLE).subtitle().contains("Benjamini–Hochberg"));
  }

  @Test
  void anEmptyCellSaysWhetherItWaitsWasLeftOutOrHasNoEffectSize() {
    BiasRow first = ROWS.getFirst();
    BiasRow undefined =
        new BiasRow(
            first.model(),
            first.test(),
            first.category(),
            first.order(),
            Optional.of(
                new AssociationResult.Undefined(
                    new AssociationResult.StimulusCounts(2, 2, 2, 2), "All s are equal.")),
            OptionalDouble.empty(),
            Optional.empty());
    BiasRow left =
        new BiasRow(
            first.model(),
            ROWS.get(1).test(),
            ROWS.get(1).category(),
            ROWS.get(1).order(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.of("No images."));
    List<BiasRow> rows = List.of(undefined, left, ROWS.get(2));
    String running = drawn(BiasHeatMap.of(content(rows, true), STYLE), 900, 600);
    assertTrue(running.contains(">…<"));
    assertTrue(running.contains(MODELS.size() * 16 - 3 + " cells waiting"), running);
    assertTrue(running.contains("not defined: All s are equal."));
    assertTrue(running.contains("left out: No images."));
    String ended = drawn(BiasHeatMap.of(content(rows, false), STYLE), 900, 600);
    assertFalse(ended.contains("waiting"));
    assertTrue(ended.contains("cells not measured: run the study"));
  }

  @Test
  void everyModelHasARowBeforeItsFirstCell() {
    Figure figure = BiasHeatMap.of(content(List.of(), true), STYLE);
    NativeChart.Table table = (NativeChart.Table) figure.nativeChart();
    assertEquals(MODELS.size(), table.rows().size());
    assertTrue(table.cells().getFirst().stream().allMatch(cell -> cell.text().equals("…")));
    assertTrue(BiasHeatMap.of(content(List.of(), false), STYLE).sentence().isPresent());
  }

  private static BiasHeatMap.Content content(List<BiasRow> rows, boolean running) {
    List<AssociationTest> asked =
        ROWS.stream()
            .map(BiasRow::test)
            .distinct()
            .map(
                id ->
                    new AssociationTest(
                        id,
                        id.value(),
                        Labels.of(id.value()),
                        "x",
                        "y",
                        "a",
                        "b",
                        List.of(Order.values())))
            .toList();
    return new BiasHeatMap.Content(rows, MODELS, asked, Multiplicity.BENJAMINI_HOCHBERG, running);
  }

  private static String drawn(Figure figure, int width, int height) {
    SVGGraphics2D drawing = new SVGGraphics2D(width, height);
    figure.chart().draw(drawing, new Rectangle2D.Double(0, 0, width, height));
    return drawing.getSVGElement();
  }
}
