package dev.plumbline.manifest;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/// The members of a tar archive, one after another in their order.
///
/// Of an archive that is not packed only headers and the content asked for are read: pictures are
/// jumped over. A packed one is unpacked as a stream.
sealed interface TarMembers extends Closeable {
  /// Opens an archive.
  ///
  /// @throws IOException if it is none, or is cut
  static TarMembers open(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    }
    return switch (Compression.of(start)) {
      case NONE -> new Plain(file);
      case GZIP -> new Packed(file);
      case ZSTD -> throw new IOException("Zstandard inside tar");
    };
  }

  /// Moves on to the next regular file; its name, or empty at the end.
  Optional<String> next() throws IOException;

  /// Bytes of the member.
  long size();

  /// The member's content.
  byte[] content() throws IOException;

  /// An archive in a file, read where needed.
  final class Plain implements TarMembers {
    private final TarFile tar;
    private final Iterator<TarArchiveEntry> entries;
    private TarArchiveEntry current;

    Plain(Path file) throws IOException {
      tar = new TarFile(file);
      entries = tar.getEntries().iterator();
    }

    @Override
    public Optional<String> next() {
      while (entries.hasNext()) {
        current = entries.next();
        if (current.isFile()) {
          return Optional.of(current.getName());
        }
      }
      return Optional.empty();
    }

    @Override
    public long size() {
      return current.getSize();
    }

    @Override
    public byte[] content() throws IOException {
      try (InputStream in = tar.getInputStream(current)) {
        return in.readAllBytes();
      }
    }

    @Override
    public void close() throws IOException {
      tar.close();
    }
  }

  /// A packed archive, read from its beginning.
  final class Packed implements TarMembers {
    private static final int BUFFER = 1 << 16;

    private final TarArchiveInputStream tar;
    private TarArchiveEntry current;

    Packed(Path file) throws IOException {
      InputStream raw = Files.newInputStream(file);
      try {
        tar =
            new TarArchiveInputStream(
                new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER),
                StandardCharsets.UTF_8.name());
      } catch (IOException e) {
        raw.close();
        throw e;
      }
    }

    @Override
    public Optional<String> next() throws IOException {
      do {
        current = tar.getNextEntry();
      } while (current != null && !current.isFile());
      return Optional.ofNullable(current).map(TarArchiveEntry::getName);
    }

    @Override
    public long size() {
      return current.getSize();
    }

    @Override
    public byte[] content() throws IOException {
      return tar.readAllBytes();
    }

    @Override
    public void close() throws IOException {
      tar.close();
    }
  }
}
