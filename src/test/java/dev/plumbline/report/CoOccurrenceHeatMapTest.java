package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoOccurrenceHeatMapTest {
  @Test
  void aPairThatNeverOccursIsAnOutlineAndAnyOtherIsShaded() {
    CompositionResult counted = SampleFigures.counted();
    Figure map =
        CoOccurrenceHeatMap.of(
            counted,
            CoOccurrenceMeasure.ROWS,
            FigureGallery.style(ChartTheme.light(), Locale.ENGLISH));
    List<NativeChart.Cell> cells =
        ((NativeChart.Table) map.nativeChart()).cells().stream().flatMap(List::stream).toList();
    List<Long> both =
        IntStream.range(0, counted.coOccurrence().groups().size())
            .filter(group -> counted.coOccurrence().groupRows().get(group) > 0)
            .boxed()
            .flatMap(group -> counted.coOccurrence().together().get(group).stream())
            .toList();
    assertTrue(both.contains(0L), "a pair never occurs");
    assertEquals(both.size(), cells.size());
    assertTrue(
        IntStream.range(0, cells.size())
            .allMatch(i -> cells.get(i).fill().isEmpty() == (both.get(i) == 0)));
  }
}
