package dev.plumbline.manifest;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A fresh folder that is deleted with its content on close.
record TemporaryFolder(Path path) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

  static TemporaryFolder in(Optional<Path> parent) {
    try {
      String prefix = "plumbline-";
      if (parent.isEmpty()) {
        return new TemporaryFolder(Files.createTempDirectory(prefix));
      }
      Files.createDirectories(parent.get());
      return new TemporaryFolder(Files.createTempDirectory(parent.get(), prefix));
    } catch (IOException e) {
      throw new PlumblineException(
          "No temporary folder can be created in "
              + parent.map(Path::toString).orElse(System.getProperty("java.io.tmpdir"))
              + ": check its rights and free space.",
          e);
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(path, new Deleter());
    } catch (IOException e) {
      LOG.warn("Temporary folder {} could not be deleted: {}", path, e.toString());
    }
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
