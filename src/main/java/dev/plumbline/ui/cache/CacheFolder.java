package dev.plumbline.ui.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of things that can be computed again.
final class CacheFolder {
  private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);

  private CacheFolder() {}

  /// Sum of the sizes of its files; files that vanish meanwhile count as nothing.
  static long bytes(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(CacheFolder::size).sum();
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("The cache folder changed while it was measured", e);
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      LOG.debug("{} is gone", file, e);
      return 0;
    }
  }
}
