package dev.plumbline.manifest;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds the files that a user's words mean: files, folders (all files of a known suffix below
/// them), globs.
///
/// Hidden files, those that start with `_`, and img2dataset's `*_stats.json` are left out of
/// folders. So are tar archives beside tables, which say the same of each sample and list those
/// that could not be downloaded too, and `.json` beside either (descriptions of single images).
/// Symbolic links are followed; a loop is entered once.
final class SourceFiles {
  private static final Map<String, ManifestFormat> SUFFIXES =
      Map.of(
          "csv", ManifestFormat.CSV,
          "tsv", ManifestFormat.TSV,
          "tab", ManifestFormat.TSV,
          "jsonl", ManifestFormat.JSONL,
          "ndjson", ManifestFormat.JSONL,
          "json", ManifestFormat.JSONL,
          "parquet", ManifestFormat.PARQUET,
          "pq", ManifestFormat.PARQUET,
          "tar", ManifestFormat.WEBDATASET,
          "tgz", ManifestFormat.WEBDATASET);
  private static final Pattern PACKED = Pattern.compile("\\.(gz|gzip|zst|zstd)$");
  private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

  private final SortedMap<Path, Optional<ManifestFormat>> found = new TreeMap<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private SourceFiles() {}

  /// Resolves all words of a source; a file that several words mean counts once.
  ///
  /// @throws PlumblineException if one of them means no file
  static SourceFiles of(List<String> words) {
    SourceFiles files = new SourceFiles();
    words.forEach(files::add);
    return files;
  }

  /// Format by suffix of each file, in the order of their paths; empty where the suffix says
  /// nothing.
  SortedMap<Path, Optional<ManifestFormat>> found() {
    return found;
  }

  /// Folders that could not be entered.
  List<Reject> rejects() {
    return rejects;
  }

  /// What else was found and is not read, one sentence each.
  List<String> notes() {
    return notes;
  }

  private void add(String word) {
    Path path;
    try {
      path = Path.of(word);
    } catch (InvalidPathException e) {
      path = null;
    }
    if (path != null && Files.isDirectory(path)) {
      addFolder(word, path);
    } else if (path != null && Files.isRegularFile(path)) {
      put(path, format(path));
    } else if (path != null && Files.exists(path)) {
      throw new PlumblineException(word + " is neither a file nor a folder.");
    } else if (GLOB.matcher(word).find()) {
      addGlob(word);
    } else {
      throw new PlumblineException("There is no file " + word + ": check its name.");
    }
  }

  private void addFolder(String word, Path folder) {
    int before = found.size() + rejects.size();
    int[] archives = {0};
    walk(
        folder,
        file -> {
          boolean known = visible(folder, file) && format(file).isPresent() && !json(file);
          archives[0] += known && archive(file) ? 1 : 0;
          return known && !archive(file);
        });
    if (archives[0] > 0 && found.size() + rejects.size() > before) {
      notes.add(
          "%,d tar archives of %s are left aside: the tables beside them list the same samples, and those that could not be downloaded."
              .formatted(archives[0], folder));
    }
    if (found.size() + rejects.size() == before && archives[0] > 0) {
      walk(folder, file -> visible(folder, file) && archive(file));
    }
    if (found.size() + rejects.size() == before) {
      walk(folder, file -> visible(folder, file) && json(file));
    }
    if (found.size() + rejects.size() == before) {
      throw new PlumblineException(
          "The folder " + word + " holds no CSV, TSV, JSON lines, Parquet or tar file.");
    }
  }

  private static boolean archive(Path file) {
    return format(file).filter(ManifestFormat.WEBDATASET::equals).isPresent();
  }

  private static boolean json(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return PACKED.matcher(name).replaceFirst("").endsWith(".json");
  }

  private void addGlob(String word) {
    String absolute = Path.of("").toAbsolutePath() + "/" + word;
    String pattern = word.startsWith("/") || word.matches("[A-Za-z]:.*") ? word : absolute;
    pattern = pattern.replace('\\', '/');
    String fixed = pattern.substring(0, firstOf(pattern));
    Path base = Path.of(fixed.substring(0, fixed.lastIndexOf('/') + 1));
    int before = found.size();
    if (Files.isDirectory(base)) {
      PathMatcher matcher = matcher(base, word, pattern);
      walk(base, matcher::matches);
    }
    if (found.size() == before) {
      throw new PlumblineException("No file matches " + word + ": check the pattern.");
    }
  }

  private static int firstOf(String pattern) {
    var matcher = GLOB.matcher(pattern);
    return matcher.find() ? matcher.start() : pattern.length();
  }

  private static PathMatcher matcher(Path base, String word, String pattern) {
    try {
      return base.getFileSystem().getPathMatcher("glob:" + pattern);
    } catch (IllegalArgumentException e) {
      throw new PlumblineException(
          "The pattern " + word + " is not a valid glob: check its brackets.", e);
    }
  }

  private void walk(Path folder, Predicate<Path> wanted) {
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Collector(wanted));
    } catch (IOException e) {
      throw new PlumblineException(
          "The folder " + folder + " cannot be read: check its rights.", e);
    }
  }

  private void put(Path file, Optional<ManifestFormat> format) {
    found.put(file.toAbsolutePath().normalize(), format);
  }

  private static boolean visible(Path folder, Path file) {
    for (Path name : folder.relativize(file)) {
      String text = name.toString();
      if (text.startsWith(".") || text.startsWith("_")) {
        return false;
      }
    }
    return !file.getFileName().toString().endsWith("_stats.json");
  }

  private static Optional<ManifestFormat> format(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String bare = PACKED.matcher(name).replaceFirst("");
    ManifestFormat format = SUFFIXES.get(bare.substring(bare.lastIndexOf('.') + 1));
    boolean packedParquet = format == ManifestFormat.PARQUET && !bare.equals(name);
    return packedParquet || bare.lastIndexOf('.') < 0
        ? Optional.empty()
        : Optional.ofNullable(format);
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final Predicate<Path> wanted;

    Collector(Predicate<Path> wanted) {
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink() && wanted.test(file)) {
        rejects.add(
            new Reject(file.toString(), file + " is a link that leads to no file: mend it.", 0));
      } else if (attributes.isRegularFile() && wanted.test(file)) {
        put(file, format(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (!(failure instanceof FileSystemLoopException)) {
        rejects.add(new Reject(file.toString(), file + " cannot be opened: check its rights.", 0));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
