package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Digest;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Embeddings kept on disk, addressed by content: what the model is (graph and weights), how it is
/// fed (preprocessing or tokenising), what it is shown. Safe to share between threads and programs,
/// and against a crash at any moment. When it outgrows its limit, what was not used for the longest
/// time goes first.
public final class EmbeddingCache {
  /// Limit of a cache that no limit was given for: 4 GiB.
  public static final long DEFAULT_BYTES = 4L << 30;

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);
  private static final double KEPT_SHARE = 0.8;
  private static final String LIMIT = "limit";

  private final Optional<Path> folder;
  private final long limit;
  private final FileDigests digests;

  private EmbeddingCache(Optional<Path> folder, long limit, FileDigests digests) {
    this.folder = folder;
    this.limit = limit;
    this.digests = digests;
  }

  /// A cache that keeps nothing.
  public static EmbeddingCache none() {
    return new EmbeddingCache(Optional.empty(), 0, FileDigests.inMemory());
  }

  /// A cache in a folder, which is made when there is something to keep.
  ///
  /// @param bytes limit of its size
  public static EmbeddingCache at(Path folder, long bytes) {
    return new EmbeddingCache(
        Optional.of(folder), bytes, FileDigests.logged(folder.resolve("digests.log")));
  }

  /// The user's cache: `plumbline.cache` if that system property is set, else `plumbline` in the
  /// system's place for caches.
  public static Path defaultFolder() {
    String chosen = System.getProperty("plumbline.cache");
    if (chosen != null) {
      return Path.of(chosen);
    }
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    if (system.startsWith("windows")) {
      return variable("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("plumbline/cache");
    }
    return system.startsWith("mac")
        ? home.resolve("Library/Caches/plumbline")
        : variable("XDG_CACHE_HOME", home.resolve(".cache")).resolve("plumbline");
  }

  /// The limit that was set for a cache folder, else [#DEFAULT_BYTES].
  public static long limitOf(Path folder) {
    Path file = folder.resolve(LIMIT);
    try {
      long bytes = Long.parseLong(Files.readString(file).strip());
      return bytes > 0 ? bytes : DEFAULT_BYTES;
    } catch (NoSuchFileException _) {
      return DEFAULT_BYTES;
    } catch (IOException | NumberFormatException e) {
      LOG.warn("The limit in {} is left aside", file, e);
      return DEFAULT_BYTES;
    }
  }

  /// Sets the limit of a cache folder for all programs that use it from now on, and makes the cache
  /// smaller at once if it is above.
  ///
  /// @throws PlumblineException if the folder cannot be written to
  public static void setLimit(Path folder, long bytes) {
    Arguments.check(bytes > 0, "the limit must be positive");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(LIMIT), Long.toString(bytes));
    } catch (IOException e) {
      throw new PlumblineException(
          "The limit cannot be kept in " + folder + ": check that it may be written to.", e);
    }
    at(folder, bytes).evict();
  }

  private static Path variable(String name, Path fallback) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? fallback : Path.of(value);
  }

  /// Digests of files seen before.
  public FileDigests digests() {
    return digests;
  }

  /// Where it lies, empty if it keeps nothing.
  public Optional<Path> folder() {
    return folder;
  }

  /// Opens the vectors of one model fed in one way.
  ///
  /// @param parts what model and feeding are, in a fixed order
  VectorPack open(String... parts) {
    Digest.Builder address = Digest.builder();
    for (String part : parts) {
      address.add(part.getBytes(StandardCharsets.UTF_8)).add(new byte[] {0});
    }
    String name = address.hex().substring(0, 32);
    return new VectorPack(folder.map(path -> path.resolve("packs")), name, this::evict);
  }

  /// How many vectors it holds, of all models together.
  public synchronized long vectors() {
    return packs().stream().mapToLong(pack -> new PackFile(pack).vectors()).sum();
  }

  /// Size on disk.
  public synchronized long bytes() {
    return packs().stream().mapToLong(EmbeddingCache::size).sum();
  }

  /// Removes all vectors; a run that is going on is not disturbed.
  public synchronized void clear() {
    packs().forEach(EmbeddingCache::delete);
  }

  /// Removes what was not used for the longest time once the limit is exceeded.
  private synchronized void evict() {
    long total = bytes();
    if (total <= limit) {
      return;
    }
    List<Path> oldest =
        packs().stream().sorted(Comparator.comparing(EmbeddingCache::lastUse)).toList();
    for (Path pack : oldest) {
      if (total <= limit * KEPT_SHARE) {
        return;
      }
      total -= size(pack);
      delete(pack);
    }
  }

  private List<Path> packs() {
    Optional<Path> packs = folder.map(path -> path.resolve("packs")).filter(Files::isDirectory);
    if (packs.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(packs.get())) {
      return files.filter(file -> file.toString().endsWith(VectorPack.SUFFIX)).toList();
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the cache " + packs.get() + ".", e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException _) {
      return 0;
    } catch (IOException e) {
      LOG.warn("Cannot read the size of {}", file, e);
      return 0;
    }
  }

  private static long lastUse(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException _) {
      return 0;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Cannot remove {} from the cache", file, e);
    }
  }
}
