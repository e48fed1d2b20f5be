package dev.plumbline.manifest;

/// Says in one sentence why a file cannot be read.
final class ReadFailure {
  private ReadFailure() {}

  /// The reject of a file on which the engine failed.
  static Reject of(String file, QueryException failure, long rows) {
    return new Reject(file, sentence(file, failure.detail()), rows);
  }

  private static String sentence(String file, String detail) {
    if (detail.contains("No magic bytes found") || detail.contains("not a Parquet file")) {
      return file + " is not a Parquet file, or it is truncated.";
    }
    if (detail.contains("too small to be a Parquet file")) {
      return file + " is not a Parquet file: it is empty or nearly so.";
    }
    if (detail.contains("Invalid string encoding")) {
      return file + " is damaged: it holds text that is not UTF-8.";
    }
    if (detail.contains("GZIP") || detail.contains("ZSTD") || detail.contains("decompress")) {
      return file + " is damaged: it cannot be unpacked to its end.";
    }
    if (detail.contains("Damaged tar")) {
      return file + " is truncated or damaged: its samples cannot be read to the end.";
    }
    if (detail.contains("CANNOT_READ_FILE_FOOTER")) {
      return file + " is not a Parquet file, or it is truncated.";
    }
    if (detail.contains("FAILED_READ_FILE")) {
      return file + " cannot be read by the cluster: it is damaged, truncated or gone.";
    }
    if (detail.contains("Could not read enough bytes")) {
      return file + " is truncated: it ends before its data does.";
    }
    if (detail.contains("Cannot open file") || detail.contains("No files found")) {
      return file + " cannot be opened: it is gone or not readable.";
    }
    return file + " cannot be read, it is probably damaged (" + tail(detail) + ").";
  }

  private static String tail(String detail) {
    String text = detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
