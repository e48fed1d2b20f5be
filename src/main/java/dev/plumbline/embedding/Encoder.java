package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;

/// One tower of a model, which embeds batches of stimuli.
///
/// @param <B> a batch of stimuli in the form that the graph takes
interface Encoder<B> extends AutoCloseable {
  /// Most stimuli a batch.
  int batch();

  /// How many batches may be encoded at a time.
  int runs();

  /// Room for a batch.
  B newBatch();

  /// Where it runs.
  UsedDevice device();

  /// Embeds the first `n` stimuli of a batch.
  ///
  /// @return shape `[n, dims]`, not yet normalised
  FloatMatrix encode(B batch, int n, Cancellation cancellation);

  @Override
  void close();
}
