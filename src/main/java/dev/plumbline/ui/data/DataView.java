package dev.plumbline.ui.data;

/// What the Data page shows.
public enum DataView {
  /// Manifests, columns, facets, first rows.
  PROFILE,
  /// Who is spoken of with what.
  CAPTIONS,
  /// What a filter would leave of the manifest looked at.
  WHAT_IF,
  /// Which weights give the kept rows a wanted mix.
  MIX,
  /// How two manifests differ.
  DIFFERENCE
}
