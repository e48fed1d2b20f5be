package dev.plumbline.embedding;

import java.util.List;
import java.util.stream.LongStream;

/// Embeds texts. Owns the session of a model's text tower and its tokenizer.
final class TextEncoder extends Encoder<TextEncoder.Texts> {
  private final TextTokenizer tokenizer;

  private TextEncoder(TowerRunner runner, TextTokenizer tokenizer) {
    super(runner);
    this.tokenizer = tokenizer;
  }

  /// A batch of texts in the form that the graph takes.
  final class Texts extends Batch {
    private final long[] ids = new long[tokenizer.contextLength()];
    private final long[] mask = new long[ids.length];

    private Texts() {
      super(TextEncoder.this);
      long[] positions = LongStream.range(0, ids.length).toArray();
      for (int slot = 0; slot < batch(); slot++) {
        write(InputRole.POSITIONS, slot, positions);
      }
    }

    /// Writes a slot of what the graph takes in a role, if it does.
    private void write(InputRole role, int slot, long[] values) {
      TensorBuffer buffer = buffer(role);
      if (buffer != null) {
        buffer.put(slot * values.length, values, 0, values.length);
      }
    }

    /// Tokenises texts into the first slots.
    void put(List<String> texts) {
      for (int slot = 0; slot < texts.size(); slot++) {
        tokenizer.encode(texts.get(slot), ids, mask, 0);
        write(InputRole.TOKENS, slot, ids);
        write(InputRole.MASK, slot, mask);
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
  Texts newBatch() {
    return new Texts();
  }

  @Override
  public void close() {
    try (tokenizer) {
      super.close();
    }
  }
}
