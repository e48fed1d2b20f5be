package dev.plumbline.manifest;

/// File formats of manifests.
public enum ManifestFormat {
  CSV,
  TSV,
  /// JSON objects: one a line, or in one array.
  JSONL,
  PARQUET,
  /// Tar archives of samples, each described by `.json` and `.txt` members.
  WEBDATASET
}
