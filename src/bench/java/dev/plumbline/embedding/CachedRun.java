package dev.plumbline.embedding;

import static dev.plumbline.embedding.Ratios.ratio;
import static dev.plumbline.embedding.Ratios.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How much faster embedding is the second time, from the cache on disk.
///
/// Arguments: folder of the material; number of photos (default 200); rounds (default 3).
final class CachedRun {
  private CachedRun() {}

  public static void main(String... arguments) throws Exception {
    Material material = Material.of(arguments, 200);
    Path folder = Files.createTempDirectory("plumbline-bench");
    try {
      Rounds first =
          new Rounds(
              "first run",
              () -> {
                remove(folder);
                return embed(material, folder);
              });
      Rounds second = new Rounds("second run, from the cache", () -> embed(material, folder));
      Rounds.byTurns(Material.number(arguments, 2, 3), List.of(first, second));
      say("%s%n%s", first, second);
      ratio("first run / second run", first.seconds() / second.seconds(), 50);
    } finally {
      remove(folder);
    }
  }

  private static int embed(Material material, Path folder) {
    return material.embed(EmbeddingCache.at(folder, EmbeddingCache.DEFAULT_BYTES)).vectors().rows();
  }

  static void remove(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
