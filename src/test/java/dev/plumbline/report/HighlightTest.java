package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import java.awt.Color;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HighlightTest {
  private static final Subject POINT =
      new Subject.Effect(
          new ModelId("m"), Optional.of("laion"), "flowers", "Flower/Valence", "all text");
  private static final Highlight LAION =
      new Highlight(Set.of("laion"), Set.of(), Set.of(), Set.of());

  @Test
  void noChoiceLightsEverything() {
    assertTrue(Highlight.none().lights(POINT));
    assertEquals(Color.RED, Highlight.none().shade(Color.RED, POINT));
  }

  @Test
  void unchosenMarksKeepTheirHueAtThirtyFivePerCent() {
    Color faded = LAION.shade(Color.RED, new Subject.Mention("coyo", "women"));
    assertEquals(Color.RED.getRGB() & 0xFFFFFF, faded.getRGB() & 0xFFFFFF);
    assertEquals(Math.round(0.35 * 255), faded.getAlpha());
  }

  @Test
  void aDatasetLightsItsBarsAndTheModelsTrainedOnIt() {
    assertTrue(LAION.lights(new Subject.Mention("laion", "women")));
    assertTrue(LAION.lights(POINT));
    assertFalse(
        LAION.lights(
            new Subject.Effect(new ModelId("n"), Optional.empty(), "flowers", "c", "all text")));
  }

  @Test
  void aMarkMustFitEveryChoiceThatConcernsIt() {
    Highlight both = new Highlight(Set.of("laion"), Set.of(new ModelId("n")), Set.of(), Set.of());
    assertFalse(both.lights(POINT));
    assertTrue(both.lights(new Subject.Mention("laion", "women")), "bars have no model");
  }

  @Test
  void aCategoryLightsItsCellsAndLeavesBarsAlone() {
    Highlight category = new Highlight(Set.of(), Set.of(), Set.of(), Set.of("Flower/Valence"));
    assertTrue(category.lights(new Subject.Relation("Flower/Valence", "all text")));
    assertFalse(category.lights(new Subject.Relation("Other", "all text")));
    assertTrue(category.lights(new Subject.Mention("laion", "women")));
  }
}
