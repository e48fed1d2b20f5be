package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Color;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetColoursTest {
  private final ChartTheme theme = ChartTheme.light();

  @Test
  void aDatasetsColourDependsOnTheStudyNotOnWhatIsDrawn() {
    DatasetColours colours = new DatasetColours(List.of("a", "b", "c"));
    assertEquals(theme.series().get(1), colours.of("b", theme));
    Figure part =
        CompositionBars.of(
            SampleFigures.compositions(List.of("b")),
            ChartStyle.of(theme, java.util.Locale.ENGLISH, colours));
    NativeChart.Bars bars = (NativeChart.Bars) part.nativeChart();
    assertEquals(theme.series().get(1), bars.grid().series().getFirst().color());
  }

  @Test
  void theThemesHaveTheSameOrder() {
    DatasetColours colours = new DatasetColours(List.of("a", "b"));
    assertEquals(ChartTheme.dark().series().get(1), colours.of("b", ChartTheme.dark()));
  }

  @Test
  void twelveDatasetsHaveTwelveColours() {
    List<String> names = IntStream.range(0, 12).mapToObj(i -> "set" + i).toList();
    DatasetColours colours = new DatasetColours(names);
    Set<Color> distinct =
        names.stream().map(name -> colours.of(name, theme)).collect(Collectors.toSet());
    assertEquals(12, distinct.size());
  }

  @Test
  void whatIsNoDatasetIsNeutral() {
    DatasetColours colours = new DatasetColours(List.of("a"));
    assertEquals(theme.zero(), colours.of("x", theme));
    assertNotEquals(theme.zero(), colours.of("a", theme));
  }
}
