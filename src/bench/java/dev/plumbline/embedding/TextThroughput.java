package dev.plumbline.embedding;

import static dev.plumbline.embedding.Material.CORES;
import static dev.plumbline.embedding.Ratios.ratio;
import static dev.plumbline.embedding.Ratios.say;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import java.util.List;
import java.util.stream.IntStream;

/// Texts/s from words to embeddings, against ONNX Runtime alone; opening the model and its
/// tokenizer counts.
///
/// Arguments: folder of the material; number of texts (default 1000); rounds (default 3).
final class TextThroughput {
  private static final int BARE = 240;

  private TextThroughput() {}

  public static void main(String... arguments) throws Exception {
    ModelBundle bundle = Material.of(arguments, 1).bundle();
    List<String> texts =
        IntStream.range(0, Material.number(arguments, 1, 1000))
            .mapToObj(i -> "a photo of thing number " + i + ", seen from the side")
            .toList();
    Embedder embedder = new Embedder(Material.SETTINGS, EmbeddingCache.none());
    try (BareLoop one = BareLoop.texts(bundle.folder(), 1, CORES);
        BareLoop lanes = BareLoop.texts(bundle.folder(), CORES, 1)) {
      one.run(32);
      lanes.run(32);
      Rounds single =
          new Rounds(
              "ONNX Runtime, one caller of %d threads".formatted(CORES), () -> one.run(BARE));
      Rounds several =
          new Rounds(
              "ONNX Runtime, %d callers of one thread".formatted(CORES), () -> lanes.run(BARE));
      Rounds whole =
          new Rounds(
              "Plumbline, %d texts to embeddings".formatted(texts.size()),
              () ->
                  embedder
                      .texts(bundle, texts, Progress.none(), new Cancellation())
                      .vectors()
                      .rows());
      Rounds.byTurns(Material.number(arguments, 2, 3), List.of(single, several, whole));
      List.of(single, several, whole).forEach(part -> say("%s", part));
      double faster = Math.max(single.perSecond(), several.perSecond());
      ratio("whole / ONNX Runtime, one caller", whole.perSecond() / single.perSecond(), 0.95);
      ratio("whole / ONNX Runtime, the faster", whole.perSecond() / faster, 0.95);
    }
  }
}
