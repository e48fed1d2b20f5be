package dev.plumbline.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.performance.Score;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.StudyFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudySessionTest {
  private final StudySession session = new StudySession(StudyFixture.study());

  @Test
  void removingAManifestHidesItsProfileAndUndoBringsItBack() {
    session.edit("remove", it -> StudyEdits.withoutManifest(it, new DatasetId("balanced")));
    assertEquals(List.of("pleasant", "unpleasant", "filtered"), profiled());
    assertFalse(session.outdatedProperty().get(), "what is left is as asked for");
    assertFalse(session.savedProperty().get());
    session.undo();
    assertEquals(StudyFixture.DATASETS, profiled());
    assertTrue(session.undoStack().newestProperty().get().isEmpty());
  }

  @Test
  void removingAModelHidesItsRowsScoresAndFacts() {
    Path folder = session.request().models().getFirst().folder();
    ModelId id = session.result().models().getFirst().id();
    session.edit("remove", it -> StudyEdits.withoutModel(it, folder));
    assertEquals(15, session.result().models().size());
    assertTrue(session.result().bias().stream().noneMatch(row -> row.model().equals(id)));
    assertTrue(session.result().scores().stream().noneMatch(score -> score.model().equals(id)));
  }

  @Test
  void anAddedManifestMakesTheResultsOld() {
    session.edit("add", it -> StudyEdits.withManifest(it, Path.of("more.csv")));
    assertTrue(session.outdatedProperty().get());
    assertEquals("more", session.request().manifests().getLast().id().value());
  }

  @Test
  void twoManifestsOfOneNameGetDifferentIds() {
    session.edit("add", it -> StudyEdits.withManifest(it, Path.of("a/balanced.csv")));
    assertEquals("balanced 2", session.request().manifests().getLast().id().value());
  }

  @Test
  void anEditThatChangesNothingIsNoStep() {
    session.edit("nothing", it -> it);
    assertTrue(session.undoStack().newestProperty().get().isEmpty());
    assertTrue(session.savedProperty().get());
  }

  @Test
  void aRepeatedRunReplacesPieceByPieceAndNeverEmptiesTheScreen() {
    StudyResult first =
        new StudyResult(
            StudyFixture.result().compositions().subList(0, 1),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    session.arrived(session.request(), first);
    assertEquals(4, session.result().compositions().size());
    assertEquals(256, session.result().bias().size());
  }

  @Test
  void theManifestNamedByTheUserCountsAtOnce() {
    Path folder = session.request().models().getFirst().folder();
    session.edit("set", it -> StudyEdits.trainedOn(it, folder, Optional.of("filtered")));
    assertEquals(
        Optional.of("filtered"), session.result().models().getFirst().pretrainingDataset());
    assertFalse(session.outdatedProperty().get(), "no number depends on it");
    session.undo();
    assertEquals(
        Optional.of("pleasant"), session.result().models().getFirst().pretrainingDataset());
  }

  @Test
  void importedScoresAreThereAtOnceAndGoWithTheirTable() {
    Score score = new Score(new ModelId("ViT-B-32"), "imagenet1k", "acc1", 0.6, 0, "open.csv");
    session.imported("import", Path.of("open.csv"), List.of(score));
    assertTrue(session.result().scores().contains(score));
    assertFalse(session.outdatedProperty().get());
    session.edit("remove", it -> StudyEdits.withoutScores(it, Path.of("open.csv")));
    assertFalse(session.result().scores().contains(score));
    assertEquals(48, session.result().scores().size());
  }

  @Test
  void savingIsNotedOnlyForWhatWasSaved() {
    session.edit("rename", it -> StudyEdits.renamed(it, "Other"));
    dev.plumbline.study.Study saved = session.study();
    session.edit("rename", it -> StudyEdits.renamed(it, "Newer"));
    session.savedAs(Path.of("x.plumb"), saved);
    assertFalse(session.savedProperty().get());
    session.savedAs(Path.of("x.plumb"), session.study());
    assertTrue(session.savedProperty().get());
  }

  @Test
  void aNewStudyForgetsSelectionAndUndo() {
    session.selection().toggle(new Choice.Dataset(new DatasetId("balanced")));
    session.edit("rename", it -> StudyEdits.renamed(it, "Other"));
    session.open(NewStudy.blank("Blank"), Optional.empty());
    assertTrue(session.selection().choices().isEmpty());
    assertTrue(session.undoStack().newestProperty().get().isEmpty());
    StudyRequest request = session.request();
    assertEquals("Blank", request.name());
  }

  private List<String> profiled() {
    return session.result().compositions().stream().map(it -> it.dataset().value()).toList();
  }
}
