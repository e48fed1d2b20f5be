package dev.plumbline.ui.bias;

import dev.plumbline.study.RetrievalRow;

/// An attribute of a labelled folder.
///
/// @param source id of the folder
/// @param attribute the attribute
record Searched(String source, String attribute) {
  static Searched of(RetrievalRow row) {
    return new Searched(row.source(), row.attribute());
  }

  String label() {
    return attribute + " · " + source;
  }
}
