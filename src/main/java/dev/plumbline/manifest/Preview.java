package dev.plumbline.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The first rows of a manifest, as text.
///
/// @param columns all columns of the manifest
/// @param rows one cell a column, null where a row has no value; long cells are cut
public record Preview(List<String> columns, List<List<String>> rows) {
  public Preview {
    columns = List.copyOf(columns);
    rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
  }
}
