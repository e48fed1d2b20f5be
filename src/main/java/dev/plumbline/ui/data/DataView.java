package dev.plumbline.ui.data;

/// What the Data page shows.
public enum DataView {
  /// Manifests, columns, facets, first rows.
  PROFILE,
  /// What a filter would leave of the manifest looked at.
  WHAT_IF,
  /// How two manifests differ.
  DIFFERENCE
}
