package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import java.util.Map;

/// One tower of a model, which embeds batches of stimuli. Owns its session.
///
/// @param <B> a batch of stimuli in the form that the graph takes
abstract class Encoder<B extends Encoder.Batch> implements AutoCloseable {
  private final TowerRunner runner;

  Encoder(TowerRunner runner) {
    this.runner = runner;
  }

  /// Stimuli in the form that the graph takes.
  abstract static class Batch {
    private final Map<InputRole, TensorBuffer> buffers;

    /// Room for a batch of `encoder`.
    Batch(Encoder<?> encoder) {
      buffers = encoder.runner.newBuffers();
    }

    /// What the graph takes in a role, null if it takes nothing.
    TensorBuffer buffer(InputRole role) {
      return buffers.get(role);
    }
  }

  /// Most stimuli a batch.
  int batch() {
    return runner.batch();
  }

  /// How many batches may be encoded at a time.
  int runs() {
    return runner.runs();
  }

  /// Room for a batch.
  abstract B newBatch();

  /// Where it runs.
  UsedDevice device() {
    return runner.device();
  }

  /// Embeds the first `n` stimuli of a batch.
  ///
  /// @return shape `[n, dims]`, not yet normalised
  FloatMatrix encode(B batch, int n, Cancellation cancellation) {
    return runner.run(((Batch) batch).buffers, n, cancellation);
  }

  @Override
  public void close() {
    runner.close();
  }
}
