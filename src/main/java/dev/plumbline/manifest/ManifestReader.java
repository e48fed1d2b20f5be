package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens manifests: finds their files, formats, columns and roles, without reading them through.
public final class ManifestReader {

  private final DuckDbEngine engine;

  public ManifestReader(DuckDbEngine engine) {
    this.engine = engine;
  }

  /// The files that a source means, sorted by path; none is opened.
  ///
  /// @throws PlumblineException if one of its words means no file
  public static List<Path> files(ManifestSource source) {
    return List.copyOf(SourceFiles.of(source.files()).found().keySet());
  }

  /// Opens a manifest. Files that cannot be read are listed as rejects.
  ///
  /// @throws PlumblineException if a name means no file, formats are mixed, no file is readable or
  ///   an assigned column does not exist
  public Manifest read(ManifestSource source, Cancellation cancellation) {
    SourceFiles found = SourceFiles.of(source.files());
    List<Reject> rejects = new ArrayList<>(found.rejects());
    Map<Path, ManifestFormat> formats = formats(found, rejects);
    try (DuckDbSession session = engine.session()) {
      Shards shards = new Shards(session, source.mapping().values(), cancellation);
      ManifestFormat format = shards.open(formats);
      rejects.addAll(shards.rejects());
      if (shards.groups().isEmpty()) {
        throw new PlumblineException(nothingReadable(source, rejects));
      }
      Manifest bare =
          new Manifest(
              source.id(),
              format,
              shards.groups(),
              bytes(shards.groups()),
              AllColumns.of(shards.groups()),
              Map.of(),
              rejects,
              notes(found, shards));
      return RecognisedRoles.added(bare, source, session, cancellation);
    }
  }

  /// The first rows, as text.
  ///
  /// @param rows at most so many
  public Preview preview(Manifest manifest, int rows, Cancellation cancellation) {
    try (DuckDbSession session = engine.session()) {
      return FirstRows.of(manifest, rows, session, cancellation);
    }
  }

  /// The first rows, as text.
  public Preview preview(Manifest manifest, int rows) {
    return preview(manifest, rows, new Cancellation());
  }

  private static Map<Path, ManifestFormat> formats(SourceFiles found, List<Reject> rejects) {
    Map<Path, ManifestFormat> formats = new LinkedHashMap<>();
    found
        .found()
        .forEach(
            (file, named) -> {
              Optional<ManifestFormat> format = named.or(() -> FormatSniffer.sniff(file));
              if (format.isPresent()) {
                formats.put(file, format.get());
              } else {
                rejects.add(
                    new Reject(
                        file.toString(),
                        file + " is none of CSV, TSV, JSON lines, Parquet and tar.",
                        0));
              }
            });
    return formats;
  }

  private static List<String> notes(SourceFiles found, Shards shards) {
    List<String> notes = new ArrayList<>(found.notes());
    notes.addAll(shards.notes());
    return notes;
  }

  private static String nothingReadable(ManifestSource source, List<Reject> rejects) {
    String first = rejects.getFirst().reason();
    return rejects.size() == 1
        ? first
        : "None of the %d files of %s can be read; the first: %s"
            .formatted(rejects.size(), source.id(), first);
  }

  private static long bytes(List<ShardGroup> groups) {
    long bytes = 0;
    for (ShardGroup group : groups) {
      for (String file : group.files()) {
        try {
          bytes += Files.size(Path.of(file));
        } catch (IOException e) {
          throw new PlumblineException(file + " is gone: open the manifest again.", e);
        }
      }
    }
    return bytes;
  }
}
