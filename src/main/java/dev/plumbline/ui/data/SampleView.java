package dev.plumbline.ui.data;

/// What the card below the manifests shows.
public enum SampleView {
  /// The first rows.
  ROWS,
  /// What could not be read.
  REJECTS
}
