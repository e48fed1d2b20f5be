package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartThemeTest {
  private static final double TEXT = 4.5;
  private static final double GRAPHICS_IN_THE_DARK = 3;

  private static ChartTheme theme(boolean light) {
    return light ? ChartTheme.light() : ChartTheme.dark();
  }

  @Test
  void knowsTheContrastOfTheStandardsExamples() {
    assertEquals(21, Contrast.ratio(Color.BLACK, Color.WHITE), 1e-9);
    assertEquals(1, Contrast.ratio(Color.RED, Color.RED), 1e-9);
    assertEquals(4.48, Contrast.ratio(new Color(0x777777), Color.WHITE), 0.005);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void textReadsOnCardAndGround(boolean light) {
    ChartTheme theme = theme(light);
    for (Color text : new Color[] {theme.text(), theme.muted()}) {
      assertTrue(Contrast.ratio(text, theme.card()) >= TEXT, theme.name());
      assertTrue(Contrast.ratio(text, theme.ground()) >= TEXT, theme.name());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void textReadsOnEveryCellOfTheDivergingScale(boolean light) {
    ChartTheme theme = theme(light);
    for (double value = -1; value <= 1; value += 0.01) {
      Color fill = theme.diverging(value);
      assertTrue(Contrast.ratio(theme.textOn(fill), fill) >= TEXT, theme.name() + " " + value);
    }
  }

  @Test
  void darkSeriesStandOutFromTheDarkCard() {
    ChartTheme theme = ChartTheme.dark();
    for (Color color : theme.series()) {
      assertTrue(Contrast.ratio(color, theme.card()) >= GRAPHICS_IN_THE_DARK);
    }
  }

  @Test
  void divergingScaleIsBlueAboveAndVermilionBelowZero() {
    ChartTheme theme = ChartTheme.light();
    assertEquals(theme.neutral(), theme.diverging(0));
    assertEquals(theme.positive(), theme.diverging(1));
    assertEquals(theme.positive(), theme.diverging(7));
    assertEquals(theme.negative(), theme.diverging(-1));
  }

  @Test
  void lightSeriesAreThoseOfOkabeAndIto() {
    assertEquals(
        "0072B2 E69F00 009E73 CC79A7 56B4E9 D55E00",
        String.join(" ", ChartTheme.light().series().stream().map(ChartTheme::hex).toList()));
  }
}
