package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/// Opens each file of a manifest just enough to know how it is written and which columns it has,
/// and groups the files that agree.
final class Shards {
  private final DuckDbSession session;
  private final Collection<String> assignedNames;
  private final Cancellation cancellation;
  private final Map<Layout, List<String>> layouts = new LinkedHashMap<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Shards(DuckDbSession session, Collection<String> assignedNames, Cancellation cancellation) {
    this.session = session;
    this.assignedNames = assignedNames;
    this.cancellation = cancellation;
  }

  /// Opens the files.
  ///
  /// @return the format of them all
  /// @throws PlumblineException if they are of several formats
  ManifestFormat open(Map<Path, ManifestFormat> files) {
    ManifestFormat format = commonFormat(files);
    switch (format) {
      case PARQUET ->
          new ParquetSchemas(session, cancellation)
              .read(List.copyOf(files.keySet()), this::addParquet, rejects);
      case CSV, TSV -> files.keySet().forEach(file -> addDelimited(file, format));
      case JSONL -> addJson(files.keySet());
      case WEBDATASET -> addArchives(files.keySet());
    }
    return format;
  }

  List<ShardGroup> groups() {
    return layouts.entrySet().stream()
        .map(e -> new ShardGroup(e.getValue(), e.getKey().dialect(), e.getKey().columns()))
        .toList();
  }

  List<Reject> rejects() {
    return rejects;
  }

  List<String> notes() {
    return notes;
  }

  private static ManifestFormat commonFormat(Map<Path, ManifestFormat> files) {
    Map.Entry<Path, ManifestFormat> first = null;
    for (Map.Entry<Path, ManifestFormat> file : files.entrySet()) {
      if (first == null) {
        first = file;
      } else if (file.getValue() != first.getValue()) {
        throw new PlumblineException(
            "A manifest is of one format, but %s is %s and %s is %s: open them as two manifests."
                .formatted(first.getKey(), first.getValue(), file.getKey(), file.getValue()));
      }
    }
    return first == null ? ManifestFormat.CSV : first.getValue();
  }

  private void addParquet(Path file, List<Column> columns) {
    add(file, Dialect.plain(Compression.NONE), columns);
  }

  private void addDelimited(Path file, ManifestFormat format) {
    Optional<FileHead> head = head(file, format);
    if (head.isEmpty()) {
      return;
    }
    Optional<DelimitedSniffer.Finding> finding =
        new DelimitedSniffer(assignedNames).sniff(head.get(), format);
    if (finding.isEmpty()) {
      reject(file, file + " is empty.");
      return;
    }
    Dialect dialect = finding.get().dialect();
    if (dialect.encoding() == Encoding.UTF_8 || copied(file, dialect)) {
      add(file, dialect, finding.get().columns());
    }
  }

  private boolean copied(Path file, Dialect dialect) {
    try {
      session.utf8Copies().of(file, dialect, cancellation);
      notes.add("%s is not UTF-8; it is read as %s.".formatted(file, dialect.encoding().label()));
      return true;
    } catch (IOException e) {
      reject(file, file + " is damaged or cannot be copied to the temporary folder as UTF-8.");
      return false;
    }
  }

  /// Keys are found by name in each object, so that all files may share one list of columns.
  private void addJson(Collection<Path> files) {
    JsonFiles json = new JsonFiles(this::reject);
    for (Path file : files) {
      head(file, ManifestFormat.JSONL).ifPresent(head -> json.add(file, head));
    }
    json.dialects().forEach((file, dialect) -> add(file, dialect, json.columns()));
    json.dialects().entrySet().stream()
        .filter(file -> file.getValue().records() == Records.ARRAY)
        .findFirst()
        .ifPresent(file -> notes.add(file.getKey() + " is one JSON array."));
  }

  private void addArchives(Collection<Path> files) {
    JsonFiles json = new JsonFiles(this::reject);
    for (Path file : files) {
      cancellation.check();
      json.addArchive(file);
    }
    json.dialects().forEach((file, dialect) -> add(file, dialect, json.columns()));
  }

  private Optional<FileHead> head(Path file, ManifestFormat format) {
    cancellation.check();
    try {
      FileHead head = FileHead.read(file, session, cancellation);
      if (BinaryContent.in(head.bytes())) {
        reject(file, file + " is not a text file.");
        return Optional.empty();
      }
      boolean array = format == ManifestFormat.JSONL && JsonKeys.array(head);
      Optional<String> cut = Truncation.of(file, head.compression(), array);
      if (cut.isPresent()) {
        reject(file, cut.get());
        return Optional.empty();
      }
      return Optional.of(head);
    } catch (IOException e) {
      boolean packed = e instanceof ZipException || e instanceof EOFException;
      reject(
          file,
          packed
              ? file + " is damaged: it cannot be unpacked."
              : file + " cannot be opened: check its rights.");
    } catch (QueryException e) {
      rejects.add(ReadFailure.of(file.toString(), e, 0));
    }
    return Optional.empty();
  }

  private void reject(Path file, String sentence) {
    rejects.add(new Reject(file.toString(), sentence, 0));
  }

  private void add(Path file, Dialect dialect, List<Column> columns) {
    layouts
        .computeIfAbsent(new Layout(dialect, columns), _ -> new ArrayList<>())
        .add(file.toString());
  }

  private record Layout(Dialect dialect, List<Column> columns) {}
}
