package dev.plumbline.ui.data;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.Preview;
import dev.plumbline.manifest.QueryEngine;

/// A manifest opened without being read through: its columns with their roles, and its first rows.
///
/// @param manifest columns, roles, files
/// @param preview first rows
public record Inspection(Manifest manifest, Preview preview) {
  private static final int PREVIEW_ROWS = 200;

  /// Takes the first rows of a manifest; for use in the background.
  ///
  /// @throws dev.plumbline.core.PlumblineException if they cannot be read
  static Inspection of(QueryEngine engine, Manifest manifest) {
    return new Inspection(manifest, engine.preview(manifest, PREVIEW_ROWS, new Cancellation()));
  }
}
