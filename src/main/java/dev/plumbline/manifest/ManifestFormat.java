package dev.plumbline.manifest;

/// File formats of manifests.
public enum ManifestFormat {
  CSV,
  TSV,
  JSONL,
  PARQUET
}
