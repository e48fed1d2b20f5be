package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Duplicates;
import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.plot.CategoryPlot;
import org.junit.jupiter.api.Test;

class DuplicateBarsTest {
  private static final ChartStyle STYLE = FigureGallery.style(ChartTheme.light(), Locale.ENGLISH);

  @Test
  void barsAndTableHoldShareAndInterval() {
    List<CompositionResult> repeated = SampleFigures.repeated(true);
    Figure figure = CompositionBars.of(repeated, DuplicateBars.NAME, STYLE);
    var data = ((CategoryPlot) figure.chart().getPlot()).getDataset();
    int row = 0;
    for (int series = 0; series < repeated.size(); series++) {
      List<Duplicates> all = repeated.get(series).duplicates();
      for (int key = 0; key < all.size(); key++) {
        Duplicates it = all.get(key);
        List<String> cells = figure.table().rows().get(row++);
        assertEquals(
            it.share().orElseThrow() * 100, data.getValue(series, key).doubleValue(), 1e-12);
        assertEquals(it.share().orElseThrow(), Double.parseDouble(cells.get(8)));
        Interval interval = it.shareInterval().orElseThrow();
        assertEquals(interval.low(), Double.parseDouble(cells.get(9)));
        assertEquals(interval.high(), Double.parseDouble(cells.get(10)));
        assertEquals(it.method(), cells.get(11));
      }
    }
    assertEquals(figure.table().rows().size(), row);
    assertTrue(figure.subtitle().contains("95 %"), figure.subtitle());
  }

  @Test
  void whatWasCountedHasNoInterval() {
    Figure figure = DuplicateBars.of(SampleFigures.repeated(false), STYLE);
    assertEquals("", figure.table().rows().getFirst().get(9));
    assertEquals("exact count", figure.table().rows().getFirst().get(11));
    assertTrue(figure.subtitle().contains("counted"), figure.subtitle());
  }

  @Test
  void profilesWithoutAndSamplesSayWhyThereIsNone() {
    Figure none = DuplicateBars.of(SampleFigures.compositions(SampleFigures.DATASETS), STYLE);
    assertTrue(none.sentence().orElseThrow().contains("have not been counted"));
    assertTrue(DuplicateBars.ofSample(STYLE).sentence().orElseThrow().contains("sample"));
  }
}
