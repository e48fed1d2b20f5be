package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
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
      return UsedDevice.CACHE;
    }
    try (TextEncoder encoder = TextEncoder.open(bundle, settings)) {
      for (int first = 0; first < missing.size(); first += encoder.batch()) {
        cancellation.check();
        int end = Math.min(first + encoder.batch(), missing.size());
        List<StimulusKey> keys = missing.subList(first, end);
        List<String> batch = keys.stream().map(key -> texts.get(rows.first(key))).toList();
        rows.add(keys, encoder.encode(batch, cancellation));
        progress.update(STAGE, texts.size() - (long) (missing.size() - end), texts.size());
      }
      return encoder.device();
    }
  }
}
