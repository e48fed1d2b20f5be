package dev.plumbline.manifest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Writes tar archives for tests.
public final class TarArchives implements AutoCloseable {
  private final TarArchiveOutputStream tar;

  private TarArchives(TarArchiveOutputStream tar) {
    this.tar = tar;
  }

  /// Starts an archive; one whose name ends in `gz` is packed.
  public static TarArchives at(Path file) throws IOException {
    OutputStream raw = Files.newOutputStream(file);
    boolean packed = file.toString().endsWith("gz");
    TarArchiveOutputStream tar =
        new TarArchiveOutputStream(packed ? new GZIPOutputStream(raw) : raw, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    return new TarArchives(tar);
  }

  /// Adds a member of text.
  public TarArchives member(String name, String text) throws IOException {
    return member(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds a member.
  public TarArchives member(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
    return this;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
