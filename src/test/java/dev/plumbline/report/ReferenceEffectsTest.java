package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.report.ReferenceEffect.Attributes;
import org.junit.jupiter.api.Test;

class ReferenceEffectsTest {
  private final ReferenceEffects effects = ReferenceEffects.bundled();

  @Test
  void fiveCategoriesInFourOrdersWithTwoKindsOfAttributesArePublished() {
    assertEquals(40, effects.all().size());
    assertEquals(5, effects.all().stream().map(ReferenceEffect::category).distinct().count());
    assertTrue(effects.all().stream().allMatch(it -> it.models() == 131 && it.sd() > 0));
    assertTrue(effects.all().stream().allMatch(it -> it.source().equals("arXiv 2502.07957")));
  }

  /// The publication counts 17 of its 20 cell means above zero.
  @Test
  void seventeenOfTwentyMeansWithNormsAreAboveZero() {
    assertEquals(
        17,
        effects.all().stream()
            .filter(it -> it.attributes() == Attributes.NORMS && it.mean() > 0)
            .count());
  }

  @Test
  void aCategoryIsFoundInWhateverOrderItsWordsStand() {
    ReferenceEffect effect =
        effects.find("Flower-Insect/Valence", "all text", Attributes.ORIGINAL).orElseThrow();
    assertEquals(1.381, effect.mean());
    assertEquals(1.381 - 0.294, effect.low(), 1e-12);
    assertTrue(effects.find("Gender/Science", "all text", Attributes.NORMS).isEmpty());
  }
}
