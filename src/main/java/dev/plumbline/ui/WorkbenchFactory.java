package dev.plumbline.ui;

import dev.plumbline.manifest.Engines;
import dev.plumbline.study.ManifestCounts;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.part.FigureExports;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.NativeFileDialogs;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Links;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.NewStudy;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.StudyFiles;
import dev.plumbline.ui.session.StudyRuns;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.TaskQueue;
import dev.plumbline.ui.session.Workers;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Puts the parts of a window together.
public final class WorkbenchFactory {
  private WorkbenchFactory() {}

  /// Parts that really run studies.
  public static Workbench real(
      Workers workers, Remembered remembered, Look look, Supplier<javafx.stage.Window> owner) {
    Engines engines = Engines.fromEnvironment();
    ManifestCounts counts = ManifestCounts.below(RunSettings.defaults().cache());
    return of(
        workers,
        remembered,
        look,
        engines,
        counts,
        new NativeFileDialogs(owner, look, remembered),
        (settings, _) -> new StudyRunner(settings, engines, counts)::study);
  }

  /// Parts with the given dialogs and runner.
  ///
  /// @param runner makes a runner for settings and session
  public static Workbench of(
      Workers workers,
      Remembered remembered,
      Look look,
      FileDialogs dialogs,
      BiFunction<RunSettings, StudySession, StudyRuns.Runner> runner) {
    return of(workers, remembered, look, new Engines(""), dialogs, runner);
  }

  /// Parts with the given engines, dialogs and runner; counts are shared but not kept on disk.
  ///
  /// @param engines opens the engines that count manifests
  /// @param runner makes a runner for settings and session
  static Workbench of(
      Workers workers,
      Remembered remembered,
      Look look,
      Engines engines,
      FileDialogs dialogs,
      BiFunction<RunSettings, StudySession, StudyRuns.Runner> runner) {
    return of(
        workers,
        remembered,
        look,
        engines,
        ManifestCounts.below(Optional.empty()),
        dialogs,
        runner);
  }

  /// Parts with the given engines, dialogs and runner.
  ///
  /// @param engines opens the engines that count manifests
  /// @param counts counts of manifests that are kept or under way
  /// @param runner makes a runner for settings and session
  static Workbench of(
      Workers workers,
      Remembered remembered,
      Look look,
      Engines engines,
      ManifestCounts counts,
      FileDialogs dialogs,
      BiFunction<RunSettings, StudySession, StudyRuns.Runner> runner) {
    StudySession session = new StudySession(NewStudy.blank(look.text("study.untitled")));
    TaskQueue tasks = new TaskQueue(workers);
    Supplier<StudyRuns.Runner> means =
        () -> runner.apply(settings(remembered.now().device()), session);
    return new Workbench(
        session,
        new StudyRuns(session, tasks, workers, means),
        new StudyFiles(session, workers, remembered),
        tasks,
        counts,
        new TaskQueue(workers.forCounts()),
        workers,
        look,
        remembered,
        engines,
        dialogs,
        new FigureExports(session, tasks, look, dialogs),
        new Links());
  }

  /// Language of the user, else of the system.
  public static Locale language(Remembered remembered) {
    return remembered.now().language().map(Locale::of).orElse(Locale.getDefault());
  }

  /// How runs on a device are made.
  static RunSettings settings(String device) {
    RunSettings usual = RunSettings.defaults();
    return new RunSettings(
        device,
        usual.threads(),
        usual.batch(),
        usual.images(),
        usual.cache(),
        usual.cacheBytes(),
        usual.queryMemory());
  }
}
