package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Embeds one list of texts, batch by batch.
final class TextRun {
  private static final String STAGE = "embedding texts";

  private final ModelBundle bundle;
  private final List<String> texts;
  private final EmbeddingSettings settings;
  private final Progress progress;
  private final Cancellation cancellation;

  TextRun(
      ModelBundle bundle,
      List<String> texts,
      EmbeddingSettings settings,
      Progress progress,
      Cancellation cancellation) {
    this.bundle = bundle;
    this.texts = texts;
    this.settings = settings;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  Embeddings embed(VectorPack pack, long started) {
    List<Optional<StimulusKey>> keys =
        texts.stream().map(text -> Optional.of(StimulusKey.ofText(text))).toList();
    EmbeddingRows rows = new EmbeddingRows(bundle, texts, keys, pack);
    UsedDevice device = compute(rows);
    return rows.finish(device, started, List.of());
  }

  private UsedDevice compute(EmbeddingRows rows) {
    List<StimulusKey> missing = rows.missing();
    progress.update(STAGE, texts.size() - (long) missing.size(), texts.size());
    if (missing.isEmpty()) {
      return UsedDevice.cache(settings.device());
    }
    settings.check(missing.size());
    List<String> wanted = missing.stream().map(key -> texts.get(rows.first(key))).toList();
    try (TextEncoder encoder = TextEncoder.open(bundle, settings, wanted.size());
        BatchPipeline<TextEncoder.Texts> pipeline =
            new BatchPipeline<>(encoder, filler(wanted), cancellation)) {
      pipeline.run(
          wanted.size(),
          (first, vectors, failures) -> {
            int end = first + failures.size();
            rows.add(missing.subList(first, end), vectors);
            progress.update(STAGE, texts.size() - (long) (missing.size() - end), texts.size());
          });
      return encoder.device();
    }
  }

  /// Tokenises within the run, since that takes next to no time.
  private static BatchPipeline.Filler<TextEncoder.Texts> filler(List<String> wanted) {
    return (batch, first, end) ->
        () -> {
          batch.put(wanted.subList(first, end));
          return Collections.nCopies(end - first, Optional.empty());
        };
  }
}
