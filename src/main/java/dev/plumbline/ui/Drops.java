package dev.plumbline.ui;

import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Dropped;
import dev.plumbline.ui.session.ResultTables;
import dev.plumbline.ui.session.StudyEdits;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.DragEvent;

/// Files and folders dropped on the window: studies open, bundles, tables and results join the
/// study.
final class Drops {
  private final Workbench bench;
  private final StudyCommands commands;
  private final ObjectProperty<PageId> page;

  Drops(Workbench bench, StudyCommands commands, ObjectProperty<PageId> page) {
    this.bench = bench;
    this.commands = commands;
    this.page = page;
  }

  static void accept(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(MainWindow.transfers());
      event.consume();
    }
  }

  void dropped(List<File> files) {
    List<Path> paths = files.stream().map(File::toPath).toList();
    bench
        .workers()
        .quick()
        .execute(
            () -> {
              try {
                List<Dropped> things = new ArrayList<>();
                paths.forEach(path -> things.addAll(Dropped.of(path)));
                bench.workers().screen().execute(() -> things.forEach(this::take));
              } catch (UncheckedIOException e) {
                String sentence = bench.look().text("drop.failed", e.getCause().getMessage());
                bench.workers().screen().execute(() -> bench.session().notices().error(sentence));
              }
            });
  }

  private void take(Dropped thing) {
    Path path = thing.path();
    switch (thing) {
      case Dropped.StudyFileHere _ -> commands.open(path);
      case Dropped.Bundle _ -> {
        edit("undo.add-model", path, true);
        page.set(PageId.MODELS);
      }
      case Dropped.Results _ -> {
        new ResultTables(bench.session(), bench.look(), bench.workers()).add(path);
        if (page.get() != PageId.OVERVIEW) {
          page.set(PageId.BIAS);
        }
      }
      case Dropped.Table _ when page.get() == PageId.PERFORMANCE ->
          bench
              .session()
              .edit(
                  bench.look().text("undo.add-scores", path.getFileName()),
                  request -> StudyEdits.withScores(request, path));
      case Dropped.Table _ -> {
        edit("undo.add-manifest", path, false);
        page.set(PageId.DATA);
      }
    }
  }

  private void edit(String key, Path path, boolean model) {
    bench
        .session()
        .edit(
            bench.look().text(key, path.getFileName()),
            request ->
                model
                    ? StudyEdits.withModel(request, path)
                    : StudyEdits.withManifest(request, path));
  }
}
