package dev.plumbline.embedding;

import dev.plumbline.core.Digest;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Digests of files, remembered by path, size and time stamp, so that unchanged files are read once
/// only, in this run or, with a log, in an earlier one.
///
/// The log is text, one line a file: digest, size, modification time in nanoseconds, path. Lines
/// are appended; a line that is not whole is passed over. A file changed less than two seconds ago
/// is not remembered, since a further change might leave size and time as they are.
public final class FileDigests {
  private static final Logger LOG = LoggerFactory.getLogger(FileDigests.class);
  private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final int DIGITS = 64;

  private record Known(String digest, long size, long modified) {}

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Optional<Path> log;

  private FileDigests(Optional<Path> log) {
    this.log = log;
  }

  /// Digests remembered for as long as this object lives.
  public static FileDigests inMemory() {
    return new FileDigests(Optional.empty());
  }

  /// Digests remembered in a log, which is made when there is something to write.
  public static FileDigests logged(Path log) {
    FileDigests digests = new FileDigests(Optional.of(log));
    digests.load(log);
    return digests;
  }

  /// SHA-256 of a file's content, hexadecimal.
  ///
  /// @throws PlumblineException if it cannot be read
  public String of(Path file) {
    String key = key(file);
    BasicFileAttributes attributes = attributes(file);
    Known before = known.get(key);
    if (isCurrent(before, attributes)) {
      return before.digest();
    }
    long modified = modified(attributes);
    Known now = new Known(Digest.of(file), attributes.size(), modified);
    long age = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - modified;
    if (age > SETTLED_NANOS) {
      known.put(key, now);
      append(key, now);
    }
    return now.digest();
  }

  /// The digest, if it is known without reading the file.
  ///
  /// @throws PlumblineException if there is no such file
  Optional<String> remembered(Path file) {
    Known before = known.get(key(file));
    return isCurrent(before, attributes(file)) ? Optional.of(before.digest()) : Optional.empty();
  }

  private static boolean isCurrent(Known before, BasicFileAttributes attributes) {
    return before != null
        && before.size() == attributes.size()
        && before.modified() == modified(attributes);
  }

  private static long modified(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
  }

  private static String key(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  private static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      throw new PlumblineException(
          "The file " + file + " cannot be read: check that it exists.", e);
    }
  }

  private void load(Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      List<String> lines = List.of(Files.readString(file, StandardCharsets.UTF_8).split("\n", -1));
      for (String line : lines.subList(0, lines.size() - 1)) {
        remember(line);
      }
      if (lines.size() > 2 * known.size() + 1000) {
        compact(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("The log of digests {} cannot be read; files are read again", file, e);
    }
  }

  private void remember(String line) {
    String[] cells = line.split(" ", 4);
    if (cells.length == 4 && cells[0].length() == DIGITS) {
      try {
        long size = Long.parseLong(cells[1]);
        known.put(unescape(cells[3]), new Known(cells[0], size, Long.parseLong(cells[2])));
      } catch (NumberFormatException e) {
        LOG.debug("Passed over a damaged line of the log of digests", e);
      }
    }
  }

  private void compact(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    known.forEach((key, value) -> text.append(line(key, value)));
    Path draft = Files.createTempFile(file.getParent(), "digests", ".tmp");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private synchronized void append(String key, Known value) {
    if (log.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(log.get().getParent());
      try (FileChannel channel =
          FileChannel.open(log.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        String line = (endsWhole(log.get()) ? "" : "\n") + line(key, value);
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      LOG.warn("The log of digests {} cannot be written", log.get(), e);
    }
  }

  /// Whether the log ends with a whole line; it may not after a crash.
  private static boolean endsWhole(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      return size == 0 || channel.read(last, size - 1) == 1 && last.get(0) == '\n';
    }
  }

  private static String line(String key, Known value) {
    return "%s %d %d %s%n"
        .formatted(value.digest(), value.size(), value.modified(), escape(key))
        .replace("\r\n", "\n");
  }

  private static String escape(String path) {
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
  }

  private static String unescape(String path) {
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }
}
