package dev.plumbline.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs one tower: feeds the stimuli, and harmless stand-ins to inputs of the other modality, and
/// takes the embedding. Owns the session. Several threads may run it at a time.
final class TowerRunner implements AutoCloseable {
  private final Tower tower;
  private final OnnxSession session;
  private final int batch;
  private final boolean fixed;
  private final Map<InputRole, long[]> shapes = new EnumMap<>(InputRole.class);
  private final Map<InputRole, TensorBuffer> standIns = new EnumMap<>(InputRole.class);

  /// Most stimuli that fit into the device's memory, as far as is known.
  private final AtomicInteger fitting;

  TowerRunner(Tower tower, OnnxSession session, ModelBundle bundle, int wantedBatch) {
    this.tower = tower;
    this.session = session;
    this.fixed = tower.fixedBatch().isPresent();
    this.batch = tower.fixedBatch().orElse(wantedBatch);
    this.fitting = new AtomicInteger(batch);
    for (TowerInput input : tower.inputs()) {
      shapes.put(input.role(), shape(input, bundle));
      if (input.role().modality() != tower.modality()) {
        standIns.put(input.role(), standIn(input));
      }
    }
  }

  /// Opens a tower for so many stimuli.
  static TowerRunner open(
      ModelBundle bundle, Modality modality, EmbeddingSettings settings, int stimuli) {
    Tower tower = bundle.require(modality);
    int batch = tower.fixedBatch().orElse(settings.batch());
    Lanes lanes = Lanes.of(settings.threads(), Math.ceilDiv(stimuli, batch));
    OnnxSession session = OnnxSession.open(tower.graph().file(), settings, lanes);
    return new TowerRunner(tower, session, bundle, settings.batch());
  }

  /// Shape of one stimulus, with 1 for the batch.
  private static long[] shape(TowerInput input, ModelBundle bundle) {
    GraphValue value = input.value();
    if (input.role() == InputRole.PIXELS) {
      ImagePreprocessing size = bundle.preprocessing();
      return new long[] {
        1, 3, value.length(2).orElse(size.height()), value.length(3).orElse(size.width())
      };
    }
    return new long[] {1, value.length(1).orElse(bundle.contextLength())};
  }

  private TensorBuffer standIn(TowerInput input) {
    TensorBuffer buffer =
        new TensorBuffer(input.value().type(), valuesOf(input.role()) * copies(input));
    if (input.role() == InputRole.MASK) {
      long[] ones = new long[valuesOf(InputRole.MASK) * copies(input)];
      Arrays.fill(ones, 1);
      buffer.put(0, ones, 0, ones.length);
    }
    return buffer;
  }

  /// Stimuli that an input's buffer must hold.
  private int copies(TowerInput input) {
    if (tower.sharesBatch(input)) {
      return batch;
    }
    return (int) input.value().length(0).orElse(1);
  }

  private int valuesOf(InputRole role) {
    return (int) Arrays.stream(shapes.get(role)).reduce(1, Math::multiplyExact);
  }

  /// Most stimuli a run.
  int batch() {
    return batch;
  }

  /// How many runs there may be at a time, each with buffers of its own.
  int runs() {
    return session.runs();
  }

  /// Where it runs, and whether its memory sufficed.
  UsedDevice device() {
    UsedDevice device = session.device();
    int most = fitting.get();
    return most == batch
        ? device
        : device.noting(DeviceNote.of(DeviceNote.Kind.MEMORY, most, batch));
  }

  /// Buffers for a full batch of this tower's own inputs.
  Map<InputRole, TensorBuffer> newBuffers() {
    Map<InputRole, TensorBuffer> buffers = new EnumMap<>(InputRole.class);
    for (TowerInput input : tower.inputs()) {
      if (input.role().modality() == tower.modality()) {
        int values = Math.multiplyExact(valuesOf(input.role()), batch);
        buffers.put(input.role(), new TensorBuffer(input.value().type(), values));
      }
    }
    return buffers;
  }

  /// Embeds the first `n` stimuli in the buffers, in smaller steps once the device's memory has not
  /// sufficed.
  ///
  /// @return shape `[n, dims]`, not yet normalised
  FloatMatrix run(Map<InputRole, TensorBuffer> buffers, int n, Cancellation cancellation) {
    List<float[]> rows = new ArrayList<>(n);
    while (rows.size() < n) {
      int step = Math.min(n - rows.size(), fitting.get());
      try {
        FloatMatrix part = run(buffers, rows.size(), step, cancellation);
        if (step == n) {
          return part;
        }
        for (int i = 0; i < step; i++) {
          rows.add(part.row(i));
        }
      } catch (OutOfDeviceMemoryException e) {
        if (fixed || step == 1) {
          throw e;
        }
        fitting.accumulateAndGet(step / 2, Math::min);
      }
    }
    return FloatMatrix.ofRows(rows);
  }

  private FloatMatrix run(
      Map<InputRole, TensorBuffer> buffers, int first, int n, Cancellation cancellation) {
    int rows = fixed ? batch : n;
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (TowerInput input : tower.inputs()) {
        boolean own = input.role().modality() == tower.modality();
        long[] shape = shapes.get(input.role()).clone();
        shape[0] = own || tower.sharesBatch(input) ? rows : copies(input);
        TensorBuffer buffer = own ? buffers.get(input.role()) : standIns.get(input.role());
        int at = own ? Math.multiplyExact(first, valuesOf(input.role())) : 0;
        inputs.put(input.value().name(), buffer.tensor(session.environment(), at, shape));
      }
      OnnxSession.Result result = session.run(inputs, tower.output().name(), cancellation);
      return rows(result, rows, n);
    } catch (OrtException e) {
      throw new PlumblineException(
          "The inputs of " + tower.graph().file() + " cannot be made: " + e.getMessage() + ".", e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private FloatMatrix rows(OnnxSession.Result result, int rows, int n) {
    int dims = result.values().length / rows;
    boolean flat = result.shape().length == 2 && result.shape()[0] == rows && dims > 0;
    if (!flat) {
      throw new PlumblineException(
          "The output %s of %s has the shape %s, but [%d, dims] is needed."
              .formatted(
                  tower.output().name(),
                  tower.graph().file(),
                  Arrays.toString(result.shape()),
                  rows));
    }
    return FloatMatrix.wrap(n, dims, Arrays.copyOf(result.values(), n * dims));
  }

  @Override
  public void close() {
    session.close();
  }
}
