package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import java.util.List;
import java.util.Map;

/// Embeds texts. Owns the session of a model's text tower and its tokenizer.
final class TextEncoder implements AutoCloseable {
  private final TowerRunner runner;
  private final TextTokenizer tokenizer;
  private final Map<InputRole, TensorBuffer> buffers;
  private final long[] ids;
  private final long[] mask;

  private TextEncoder(TowerRunner runner, TextTokenizer tokenizer) {
    this.runner = runner;
    this.tokenizer = tokenizer;
    this.buffers = runner.newBuffers();
    this.ids = new long[tokenizer.contextLength()];
    this.mask = new long[tokenizer.contextLength()];
    long[] positions = new long[ids.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
    }
    for (int slot = 0; slot < runner.batch() && buffers.containsKey(InputRole.POSITIONS); slot++) {
      buffers.get(InputRole.POSITIONS).put(slot * ids.length, positions, 0, ids.length);
    }
  }

  /// Opens the text tower of a bundle.
  ///
  /// @throws dev.plumbline.core.PlumblineException if it has none, one that cannot be right, or no
  ///   tokenizer
  static TextEncoder open(ModelBundle bundle, EmbeddingSettings settings) {
    bundle.require(Modality.TEXT);
    TextTokenizer tokenizer = TextTokenizer.open(bundle);
    try {
      return new TextEncoder(TowerRunner.open(bundle, Modality.TEXT, settings), tokenizer);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  /// Most texts a run.
  int batch() {
    return runner.batch();
  }

  /// Where it runs.
  UsedDevice device() {
    return runner.device();
  }

  /// Embeds at most a batch of texts.
  ///
  /// @return shape `[texts, dims]`, not yet normalised
  FloatMatrix encode(List<String> texts, Cancellation cancellation) {
    int length = ids.length;
    for (int slot = 0; slot < texts.size(); slot++) {
      tokenizer.encode(texts.get(slot), ids, mask, 0);
      buffers.get(InputRole.TOKENS).put(slot * length, ids, 0, length);
      if (buffers.containsKey(InputRole.MASK)) {
        buffers.get(InputRole.MASK).put(slot * length, mask, 0, length);
      }
    }
    return runner.run(buffers, texts.size(), cancellation);
  }

  @Override
  public void close() {
    try (tokenizer) {
      runner.close();
    }
  }
}
