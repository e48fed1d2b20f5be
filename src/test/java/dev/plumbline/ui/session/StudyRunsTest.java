package dev.plumbline.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.study.Failure;
import dev.plumbline.study.Provenance;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.StudyFixture;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class StudyRunsTest {
  private final StudySession session = new StudySession(Study.of(StudyFixture.request()));
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final Workers workers =
      new Workers(
          waiting::add, Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  private final TaskQueue tasks = new TaskQueue(workers);

  @Test
  void partialResultsReachTheScreenAndTheLastOneIsComplete() {
    StudyRuns runs =
        runs(
            (request, listener, _) -> {
              listener.progress("profiling pleasant", 1, 4);
              listener.partial(profilesOnly());
              assertEquals(4, session.result().compositions().size());
              assertEquals("profiling pleasant", tasks.currentProperty().get().get().stage());
              return StudyFixture.study();
            });
    runs.run();
    assertTrue(runs.runningProperty().get());
    waiting.remove().run();
    assertFalse(runs.runningProperty().get());
    assertEquals(StudyFixture.result(), session.result());
    assertFalse(session.outdatedProperty().get());
    assertFalse(session.savedProperty().get());
  }

  @Test
  void aNewerRunCancelsTheOlderAndOnlyTheNewerIsShown() {
    int[] started = {0};
    StudyRuns runs =
        runs(
            (_, _, _) -> {
              started[0]++;
              return StudyFixture.study();
            });
    runs.run();
    runs.run();
    assertEquals(1, tasks.waitingProperty().get());
    waiting.remove().run();
    assertEquals(0, started[0], "the older run never began");
    assertTrue(runs.runningProperty().get());
    waiting.remove().run();
    assertEquals(1, started[0]);
    assertFalse(runs.runningProperty().get());
    assertFalse(session.outdatedProperty().get());
  }

  @Test
  void aCancelledRunKeepsWhatWasFoundAndMarksItOld() {
    StudyRuns[] runs = new StudyRuns[1];
    runs[0] =
        runs(
            (request, listener, cancellation) -> {
              listener.partial(profilesOnly());
              runs[0].cancel();
              assertTrue(cancellation.cancelled());
              return new Study(request, StudyResult.empty(), Provenance.notRun(1), List.of());
            });
    runs[0].run();
    waiting.remove().run();
    assertEquals(4, session.result().compositions().size());
    assertTrue(session.outdatedProperty().get());
    assertTrue(tasks.currentProperty().get().isEmpty());
  }

  @Test
  void aFailureIsOneSentenceAndTheLastResultStays() {
    session.open(StudyFixture.study(), Optional.empty());
    StudyRuns runs =
        runs(
            (_, _, _) -> {
              throw new PlumblineException("The disk is full.");
            });
    runs.run();
    waiting.remove().run();
    assertEquals(
        List.of(new Notices.Notice(Notices.Kind.ERROR, "The disk is full.")),
        session.notices().shown());
    assertEquals(StudyFixture.result(), session.result());
  }

  @Test
  void aPartThatFailsIsTold() {
    StudyRuns runs =
        runs(
            (_, listener, _) -> {
              listener.failed(new Failure("vit-s", "It has no tokenizer."));
              return StudyFixture.study();
            });
    runs.run();
    waiting.remove().run();
    assertEquals("vit-s: It has no tokenizer.", session.notices().shown().getFirst().sentence());
  }

  private StudyRuns runs(StudyRuns.Runner runner) {
    return new StudyRuns(session, tasks, workers, () -> runner);
  }

  private static StudyResult profilesOnly() {
    return new StudyResult(
        StudyFixture.result().compositions(), List.of(), List.of(), List.of(), List.of());
  }
}
