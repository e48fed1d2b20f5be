package dev.plumbline.performance;

/// A layout of score tables in CSV, told by its header.
interface ScoreFormat {
  /// Whether the header is that of this layout.
  boolean recognises(CsvTable table);

  /// Reads a recognised table.
  ///
  /// @param source name of the file, as the scores' source
  /// @throws dev.plumbline.core.PlumblineException if a cell cannot be read
  ScoreTable read(CsvTable table, String source);
}
