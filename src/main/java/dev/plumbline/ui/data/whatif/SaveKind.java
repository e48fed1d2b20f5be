package dev.plumbline.ui.data.whatif;

import dev.plumbline.ui.part.FileDialogs;

/// What of a what-if can be written.
enum SaveKind {
  RECIPE(FileDialogs.Kind.RECIPE, "-recipe"),
  SUBSET(FileDialogs.Kind.SUBSET, "-filtered"),
  ROWS(FileDialogs.Kind.ROWS, "-filtered"),
  WEIGHTS(FileDialogs.Kind.WEIGHTS, "-weights"),
  WEIGHTS_CSV(FileDialogs.Kind.CSV, "-weights");

  private final FileDialogs.Kind dialog;
  private final String ending;

  SaveKind(FileDialogs.Kind dialog, String ending) {
    this.dialog = dialog;
    this.ending = ending;
  }

  FileDialogs.Kind dialog() {
    return dialog;
  }

  /// What the proposed name has after the manifest's.
  String ending() {
    return ending;
  }
}
