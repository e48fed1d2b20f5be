package dev.plumbline.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ZeroShotClassifierTest {
  private static FloatMatrix matrix(float[]... rows) {
    return FloatMatrix.ofRows(List.of(rows));
  }

  @Test
  void accuracyAndRecallAreThoseOfTheHandCount() {
    ZeroShotClassifier classifier =
        ZeroShotClassifier.of(
            List.of("east", "north"), matrix(new float[] {1, 0}, new float[] {0, 1}));
    ZeroShotResult result =
        classifier.evaluate(
            matrix(new float[] {5, 1}, new float[] {1, 0}, new float[] {1, 4}, new float[] {3, 2}),
            List.of(0, 0, 0, 1));
    assertEquals(0.5, result.acc1());
    assertEquals((2.0 / 3 + 0) / 2, result.meanPerClassRecall(), 1e-15);
    assertEquals(
        List.of(new ClassRecall("east", 3, 2), new ClassRecall("north", 1, 0)), result.perClass());
    assertTrue(result.acc5().isEmpty());
    assertEquals("acc5 is not defined: there are only 2 classes.", result.notes().getFirst());
    assertEquals(0.1500, result.acc1Interval().low(), 1e-4);
    assertEquals(0.8500, result.acc1Interval().high(), 1e-4);
    assertEquals(2, result.scores(new ModelId("m"), "ds").size());
  }

  @Test
  void longTemplatesDoNotOutweighShortOnes() {
    float[][] prompts = {{100, 0}, {0, 0.1f}, {0, 1}, {0.5f, 1}};
    ZeroShotClassifier classifier =
        ZeroShotClassifier.of(List.of("diagonal", "up"), matrix(prompts));
    ZeroShotResult result = classifier.evaluate(matrix(new float[] {1, 1}), List.of(0));
    assertEquals(1, result.acc1());
  }

  @Test
  void equalLogitsGoToTheLowerIndex() {
    ZeroShotClassifier classifier =
        ZeroShotClassifier.of(List.of("a", "b"), matrix(new float[] {1, 0}, new float[] {1, 0}));
    FloatMatrix image = matrix(new float[] {1, 1});
    assertEquals(1, classifier.evaluate(image, List.of(0)).acc1());
    assertEquals(0, classifier.evaluate(image, List.of(1)).acc1());
  }

  @Test
  void acc5CountsTheFiveNearest() {
    int classes = 7;
    List<String> names = new ArrayList<>();
    List<float[]> prompts = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      names.add("c" + c);
      prompts.add(new float[] {(float) Math.cos(0.1 * c), (float) Math.sin(0.1 * c)});
    }
    ZeroShotClassifier classifier = ZeroShotClassifier.of(names, FloatMatrix.ofRows(prompts));
    FloatMatrix east = matrix(new float[] {1, 0}, new float[] {1, 0}, new float[] {1, 0});
    ZeroShotResult result = classifier.evaluate(east, List.of(0, 4, 5));
    assertEquals(OptionalDouble.of(2.0 / 3), result.acc5());
    assertEquals(1.0 / 3, result.acc1());
    assertEquals(OptionalDouble.empty(), result.perClass().get(1).recall());
    assertEquals(1.0 / 3, result.meanPerClassRecall(), 1e-15);
  }

  @Test
  void unusableEmbeddingsAreSentences() {
    FloatMatrix prompts = matrix(new float[] {1, 0}, new float[] {0, 1});
    ZeroShotClassifier classifier = ZeroShotClassifier.of(List.of("a", "b"), prompts);
    assertThrows(
        PlumblineException.class,
        () -> classifier.evaluate(matrix(new float[] {0, 0}), List.of(0)));
    assertThrows(
        PlumblineException.class,
        () -> classifier.evaluate(matrix(new float[] {1, 0, 0}), List.of(0)));
    FloatMatrix opposite = matrix(new float[] {1, 0}, new float[] {-1, 0});
    assertTrue(
        assertThrows(PlumblineException.class, () -> ZeroShotClassifier.of(List.of("a"), opposite))
            .getMessage()
            .contains("class \"a\""));
  }
}
