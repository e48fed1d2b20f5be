package dev.plumbline.manifest;

import dev.plumbline.core.DatasetId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An opened manifest: readable files, their columns, and the roles these play. Holds no rows.
///
/// @param id name within the study
/// @param format format of the files
/// @param files readable files in a fixed order, at least one
/// @param bytes sum of their sizes
/// @param columns all columns, in file order
/// @param roles recognised columns with reasons
/// @param rejects files that were left out
public record Manifest(
    DatasetId id,
    ManifestFormat format,
    List<Path> files,
    long bytes,
    List<Column> columns,
    Map<ColumnRole, Recognition> roles,
    List<Reject> rejects) {
  public Manifest {
    files = List.copyOf(files);
    columns = List.copyOf(columns);
    roles = Map.copyOf(roles);
    rejects = List.copyOf(rejects);
  }

  /// The column that plays `role`, if any does.
  public Optional<String> column(ColumnRole role) {
    return Optional.ofNullable(roles.get(role)).map(Recognition::column);
  }
}
