package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// UTF-8 copies of files in another encoding, which the engine could not read row by row.
///
/// They lie in the engine's temporary folder and live as long as the engine; a file that changed is
/// copied again.
final class Utf8Copies {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Map<Key, Path> copies = new HashMap<>();

  Utf8Copies(Path folder) {
    this.folder = folder;
  }

  /// The copy of a file, made if there is none yet.
  ///
  /// @throws IOException if the file cannot be read or unpacked to its end
  synchronized Path of(Path file, Dialect dialect, Cancellation cancellation) throws IOException {
    Key key = new Key(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    Path known = copies.get(key);
    if (known != null) {
      return known;
    }
    Path copy = folder.resolve("utf8-" + copies.size() + "-" + file.getFileName());
    copy(file, dialect, copy, cancellation);
    copies.put(key, copy);
    return copy;
  }

  /// The copy of a file, for queries.
  ///
  /// @throws QueryException if the file is gone or damaged by now
  Path known(Path file, Dialect dialect) {
    try {
      return of(file, dialect, new Cancellation());
    } catch (IOException e) {
      throw QueryException.unreadable(file, e);
    }
  }

  /// The file that `path` is a copy of, or `path` itself.
  synchronized String original(String path) {
    return copies.entrySet().stream()
        .filter(entry -> entry.getValue().toString().equals(path))
        .map(entry -> entry.getKey().file().toString())
        .findFirst()
        .orElse(path);
  }

  private static void copy(Path file, Dialect dialect, Path copy, Cancellation cancellation)
      throws IOException {
    char[] buffer = new char[BUFFER];
    try (InputStream raw = Files.newInputStream(file);
        InputStream in =
            dialect.compression() == Compression.GZIP ? new GZIPInputStream(raw, BUFFER) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, dialect.encoding().charset()));
        BufferedWriter writer = Files.newBufferedWriter(copy, StandardCharsets.UTF_8)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        cancellation.check();
        writer.write(buffer, 0, n);
      }
    }
  }

  private record Key(Path file, long size, long modifiedMillis) {}
}
