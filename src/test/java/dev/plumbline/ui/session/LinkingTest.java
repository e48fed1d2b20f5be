package dev.plumbline.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.TestId;
import dev.plumbline.report.Highlight;
import dev.plumbline.report.Subject;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.StudyFixture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkingTest {
  private final StudyRequest request = StudyFixture.request();
  private final StudyResult result = StudyFixture.result();

  @Test
  void aManifestLightsItsBarsAndTheModelsTrainedOnIt() {
    Highlight lit = highlight(new Choice.Dataset(new DatasetId("balanced")));
    assertTrue(lit.lights(new Subject.Mention("balanced", "flowers")));
    assertFalse(lit.lights(new Subject.Mention("pleasant", "flowers")));
    assertTrue(lit.lights(effect("vit-s-balanced", "balanced")));
    assertFalse(lit.lights(effect("vit-s-pleasant", "pleasant")));
  }

  @Test
  void aModelLightsItselfAndItsManifestButNotItsSiblings() {
    Highlight lit = highlight(new Choice.Model(new ModelId("vit-s-balanced")));
    assertTrue(lit.lights(effect("vit-s-balanced", "balanced")));
    assertFalse(lit.lights(effect("vit-m-balanced", "balanced")));
    assertTrue(lit.lights(new Subject.Mention("balanced", "flowers")));
    assertFalse(lit.lights(new Subject.Mention("filtered", "flowers")));
  }

  @Test
  void manifestsAndModelsAddUp() {
    Highlight lit =
        highlight(
            new Choice.Dataset(new DatasetId("balanced")),
            new Choice.Model(new ModelId("vit-s-pleasant")));
    assertTrue(lit.lights(effect("conv-m-balanced", "balanced")));
    assertTrue(lit.lights(effect("vit-s-pleasant", "pleasant")));
    assertFalse(lit.lights(effect("vit-m-pleasant", "pleasant")));
  }

  @Test
  void aCategoryLightsItsTestsInCaptionsToo() {
    Highlight lit = highlight(new Choice.Category("Group/Place"));
    assertTrue(lit.lights(new Subject.Caption("balanced", new TestId("group-work"))));
    assertFalse(lit.lights(new Subject.Caption("balanced", new TestId("flower-insect"))));
    assertTrue(lit.lights(new Subject.Relation("Group/Place", "all text")));
    assertFalse(lit.lights(new Subject.Relation("Group/Valence", "all text")));
  }

  @Test
  void whatIsPointedAtBecomesChoices() {
    assertEquals(
        List.of(new Choice.Dataset(new DatasetId("balanced")), new Choice.Category("Group/Place")),
        Linking.choices(new Subject.Caption("balanced", new TestId("group-work")), request));
    assertEquals(
        List.of(new Choice.Category("Group/Place")),
        Linking.choices(new Subject.Relation("Group/Place", "all text"), request));
  }

  private Highlight highlight(Choice... choices) {
    return Linking.highlight(List.of(choices), request, result);
  }

  private static Subject effect(String model, String dataset) {
    return new Subject.Effect(
        new ModelId(model),
        Optional.of(dataset),
        "flower-insect",
        "Flower-Insect/Valence",
        "all text");
  }
}
