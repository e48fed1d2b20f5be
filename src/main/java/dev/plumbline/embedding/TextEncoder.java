package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// Embeds texts. Owns the session of a model's text tower and its tokenizer.
final class TextEncoder implements Encoder<TextEncoder.Batch> {
  private final TowerRunner runner;
  private final TextTokenizer tokenizer;

  private TextEncoder(TowerRunner runner, TextTokenizer tokenizer) {
    this.runner = runner;
    this.tokenizer = tokenizer;
  }

  /// A batch of texts in the form that the graph takes.
  final class Batch {
    private final Map<InputRole, TensorBuffer> buffers = runner.newBuffers();
    private final long[] ids = new long[tokenizer.contextLength()];
    private final long[] mask = new long[ids.length];

    Batch() {
      if (buffers.containsKey(InputRole.POSITIONS)) {
        long[] positions = LongStream.range(0, ids.length).toArray();
        for (int slot = 0; slot < runner.batch(); slot++) {
          buffers.get(InputRole.POSITIONS).put(slot * ids.length, positions, 0, ids.length);
        }
      }
    }

    /// Tokenises texts into the first slots.
    void put(List<String> texts) {
      int length = ids.length;
      for (int slot = 0; slot < texts.size(); slot++) {
        tokenizer.encode(texts.get(slot), ids, mask, 0);
        buffers.get(InputRole.TOKENS).put(slot * length, ids, 0, length);
        if (buffers.containsKey(InputRole.MASK)) {
          buffers.get(InputRole.MASK).put(slot * length, mask, 0, length);
        }
      }
    }
  }

  /// Opens the text tower of a bundle.
  ///
  /// @param stimuli how many are to be embedded
  /// @throws dev.plumbline.core.PlumblineException if it has none, one that cannot be right, or no
  ///   tokenizer
  static TextEncoder open(ModelBundle bundle, EmbeddingSettings settings, int stimuli) {
    bundle.require(Modality.TEXT);
    TextTokenizer tokenizer = TextTokenizer.open(bundle);
    try {
      return new TextEncoder(TowerRunner.open(bundle, Modality.TEXT, settings, stimuli), tokenizer);
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  @Override
  public int batch() {
    return runner.batch();
  }

  @Override
  public Batch newBatch() {
    return new Batch();
  }

  @Override
  public int runs() {
    return runner.runs();
  }

  @Override
  public UsedDevice device() {
    return runner.device();
  }

  @Override
  public FloatMatrix encode(Batch batch, int n, Cancellation cancellation) {
    return runner.run(batch.buffers, n, cancellation);
  }

  @Override
  public void close() {
    try (tokenizer) {
      runner.close();
    }
  }
}
