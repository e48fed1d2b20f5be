package dev.plumbline.stimulus;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folder in which a user keeps stimuli: folders of images in any `category/set` layout, the
/// OASIS images with their norms, the NRC-VAD lexicon, each at any depth of up to eight folders.
///
/// A set's folder is found by its path below the stimulus folder, else as the end of a deeper path
/// (`data/experiments/race/african-american` for `race/african-american`), the shallowest first,
/// without regard to case. Norms are found by their columns, whatever their file is called.
public final class StimulusFolder {
  private static final int DEPTH = 8;
  private static final int MOST_ENTRIES = 200_000;
  private static final int MOST_TABLES = 400;

  private final Path root;
  private final List<Path> folders = new ArrayList<>();
  private final List<Path> tables = new ArrayList<>();
  private final Map<NormsSource, Optional<NormsTable>> norms = new EnumMap<>(NormsSource.class);
  private final Map<Path, Map<String, Path>> imagesBelow = new HashMap<>();

  private StimulusFolder(Path root) {
    this.root = root;
  }

  /// Looks through a folder.
  ///
  /// @throws PlumblineException if it is not there or cannot be read
  public static StimulusFolder open(Path root) {
    if (!Files.isDirectory(root)) {
      throw new PlumblineException("There is no folder " + root + ".");
    }
    StimulusFolder folder = new StimulusFolder(root);
    folder.walk();
    return folder;
  }

  private void walk() {
    try {
      Files.walkFileTree(
          root,
          EnumSet.of(java.nio.file.FileVisitOption.FOLLOW_LINKS),
          DEPTH,
          new SimpleFileVisitor<>() {
            private int entries;

            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
              boolean hidden = !path.equals(root) && path.getFileName().toString().startsWith(".");
              if (hidden) {
                return FileVisitResult.SKIP_SUBTREE;
              }
              folders.add(path);
              return next();
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (tables.size() < MOST_TABLES && attributes.isRegularFile() && mayBeTable(path)) {
                tables.add(path);
              }
              return next();
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
              return FileVisitResult.CONTINUE; // what cannot be read is not there
            }

            private FileVisitResult next() {
              return ++entries > MOST_ENTRIES
                  ? FileVisitResult.TERMINATE
                  : FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the folder " + root + ".", e);
    }
    Comparator<Path> shallowFirst =
        Comparator.comparingInt(Path::getNameCount).thenComparing(Path::toString);
    folders.sort(shallowFirst);
    tables.sort(shallowFirst);
  }

  private static boolean mayBeTable(Path file) {
    String name = lower(file.getFileName());
    return name.endsWith(".csv") || name.endsWith(".txt") || name.endsWith(".tsv");
  }

  /// The folder itself.
  public Path root() {
    return root;
  }

  /// The folder of an image set, such as `race/african-american`.
  public Optional<Path> folder(String name) {
    Path exact = root.resolve(name).normalize();
    if (Files.isDirectory(exact)) {
      return Optional.of(exact);
    }
    String wanted = "/" + lower(Path.of(name).normalize());
    return folders.stream()
        .filter(folder -> ("/" + lower(root.relativize(folder))).endsWith(wanted))
        .findFirst();
  }

  /// The user's copy of published norms; of several the shallowest.
  ///
  /// @throws PlumblineException if it is damaged
  public synchronized Optional<NormsTable> norms(NormsSource source) {
    Optional<NormsTable> known = norms.get(source);
    if (known == null) {
      known =
          tables.stream()
              .filter(table -> NormsReader.recognise(table).equals(Optional.of(source)))
              .findFirst()
              .map(NormsReader::read);
      norms.put(source, known);
    }
    return known;
  }

  /// The image files named after entries of an image table, in their order: looked for below the
  /// table's own folder, then in the whole folder, without regard to case and suffix.
  ///
  /// @throws PlumblineException naming those that are missing
  public synchronized List<Path> imagesNamed(NormsTable table, List<String> names) {
    Map<String, Path> near = imagesBelow(table.file().getParent());
    List<Path> found = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      Path image = near.get(name.toLowerCase(Locale.ROOT));
      if (image == null) {
        image = imagesBelow(root).get(name.toLowerCase(Locale.ROOT));
      }
      if (image == null) {
        missing.add(name);
      } else {
        found.add(image);
      }
    }
    if (!missing.isEmpty()) {
      throw new PlumblineException(
          "%d of the %d images that %s names are not below %s, such as \"%s\": put them there."
              .formatted(
                  missing.size(), names.size(), table.file(), root, missing.getFirst() + ".jpg"));
    }
    return found;
  }

  private Map<String, Path> imagesBelow(Path top) {
    return imagesBelow.computeIfAbsent(
        top,
        _ -> {
          Map<String, Path> images = new HashMap<>();
          folders.stream()
              .filter(folder -> folder.startsWith(top))
              .flatMap(folder -> ImageFolder.listOrNone(folder).stream())
              .forEach(
                  image -> {
                    String name = lower(image.getFileName());
                    images.putIfAbsent(name.substring(0, name.lastIndexOf('.')).strip(), image);
                  });
          return images;
        });
  }

  private static String lower(Path path) {
    return path.toString().replace('\\', '/').toLowerCase(Locale.ROOT);
  }
}
