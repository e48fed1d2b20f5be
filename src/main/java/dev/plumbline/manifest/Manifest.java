package dev.plumbline.manifest;

import dev.plumbline.core.DatasetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An opened manifest: readable files, their columns, and the roles these play. Holds no rows.
///
/// @param id name within the study
/// @param format format of the files
/// @param groups the files by the way they are written, at least one
/// @param bytes sum of their sizes
/// @param columns all columns, in file order
/// @param roles recognised columns with reasons
/// @param rejects files that were left out
/// @param notes what a user should know about how the files were read, one sentence each
public record Manifest(
    DatasetId id,
    ManifestFormat format,
    List<ShardGroup> groups,
    long bytes,
    List<Column> columns,
    Map<ColumnRole, Recognition> roles,
    List<Reject> rejects,
    List<String> notes) {
  public Manifest {
    groups = List.copyOf(groups);
    columns = List.copyOf(columns);
    roles = Collections.unmodifiableMap(new TreeMap<>(roles));
    rejects = List.copyOf(rejects);
    notes = List.copyOf(notes);
  }

  /// The readable files in a fixed order: paths, or addresses that a cluster understands.
  public List<String> files() {
    return groups.stream().flatMap(group -> group.files().stream()).sorted().toList();
  }

  /// The column that plays `role`, if any does.
  public Optional<String> column(ColumnRole role) {
    return Optional.ofNullable(roles.get(role)).map(Recognition::column);
  }

  /// Why no column is the caption, and what to do about it; one sentence.
  public String withoutCaption() {
    Recognition uid = roles.get(ColumnRole.UID);
    if (uid != null && uid.reason().equals(ColumnRecogniser.YFCC_PHOTOS)) {
      return "%s is OpenAI's list of the YFCC100M photos in YFCC15M, which has no captions: join it with yfcc100m_dataset by photo number, or open the JSON lines of DeCLIP instead."
          .formatted(files().getFirst());
    }
    return "No column of %s is recognised as the caption: assign one of %s to it (caption=NAME)."
        .formatted(
            files().getFirst(),
            columns.stream().map(Column::name).collect(Collectors.joining(", ")));
  }

  /// The same manifest without some files, which are listed as rejects instead. It may be left with
  /// no file at all.
  public Manifest without(Collection<Reject> unreadable) {
    List<String> gone = unreadable.stream().map(Reject::file).toList();
    List<ShardGroup> left = new ArrayList<>();
    for (ShardGroup group : groups) {
      List<String> files = group.files().stream().filter(file -> !gone.contains(file)).toList();
      if (!files.isEmpty()) {
        left.add(new ShardGroup(files, group.dialect(), group.columns()));
      }
    }
    List<Reject> all = new ArrayList<>(rejects);
    all.addAll(unreadable);
    return new Manifest(id, format, left, bytes, columns, roles, all, notes);
  }

  /// The same manifest reduced to one of its files.
  public Manifest only(String file) {
    List<ShardGroup> one =
        groups.stream()
            .filter(group -> group.files().contains(file))
            .map(group -> new ShardGroup(List.of(file), group.dialect(), group.columns()))
            .toList();
    return new Manifest(id, format, one, bytes, columns, roles, rejects, notes);
  }
}
