package dev.plumbline.study;

import dev.plumbline.core.Digest;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Digests of what a run read.
///
/// Inputs of up to 64 MiB are digested by content (`sha256:…`, over the files' own digests in
/// order); reading a larger one again would take longer than the run, so that it is described by
/// names, sizes and times of change (`stat:…`). Of files on a cluster names and total size are
/// known.
final class InputDigests {
  private static final long LARGEST = 64L << 20;

  private final Map<String, String> digests = new TreeMap<>();

  /// Notes a digest that is known already.
  synchronized void add(String input, String sha256) {
    digests.put(input, "sha256:" + sha256);
  }

  /// Digests the files of an input.
  ///
  /// @throws PlumblineException if one is gone
  void add(String input, List<Path> files) {
    String digest = digest(files);
    synchronized (this) {
      digests.put(input, digest);
    }
  }

  /// Notes what is known of a manifest on a cluster: address, names of the files, their total size.
  synchronized void add(String input, ManifestSource source, Manifest manifest) {
    Digest.Builder builder = Digest.builder();
    String known = source.engine() + "\n" + manifest.bytes() + "\n";
    builder.add((known + String.join("\n", manifest.files())).getBytes(StandardCharsets.UTF_8));
    digests.put(input, "stat:" + builder.hex());
  }

  private static String digest(List<Path> files) {
    try {
      long bytes = 0;
      for (Path file : files) {
        bytes += Files.size(file);
      }
      boolean small = bytes <= LARGEST;
      Digest.Builder builder = Digest.builder();
      for (Path file : files) {
        String part =
            small
                ? Digest.of(file)
                : file.getFileName()
                    + " "
                    + Files.size(file)
                    + " "
                    + Files.getLastModifiedTime(file);
        builder.add((part + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return (small ? "sha256:" : "stat:") + builder.hex();
    } catch (IOException e) {
      throw new PlumblineException(
          "A file was taken away while it was read: " + e.getMessage() + ".", e);
    }
  }

  /// All digests by what the input is called.
  synchronized Map<String, String> all() {
    return new TreeMap<>(digests);
  }
}
