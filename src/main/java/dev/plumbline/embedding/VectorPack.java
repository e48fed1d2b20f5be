package dev.plumbline.embedding;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cached vectors of one model fed in one way. They lie in numbered files of limited size, so
/// that the oldest can go without the rest. A cache that cannot be read or written is a slow one,
/// not an error.
final class VectorPack implements AutoCloseable {
  /// Suffix of the files.
  static final String SUFFIX = ".pack";

  private static final Logger LOG = LoggerFactory.getLogger(VectorPack.class);
  private static final long FILE_LIMIT = 64L << 20;

  private final Optional<Path> folder;
  private final String name;
  private final Runnable grown;
  private final List<PackFile.Content> contents = new ArrayList<>();
  private int number;
  private boolean written;

  /// @param folder where the files lie, empty if nothing is kept
  /// @param name start of their names
  /// @param grown what to do after files have grown
  VectorPack(Optional<Path> folder, String name, Runnable grown) {
    this.folder = folder;
    this.name = name;
    this.grown = grown;
    folder.filter(Files::isDirectory).ifPresent(this::load);
  }

  private void load(Path packs) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(packs, name + "-*" + SUFFIX)) {
      for (Path file : files) {
        String digits = file.getFileName().toString().replace(SUFFIX, "");
        number = Math.max(number, Integer.parseInt(digits.substring(name.length() + 1)));
        PackFile pack = new PackFile(file);
        contents.add(pack.open());
        pack.touch();
      }
    } catch (IOException | NumberFormatException e) {
      LOG.warn("Cached vectors in {} cannot be read; they are computed again", packs, e);
    }
  }

  /// The vector of a stimulus, if it is kept.
  Optional<float[]> get(StimulusKey key) {
    try {
      for (PackFile.Content content : contents) {
        Optional<float[]> vector = content.get(key);
        if (vector.isPresent()) {
          return vector;
        }
      }
    } catch (IOException e) {
      LOG.warn("A cached vector in {} cannot be read; it is computed again", folder, e);
    }
    return Optional.empty();
  }

  /// Keeps vectors of one length, for the next to open this.
  void put(List<StimulusKey> keys, List<float[]> values) {
    if (folder.isEmpty() || keys.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(folder.get());
      written = true;
      if (new PackFile(file()).append(keys, values) > FILE_LIMIT) {
        number++;
        grown.run();
      }
    } catch (IOException e) {
      LOG.warn("Vectors cannot be kept in {}", folder.get(), e);
    }
  }

  private Path file() {
    return folder.orElseThrow().resolve(name + "-" + number + SUFFIX);
  }

  @Override
  public void close() {
    for (PackFile.Content content : contents) {
      try {
        content.close();
      } catch (IOException e) {
        LOG.warn("A file of cached vectors in {} could not be closed", folder, e);
      }
    }
    if (written) {
      grown.run();
    }
  }
}
