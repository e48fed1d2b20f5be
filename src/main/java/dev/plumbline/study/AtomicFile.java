package dev.plumbline.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Replaces a file as a whole: the new content goes to a second file in the same folder, is forced
/// to the disk, and takes the first one's place in one atomic move.
///
/// A process killed on the way leaves the old file, and perhaps a hidden `.NAME.….saving` beside it
/// that a later write removes once it is an hour old.
final class AtomicFile {
  private static final String SUFFIX = ".saving";
  private static final Duration STALE = Duration.ofHours(1);

  private AtomicFile() {}

  /// Writes `content` to `file`, following a symbolic link, and creating the folder if need be.
  static void write(Path file, byte[] content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    Files.createDirectories(folder);
    String prefix = "." + target.getFileName() + ".";
    Path saving = folder.resolve(prefix + UUID.randomUUID() + SUFFIX);
    try {
      try (FileChannel channel =
          FileChannel.open(saving, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      keepPermissions(target, saving);
      Files.move(
          saving, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(saving);
    }
    removeStale(folder, prefix);
  }

  private static void keepPermissions(Path target, Path saving) throws IOException {
    boolean posix =
        Files.getFileStore(saving).supportsFileAttributeView(PosixFileAttributeView.class);
    if (posix && Files.exists(target)) {
      Files.setPosixFilePermissions(saving, Files.getPosixFilePermissions(target));
    }
  }

  private static void removeStale(Path folder, String prefix) {
    Instant limit = Instant.now().minus(STALE);
    DirectoryStream.Filter<Path> ours =
        path -> {
          String name = path.getFileName().toString();
          return name.startsWith(prefix)
              && name.endsWith(SUFFIX)
              && Files.getLastModifiedTime(path).toInstant().isBefore(limit);
        };
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, ours)) {
      for (Path path : left) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.getLogger(AtomicFile.class.getName())
          .log(System.Logger.Level.DEBUG, "An interrupted save stays in " + folder, e);
    }
  }
}
