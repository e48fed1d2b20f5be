package dev.plumbline.ui.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for files; the window's own is replaced in tests, since a headless platform has
/// none.
public interface FileDialogs {
  /// Kinds of files that are opened or saved.
  enum Kind {
    STUDY("plumb"),
    MANIFEST("csv", "tsv", "jsonl", "ndjson", "json", "parquet", "pq", "tar", "tgz", "gz", "zst"),
    SCORES("csv", "json", "jsonl"),
    RESULTS("csv", "tsv"),
    BATTERY("json", "jsonl"),
    LEXICON("json"),
    REFERENCE("json"),
    CATALOG("json"),
    VECTORS("json", "csv", "npy", "parquet"),
    RECIPE("json"),
    SUBSET("npy"),
    ROWS("parquet"),
    WEIGHTS("parquet"),
    LIST("txt", "csv"),
    PNG("png"),
    SVG("svg"),
    CSV("csv"),
    PPTX("pptx");

    private final List<String> suffixes;

    Kind(String... suffixes) {
      this.suffixes = List.of(suffixes);
    }

    /// Suffixes without their dot, the usual one first.
    public List<String> suffixes() {
      return suffixes;
    }
  }

  /// Files to open, none if the user thought better of it.
  List<Path> open(Kind kind);

  /// A folder to open.
  Optional<Path> folder(String title);

  /// A file to write, with its suffix.
  ///
  /// @param name proposed name without suffix
  Optional<Path> save(Kind kind, String name);
}
