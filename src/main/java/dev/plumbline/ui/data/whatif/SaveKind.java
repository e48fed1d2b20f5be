package dev.plumbline.ui.data.whatif;

import dev.plumbline.ui.part.FileDialogs;

/// What of a what-if can be written.
enum SaveKind {
  RECIPE(FileDialogs.Kind.RECIPE),
  SUBSET(FileDialogs.Kind.SUBSET),
  ROWS(FileDialogs.Kind.ROWS);

  private final FileDialogs.Kind dialog;

  SaveKind(FileDialogs.Kind dialog) {
    this.dialog = dialog;
  }

  FileDialogs.Kind dialog() {
    return dialog;
  }
}
