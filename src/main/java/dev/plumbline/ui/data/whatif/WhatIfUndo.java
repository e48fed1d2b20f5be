package dev.plumbline.ui.data.whatif;

import dev.plumbline.ui.part.Workbench;
import java.util.Optional;
import javafx.scene.control.Button;

/// A button that takes the newest step of the study back while that is one of a what-if.
///
/// @param bench its session
record WhatIfUndo(Workbench bench) {
  /// The button.
  Button of(String id) {
    String step = bench.look().text("undo.what-if");
    Button button = new Button(bench.look().text("whatif.undo"));
    button.setId(id);
    button.getStyleClass().addAll("small", "flat");
    button.setOnAction(_ -> bench.session().undo());
    button
        .disableProperty()
        .bind(
            bench
                .session()
                .undoStack()
                .newestProperty()
                .map(newest -> !newest.map(it -> it.name()).equals(Optional.of(step))));
    return button;
  }
}
