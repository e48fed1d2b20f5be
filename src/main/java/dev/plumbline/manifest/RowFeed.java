package dev.plumbline.manifest;

import java.util.List;
import java.util.Optional;

/// Rows from outside that the embedded engine reads while they arrive. One thread asks for them.
interface RowFeed {
  /// The columns, in order.
  List<FeedColumn> columns();

  /// The next row, one text a column, null where it has no value; empty at the end.
  Optional<String[]> next();

  /// A column that arrives as text.
  ///
  /// @param name its name
  /// @param value SQL of its value in its own type, with `%s` for the text
  record FeedColumn(String name, String value) {}
}
