package dev.plumbline.manifest;

import java.util.List;

/// A file, or rows of one, that could not be read and is therefore missing from every count.
///
/// @param file the file
/// @param reason one sentence
/// @param rows rows that are known to be lost, 0 if the number is unknown
/// @param lines the first of the rows that were left out of a file whose other rows count
public record Reject(String file, String reason, long rows, List<RejectedLine> lines) {
  /// No more lines of a file than that are listed for one reason.
  static final int MOST_LINES = 50;

  public Reject {
    lines = List.copyOf(lines);
  }

  /// Without a list of lines.
  public Reject(String file, String reason, long rows) {
    this(file, reason, rows, List.of());
  }
}
