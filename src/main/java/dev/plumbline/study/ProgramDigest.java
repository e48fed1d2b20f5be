package dev.plumbline.study;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Content of the program itself, on which every kept result depends.
///
/// A version number does not change with each build, the compiled classes do: a mended formula must
/// not be answered with what the faulty one left on disk.
final class ProgramDigest {
  private ProgramDigest() {}

  /// SHA-256 of the jar that holds a class or, where classes run from a folder, of all class files
  /// of the program; empty where neither can be read.
  static Optional<String> of(Class<?> member) {
    try {
      Path place = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.of(Files.isDirectory(place) ? classes(place) : Digest.of(place));
    } catch (IOException | URISyntaxException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String classes(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      List<Path> files = tree.filter(file -> file.toString().endsWith(".class")).sorted().toList();
      Digest.Builder all = Digest.builder();
      for (Path file : files) {
        String line = root.relativize(file) + " " + Digest.of(file) + "\n";
        all.add(line.getBytes(StandardCharsets.UTF_8));
      }
      return all.hex();
    }
  }
}
