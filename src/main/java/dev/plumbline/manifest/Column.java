package dev.plumbline.manifest;

import java.util.List;

/// A column as the files declare it, or a field of a nested one.
///
/// @param name name in the files; of a field, the names on the way to it with dots between
/// @param type type in the query engine's words, such as `VARCHAR`
/// @param path names on the way to it, one for a column of its own
public record Column(String name, String type, List<String> path) {
  public Column {
    path = List.copyOf(path);
  }

  /// A column that is not part of another.
  public Column(String name, String type) {
    this(name, type, List.of(name));
  }

  /// A field of this column.
  Column field(String field, String fieldType) {
    List<String> longer = new java.util.ArrayList<>(path);
    longer.add(field);
    return new Column(name + "." + field, fieldType, longer);
  }

  /// Whether it is a field of another column.
  public boolean nested() {
    return path.size() > 1;
  }
}
