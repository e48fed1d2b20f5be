package dev.plumbline.manifest;

import dev.plumbline.core.Arguments;
import java.util.List;
import java.util.Optional;

/// Files of one manifest that are written in the same way and have the same columns.
///
/// @param files at least one, in a fixed order: paths, or addresses that a cluster understands
/// @param dialect how they are written
/// @param columns in file order
public record ShardGroup(List<String> files, Dialect dialect, List<Column> columns) {
  public ShardGroup {
    Arguments.check(!files.isEmpty(), "a shard group needs a file");
    files = List.copyOf(files);
    columns = List.copyOf(columns);
  }

  /// Position of the column of that name, exactly so or else ignoring case.
  Optional<Integer> indexOf(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return Optional.of(i);
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equalsIgnoreCase(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
