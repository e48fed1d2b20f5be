package dev.plumbline.ui;

import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.NewStudy;
import dev.plumbline.ui.session.ResultTables;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What the menu and the keys do with the study as a whole; before something unsaved is lost, the
/// user is asked.
final class StudyCommands {
  private final Workbench bench;
  private final BooleanSupplier mayLose;

  /// @param mayLose asks whether unsaved changes may be lost
  StudyCommands(Workbench bench, BooleanSupplier mayLose) {
    this.bench = bench;
    this.mayLose = mayLose;
  }

  /// Whether nothing would be lost, or the user agrees.
  boolean mayLeave() {
    return bench.session().savedProperty().get() || mayLose.getAsBoolean();
  }

  void newStudy() {
    if (mayLeave()) {
      bench.runs().cancel();
      bench.files().open(() -> NewStudy.named(bench.look().text("study.untitled")));
    }
  }

  void open() {
    if (mayLeave()) {
      dialogs(() -> bench.dialogs().open(FileDialogs.Kind.STUDY).forEach(this::openNow));
    }
  }

  void open(Path file) {
    if (mayLeave()) {
      openNow(file);
    }
  }

  void openSample() {
    if (mayLeave()) {
      bench.runs().cancel();
      bench.files().openSample(bench.runs()::run);
    }
  }

  void save() {
    Optional<Path> file = bench.session().fileProperty().get();
    file.ifPresentOrElse(path -> bench.files().save(path, () -> {}), this::saveAs);
  }

  void saveAs() {
    dialogs(
        () ->
            bench
                .dialogs()
                .save(FileDialogs.Kind.STUDY, bench.session().request().name())
                .ifPresent(path -> bench.files().save(path, () -> {})));
  }

  void importResults() {
    dialogs(() -> bench.dialogs().open(FileDialogs.Kind.RESULTS).forEach(tables()::add));
  }

  void exportResults(ResultTables.Layout layout) {
    dialogs(
        () ->
            bench
                .dialogs()
                .save(FileDialogs.Kind.RESULTS, bench.session().request().name())
                .ifPresent(path -> tables().save(path, layout)));
  }

  private ResultTables tables() {
    return new ResultTables(bench.session(), bench.look(), bench.workers());
  }

  void undo() {
    bench.session().undo();
  }

  void runOrCancel() {
    if (bench.runs().runningProperty().get()) {
      bench.runs().cancel();
    } else {
      bench.runs().run();
    }
  }

  private void openNow(Path file) {
    bench.runs().cancel();
    bench.files().open(file);
  }

  private void dialogs(Runnable asking) {
    Guarded.run(bench, asking);
  }
}
