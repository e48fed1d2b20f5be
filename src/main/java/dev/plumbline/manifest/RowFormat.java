package dev.plumbline.manifest;

/// How a file of rows is written.
public enum RowFormat {
  /// Parquet, packed by zstd.
  PARQUET("FORMAT parquet, COMPRESSION zstd"),
  /// CSV in UTF-8 with a header.
  CSV("FORMAT csv, HEADER");

  private final String options;

  RowFormat(String options) {
    this.options = options;
  }

  /// Options of the embedded engine's `COPY`.
  String options() {
    return options;
  }
}
