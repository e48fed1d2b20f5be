package dev.plumbline.ui.data;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Preview;
import dev.plumbline.manifest.QueryEngine;

/// A manifest opened without being read through: its columns with their roles, and its first rows.
///
/// @param manifest columns, roles, files
/// @param preview first rows
public record Inspection(Manifest manifest, Preview preview) {
  private static final int PREVIEW_ROWS = 200;

  /// Opens a manifest; for use in the background.
  @FunctionalInterface
  public interface Inspector {
    /// Opens `source`.
    ///
    /// @param engines opens the engine that sees its files
    /// @throws dev.plumbline.core.PlumblineException if it cannot be read
    Inspection inspect(ManifestSource source, Engines engines);
  }

  /// Opens a manifest with an engine of its own.
  public static Inspection of(ManifestSource source, Engines engines) {
    try (QueryEngine engine = engines.open(source)) {
      Manifest manifest = engine.read(source, new Cancellation());
      return new Inspection(manifest, engine.preview(manifest, PREVIEW_ROWS, new Cancellation()));
    }
  }
}
