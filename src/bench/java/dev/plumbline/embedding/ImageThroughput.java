package dev.plumbline.embedding;

import static dev.plumbline.embedding.Material.CORES;
import static dev.plumbline.embedding.Ratios.ratio;
import static dev.plumbline.embedding.Ratios.say;

import java.util.List;

/// Images/s from JPEG files to embeddings, against ONNX Runtime alone and against the ceiling that
/// decoding leaves: cores / (CPU seconds of decoding and resizing + CPU seconds of ONNX Runtime
/// alone, per image), the latter in the thread layout that needs fewer.
///
/// Arguments: folder of the material; number of photos (default 1000); rounds (default 3).
final class ImageThroughput {
  private static final int BARE = 240;

  private ImageThroughput() {}

  public static void main(String... arguments) throws Exception {
    Material material = Material.of(arguments, 1000);
    int count = material.photos().size();
    say("%d photos, %d cores, batches of %d", count, CORES, Material.BATCH);
    try (BareLoop one = BareLoop.images(material.bundle().folder(), 1, CORES);
        BareLoop lanes = BareLoop.images(material.bundle().folder(), CORES, 1)) {
      Rounds single =
          new Rounds(
              "ONNX Runtime, one caller of %d threads".formatted(CORES), () -> one.run(BARE));
      Rounds several =
          new Rounds(
              "ONNX Runtime, %d callers of one thread".formatted(CORES), () -> lanes.run(BARE));
      Rounds prepared =
          new Rounds(
              "decoding and resizing, %d threads".formatted(CORES), () -> material.prepare(BARE));
      Rounds whole =
          new Rounds(
              "Plumbline, files to embeddings",
              () -> material.embed(EmbeddingCache.none()).vectors().rows());
      one.run(32);
      lanes.run(32);
      material.prepare(100);
      Rounds.byTurns(Material.number(arguments, 2, 3), List.of(single, several, prepared, whole));
      List.of(single, several, prepared, whole).forEach(part -> say("%s", part));
      double faster = Math.max(single.perSecond(), several.perSecond());
      double cpu = Math.min(single.cpuPerItem(), several.cpuPerItem());
      double ceiling = CORES / (prepared.cpuPerItem() + cpu);
      say("ceiling %.2f/s", ceiling);
      ratio("whole / ceiling", whole.perSecond() / ceiling, 0.95);
      ratio("whole / ONNX Runtime, one caller", whole.perSecond() / single.perSecond(), 0.80);
      ratio("whole / ONNX Runtime, the faster", whole.perSecond() / faster, 0.80);
      say("  %-46s %8.3f", "ceiling / ONNX Runtime, the faster", ceiling / faster);
    }
  }
}
