package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.FacetComparison;
import dev.plumbline.core.Labels;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CompositionDifferenceDotsTest {
  private static final List<CompositionResult> PROFILES =
      SampleFigures.compositions(List.of("laion2b", "datacomp"));
  private static final CompositionComparison COMPARISON =
      CompositionComparison.of(PROFILES.get(0), PROFILES.get(1));

  /// A list's label, or its key where the lexicon has none.
  private static String named(String list, Locale locale) {
    Labels labels = PROFILES.get(0).settings().lexicon().labels().get(list);
    return labels == null ? list : labels.in(locale);
  }

  @Test
  void listsHaveTheNamesOfTheirLexiconInTheReadersLanguage() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      ChartStyle style = FigureGallery.style(ChartTheme.light(), locale);
      Figure figure =
          CompositionDifferenceDots.of(
              List.of(COMPARISON), "datacomp", FacetComparison.MENTIONS, style);
      NativeChart.Bars dots = (NativeChart.Bars) figure.nativeChart();
      List<String> names = dots.grid().categories();
      assertEquals(
          COMPARISON.facet(FacetComparison.MENTIONS).orElseThrow().bins().stream()
              .map(bin -> named(bin.key(), locale))
              .sorted()
              .toList(),
          names.stream().sorted().toList());
      assertTrue(names.contains(locale == Locale.JAPANESE ? "職場にいる" : "at work"));
      assertTrue(
          figure.table().rows().stream().anyMatch(row -> row.get(3).equals("atWork")),
          "keys stay in the table");
    }
  }
}
