package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WrittenRows;
import dev.plumbline.manifest.Reject;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.TaskQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Opens a recipe, and writes what came out of the present one.
final class RecipeMenu {
  private final Workbench bench;
  private final WhatIfViewModel model;

  RecipeMenu(Workbench bench, WhatIfViewModel model) {
    this.bench = bench;
    this.model = model;
  }

  /// The menu.
  ///
  /// @param id id of the button; an item's id has what it does after it
  /// @param kinds what can be written from here
  MenuButton of(String id, SaveKind... kinds) {
    MenuButton menu = new MenuButton(text("whatif.save"));
    menu.setId(id);
    menu.getStyleClass().add("small");
    MenuItem open = new MenuItem(text("whatif.save.open"));
    open.setId(id + "-open");
    open.setOnAction(_ -> Guarded.run(bench, this::open));
    menu.getItems().addAll(open, new SeparatorMenuItem());
    for (SaveKind kind : kinds) {
      MenuItem item = new MenuItem(text("whatif.save." + kind.name()));
      item.setId(id + "-" + kind.name().toLowerCase(Locale.ROOT));
      item.setOnAction(_ -> Guarded.run(bench, () -> save(kind)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void open() {
    bench.dialogs().open(FileDialogs.Kind.RECIPE).stream().findFirst().ifPresent(model::open);
  }

  private void save(SaveKind kind) {
    Optional<WhatIfResult> result = model.result();
    if (result.isEmpty()) {
      bench.session().notices().information(text("whatif.opening"));
      return;
    }
    bench
        .dialogs()
        .save(kind.dialog(), result.get().dataset().value() + kind.ending())
        .ifPresent(file -> save(kind, file, result.get()));
  }

  private void save(SaveKind kind, Path file, WhatIfResult result) {
    bench
        .tasks()
        .submit(
            (progress, cancellation) ->
                model.files().save(result, kind, file, progress, cancellation),
            new TaskQueue.Outcome<WrittenRows>(
                written -> bench.session().notices().information(told(file, written)),
                () -> {},
                bench.session().notices()::error));
  }

  private String told(Path file, WrittenRows written) {
    List<Reject> rejects = written.rejects();
    return rejects.isEmpty()
        ? text("whatif.saved", file.getFileName(), written.rows())
        : text(
            "whatif.saved.without",
            file.getFileName(),
            written.rows(),
            rejects.stream().map(Reject::file).distinct().count(),
            rejects.getFirst().reason());
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
