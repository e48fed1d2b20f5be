package dev.plumbline.manifest;

import java.util.List;

/// A column that was given a role, and why.
///
/// @param column name in the files
/// @param reason one phrase, such as `name is a known alias` or `assigned by hand`
/// @param others columns that could serve as well
public record Recognition(String column, String reason, List<String> others) {
  public Recognition {
    others = List.copyOf(others);
  }

  /// A column that no other could stand in for.
  public Recognition(String column, String reason) {
    this(column, reason, List.of());
  }
}
