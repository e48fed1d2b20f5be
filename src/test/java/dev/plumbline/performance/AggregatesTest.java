package dev.plumbline.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregatesTest {
  private static Score score(String model, String dataset, String metric, double value, String s) {
    return new Score(new ModelId(model), dataset, metric, value, 0, s);
  }

  private static List<Score> all(String group) {
    List<Score> scores = new ArrayList<>();
    for (Task task : TaskCatalog.bundled().group(group)) {
      scores.add(score("m", "wds/" + task.id(), "acc1", scores.size() / 100.0, "file"));
    }
    return scores;
  }

  private static Aggregate aggregate(List<Score> scores, String name) {
    return Aggregates.of(scores).stream()
        .filter(aggregate -> aggregate.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theGroupsHaveTheirPublishedSizes() {
    assertEquals(35, TaskCatalog.bundled().group("vtab+").size());
    assertEquals(19, TaskCatalog.bundled().group("vtab").size());
    assertEquals(38, TaskCatalog.bundled().group("average38").size());
  }

  @Test
  void vtabPlusIsTheMeanOfItsTasksUnderAnyOfTheirNames() {
    Aggregate complete = aggregate(all("vtab+"), "VTAB+");
    assertEquals(0.17, complete.value().orElseThrow(), 1e-12);
    assertTrue(complete.missing().isEmpty());
    assertEquals(35, complete.tasks().size());
    assertEquals(0.17, complete.score().orElseThrow().value(), 1e-12);
    assertEquals(List.of("file"), complete.sources());
  }

  @Test
  void aMissingTaskIsListedAndLeavesNoValue() {
    List<Score> scores = all("vtab");
    Score lost = scores.removeFirst();
    scores.add(score("m", lost.dataset(), "mean_per_class_recall", 0.5, "file"));
    Aggregate incomplete = aggregate(scores, "VTAB");
    assertTrue(incomplete.value().isEmpty() && incomplete.score().isEmpty());
    assertEquals(List.of(lost.dataset().substring(4)), incomplete.missing());
    assertEquals("VTAB needs 19 tasks and 1 of them have no score.", incomplete.reason().get());
  }

  @Test
  void modelsWithoutAnyTaskAreLeftOut() {
    assertTrue(Aggregates.of(List.of(score("m", "mine", "acc1", 0.5, "f"))).isEmpty());
  }

  @Test
  void sourcesThatDifferUnderDifferentNamesOfOneDatasetAreFound() {
    List<Score> scores =
        List.of(
            score("m", "CIFAR-100", "acc1", 0.70, "table.csv"),
            score("m", "wds/vtab/cifar100", "acc1", 0.72, "run.json"),
            score("m", "MNIST", "acc1", 0.63334, "run.json"),
            score("m", "mnist", "acc1", 0.6333, "table.csv"),
            score("other", "CIFAR-100", "acc1", 0.1, "table.csv"),
            score("m", "CIFAR-100", "acc5", 0.9, "table.csv"));
    List<Discrepancy> found = Discrepancies.of(scores);
    assertEquals(1, found.size());
    assertEquals("CIFAR-100", found.getFirst().dataset());
    assertEquals(scores.subList(0, 2), found.getFirst().scores());
    assertEquals(0.02, found.getFirst().spread(), 1e-12);
  }

  @Test
  void measuresAreListedByTheModelsThatHaveThem() {
    List<Score> scores = all("vtab");
    scores.add(score("other", "mine", "acc1", 0.1, "f"));
    scores.add(score("m", "mine", "acc1", 0.1, "f"));
    List<Measure> measures = Measure.of(scores);
    assertEquals(new Measure("mine", "acc1", 2), measures.getFirst());
    assertTrue(measures.contains(new Measure("VTAB", "acc1", 1)));
    assertEquals(21, measures.size());
  }
}
