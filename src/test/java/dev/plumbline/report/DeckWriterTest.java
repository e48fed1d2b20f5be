package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeckWriterTest {
  @TempDir Path folder;

  private static Figure figure(String name) {
    return FigureGallery.figures()
        .get(name)
        .apply(FigureGallery.style(ChartTheme.light(), Locale.ENGLISH));
  }

  private XMLSlideShow reopened(List<Figure> figures) throws Exception {
    Path file = folder.resolve("deck.pptx");
    DeckWriter.write(
        file,
        new DeckCover("Sample study", "2026-11-23", List.of("seed 20261123"), "Source: sample."),
        figures);
    try (InputStream in = Files.newInputStream(file)) {
      return new XMLSlideShow(in);
    }
  }

  private static XSLFChart chart(XSLFSlide slide) {
    return slide.getRelations().stream()
        .filter(XSLFChart.class::isInstance)
        .map((POIXMLDocumentPart part) -> (XSLFChart) part)
        .findFirst()
        .orElseThrow();
  }

  private static List<Double> values(XDDFChartData.Series series) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < series.getValuesData().getPointCount(); i++) {
      values.add(series.getValuesData().getPointAt(i).doubleValue());
    }
    return values;
  }

  @Test
  void barsHoldTheFiguresValuesInChartAndSheet() throws Exception {
    Figure figure = figure("mentions");
    MarkGrid grid = ((NativeChart.Bars) figure.nativeChart()).grid();
    try (XMLSlideShow deck = reopened(List.of(figure))) {
      assertEquals(2, deck.getSlides().size());
      XSLFChart chart = chart(deck.getSlides().get(1));
      XDDFChartData data = chart.getChartSeries().getFirst();
      assertEquals(4, data.getSeriesCount());
      XSSFSheet sheet = chart.getWorkbook().getSheetAt(0);
      for (int s = 0; s < 4; s++) {
        List<Double> values = values(data.getSeries(s));
        for (int c = 0; c < grid.categories().size(); c++) {
          double expected = grid.mark(s, c).value().orElseThrow() * 100;
          assertEquals(expected, values.get(c), 1e-9);
          assertEquals(expected, sheet.getRow(c + 1).getCell(s + 1).getNumericCellValue(), 1e-9);
        }
        assertEquals(
            grid.series().get(s).name(), sheet.getRow(0).getCell(s + 1).getStringCellValue());
      }
    }
  }

  @Test
  void intervalsBecomeErrorBarsAndABarAxisIsNeverCut() throws Exception {
    Figure figure = figure("scores");
    try (XMLSlideShow deck = reopened(List.of(figure))) {
      XSLFChart chart = chart(deck.getSlides().get(1));
      var plot = chart.getCTChart().getPlotArea();
      var series = plot.getBarChartArray(0).getSerArray(0);
      Mark first = ((NativeChart.Bars) figure.nativeChart()).grid().mark(0, 0);
      double up = first.interval().orElseThrow().high() - first.value().orElseThrow();
      assertEquals(
          up * 100,
          Double.parseDouble(
              series.getErrBars().getPlus().getNumRef().getNumCache().getPtArray(0).getV()),
          1e-9);
      assertEquals(0, plot.getValAxArray(0).getScaling().getMin().getVal());
    }
  }

  @Test
  void scatterHoldsEveryPointAndTheFittedLine() throws Exception {
    Figure figure = figure("scatter");
    var scatter = (NativeChart.Scatter) figure.nativeChart();
    try (XMLSlideShow deck = reopened(List.of(figure))) {
      XSLFSlide slide = deck.getSlides().get(1);
      XDDFChartData data = chart(slide).getChartSeries().getFirst();
      assertEquals(scatter.series().size() + 1, data.getSeriesCount());
      for (int s = 0; s < scatter.series().size(); s++) {
        assertEquals(
            scatter.series().get(s).points().stream().map(NativeChart.Point::y).toList(),
            values(data.getSeries(s)));
      }
      assertTrue(
          slide.getShapes().stream()
              .filter(XSLFTextShape.class::isInstance)
              .anyMatch(it -> ((XSLFTextShape) it).getText().startsWith("r = .71")));
      assertEquals(
          "conv-s-balanced",
          sheetNames(chart(slide)).stream().filter("conv-s-balanced"::equals).findFirst().get());
    }
  }

  private static List<String> sheetNames(XSLFChart chart) throws Exception {
    List<String> names = new ArrayList<>();
    chart
        .getWorkbook()
        .getSheetAt(0)
        .forEach(row -> names.add(row.getCell(1).getStringCellValue()));
    return names;
  }

  @Test
  void heatMapsBecomeTablesAndEverySlideHasItsNote() throws Exception {
    Figure figure = figure("relations");
    try (XMLSlideShow deck = reopened(List.of(figure, figure("scatter-none")))) {
      XSLFSlide slide = deck.getSlides().get(1);
      XSLFTable table =
          (XSLFTable)
              slide.getShapes().stream().filter(XSLFTable.class::isInstance).findFirst().get();
      var cells = ((NativeChart.Table) figure.nativeChart()).cells();
      assertEquals(cells.getFirst().getFirst().text(), table.getCell(1, 1).getText());
      assertEquals(cells.get(2).get(3).fill().get(), table.getCell(3, 4).getFillColor());
      for (XSLFSlide each : deck.getSlides()) {
        String notes =
            each.getNotes().getTextParagraphs().stream()
                .flatMap(List::stream)
                .map(paragraph -> paragraph.getText())
                .reduce("", String::concat);
        assertTrue(notes.contains("Source: sample."), notes);
      }
    }
  }

  @Test
  void anEmptyFigureShowsItsSentence() throws Exception {
    Figure figure = figure("scatter-none");
    try (XMLSlideShow deck = reopened(List.of(figure))) {
      assertTrue(
          deck.getSlides().get(1).getShapes().stream()
              .filter(XSLFTextShape.class::isInstance)
              .anyMatch(
                  it -> ((XSLFTextShape) it).getText().equals(figure.sentence().orElseThrow())));
    }
  }
}
