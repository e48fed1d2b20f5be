package dev.plumbline.ui.data;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Preview;

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
    /// @throws dev.plumbline.core.PlumblineException if it cannot be read
    Inspection inspect(ManifestSource source);
  }

  /// Opens a manifest with an engine of its own.
  public static Inspection of(ManifestSource source) {
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      ManifestReader reader = new ManifestReader(engine);
      Manifest manifest = reader.read(source, new Cancellation());
      return new Inspection(manifest, reader.preview(manifest, PREVIEW_ROWS));
    }
  }
}
