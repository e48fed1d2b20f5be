package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.relation.RelationResult;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.plot.CategoryPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FigureTest {
  private static final ChartStyle STYLE = FigureGallery.style(ChartTheme.light(), Locale.ENGLISH);
  private static final List<CompositionResult> COMPOSITIONS =
      SampleFigures.compositions(SampleFigures.DATASETS);

  static Stream<Arguments> every() {
    return FigureGallery.figures().entrySet().stream()
        .flatMap(
            it ->
                Stream.of(
                    Arguments.of(it.getKey(), it.getValue().apply(STYLE)),
                    Arguments.of(
                        it.getKey() + " ja",
                        it.getValue()
                            .apply(FigureGallery.style(ChartTheme.dark(), Locale.JAPANESE)))));
  }

  private static Set<ChartEntity> entities(Figure figure) {
    ChartRenderingInfo info = new ChartRenderingInfo();
    BufferedImage image = new BufferedImage(700, 460, BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    figure.chart().draw(g2, new Rectangle2D.Double(0, 0, 700, 460), info);
    g2.dispose();
    Set<ChartEntity> entities = new HashSet<>();
    for (Object entity : info.getEntityCollection().getEntities()) {
      entities.add((ChartEntity) entity);
    }
    return entities;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("every")
  void everyMarkHasASubjectAndARecordAndEveryEmptyFigureASentence(String name, Figure figure) {
    List<SubjectEntity> marks =
        entities(figure).stream()
            .filter(SubjectEntity.class::isInstance)
            .map(SubjectEntity.class::cast)
            .toList();
    assertEquals(figure.sentence().isPresent(), marks.isEmpty(), name);
    for (SubjectEntity mark : marks) {
      assertEquals(Optional.of(mark.subject()), Figure.subjectOf(mark));
      assertFalse(mark.getToolTipText().isBlank(), name);
    }
    assertFalse(figure.title().isBlank());
  }

  @Test
  void tableHoldsTheNumbersOfTheBars() {
    Figure figure = CompositionBars.of(COMPOSITIONS, STYLE);
    var data = ((CategoryPlot) figure.chart().getPlot()).getDataset();
    int row = 0;
    for (int series = 0; series < data.getRowCount(); series++) {
      for (int category = 0; category < data.getColumnCount(); category++) {
        List<String> cells = figure.table().rows().get(row++);
        double share = Double.parseDouble(cells.get(4));
        assertEquals(data.getValue(series, category).doubleValue(), share * 100, 1e-12);
        assertEquals(Double.parseDouble(cells.get(2)) / Double.parseDouble(cells.get(3)), share);
      }
    }
    assertEquals(figure.table().rows().size(), row);
  }

  @Test
  void tableHoldsTheNumbersOfTheScatter() {
    var content = SampleFigures.scatter(SampleFigures.models(SampleFigures.DATASETS));
    Figure figure = BiasPerformanceScatter.of(content, STYLE);
    var data = figure.chart().getXYPlot().getDataset(1);
    assertEquals(16, data.getItemCount(0));
    for (int i = 0; i < 16; i++) {
      List<String> cells = figure.table().rows().get(i);
      assertEquals(data.getYValue(0, i), Double.parseDouble(cells.get(6)));
      assertEquals(data.getXValue(0, i), Double.parseDouble(cells.get(9)) * 100, 1e-12);
    }
  }

  @Test
  void facetsAddUpToAllUsedRows() {
    for (String facet : List.of("captionWords", "domain")) {
      Figure figure = CompositionBars.of(COMPOSITIONS, facet, STYLE);
      for (CompositionResult composition : COMPOSITIONS) {
        long drawn =
            figure.table().rows().stream()
                .filter(row -> row.getFirst().equals(composition.dataset().value()))
                .mapToLong(row -> Long.parseLong(row.get(2)))
                .sum();
        long counted =
            composition.facet(facet).orElseThrow().missing()
                + composition.facet(facet).orElseThrow().bins().stream()
                    .mapToLong(bin -> bin.count())
                    .sum();
        assertEquals(counted, drawn, facet);
      }
    }
  }

  @Test
  void barsStartAtZero() {
    for (Figure figure :
        List.of(
            CompositionBars.of(COMPOSITIONS, STYLE),
            FigureGallery.figures().get("scores").apply(STYLE))) {
      CategoryPlot plot = (CategoryPlot) figure.chart().getPlot();
      assertEquals(0, plot.getRangeAxis().getLowerBound());
    }
  }

  @Test
  void headlineSaysWhatWasFoundOrWhyNothingWas() {
    var content = SampleFigures.scatter(SampleFigures.models(SampleFigures.DATASETS));
    assertEquals(
        "r = .71 [.31, .91]   n = 16   q = .012", BiasPerformanceScatter.headline(content, STYLE));
    RelationResult relations = SampleFigures.relations();
    Figure map = RelationHeatMap.of(relations, STYLE);
    NativeChart.Table table = (NativeChart.Table) map.nativeChart();
    assertEquals("", table.cells().getLast().getFirst().text());
    assertTrue(table.cells().getLast().getFirst().fill().isEmpty());
    assertTrue(
        entities(map).stream()
            .anyMatch(it -> String.valueOf(it.getToolTipText()).contains("Fewer than three")));
  }

  @Test
  void undefinedResultSaysItsOwnReason() {
    RelationResult all = SampleFigures.relations();
    RelationResult undefined =
        new RelationResult(
            "shapes16",
            "acc1",
            all.method(),
            all.cells().stream().filter(cell -> cell.r().isEmpty()).toList(),
            List.of());
    assertEquals(
        Optional.of("Fewer than three points."), RelationHeatMap.of(undefined, STYLE).sentence());
  }
}
