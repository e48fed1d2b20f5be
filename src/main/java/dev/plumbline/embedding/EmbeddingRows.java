package dev.plumbline.embedding;

import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts embeddings together, from the cache and from the model, in the order of the stimuli. A
/// stimulus that occurs twice is embedded once.
final class EmbeddingRows {
  private final ModelBundle bundle;
  private final List<String> names;
  private final VectorPack pack;
  private final BitSet found = new BitSet();
  private final Map<StimulusKey, List<Integer>> missing = new LinkedHashMap<>();
  private long cached;
  private int dims;

  /// All rows one after the other, once their length is known.
  private float[] values = {};

  /// @param names name of each stimulus
  /// @param keys content of each stimulus, empty for those left out
  EmbeddingRows(
      ModelBundle bundle, List<String> names, List<Optional<StimulusKey>> keys, VectorPack pack) {
    this.bundle = bundle;
    this.names = names;
    this.pack = pack;
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).isPresent()) {
        look(i, keys.get(i).get());
      }
    }
  }

  private void look(int index, StimulusKey key) {
    Optional<float[]> kept = pack.get(key);
    if (kept.isPresent()) {
      set(index, kept.get());
      cached++;
    } else {
      missing.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(index);
    }
  }

  private void set(int index, float[] row) {
    if (dims == 0) {
      dims = row.length;
      if ((long) names.size() * dims > Integer.MAX_VALUE - 8) {
        throw new PlumblineException(
            "%,d embeddings of %,d values by %s are more than one run can hold; embed them in parts."
                .formatted(names.size(), dims, bundle.folder()));
      }
      values = new float[names.size() * dims];
    }
    if (row.length != dims) {
      throw new PlumblineException(
          "The cache holds embeddings of another length than the model %s gives; clear the cache."
              .formatted(bundle.folder()));
    }
    System.arraycopy(row, 0, values, index * dims, dims);
    found.set(index);
  }

  /// Contents still to be embedded, in the order of their first stimuli.
  List<StimulusKey> missing() {
    return List.copyOf(missing.keySet());
  }

  /// The first stimulus of a content.
  int first(StimulusKey key) {
    return missing.get(key).getFirst();
  }

  /// All stimuli of a content.
  List<Integer> places(StimulusKey key) {
    return List.copyOf(missing.get(key));
  }

  /// Takes what the model gave for some contents, normalises and keeps it.
  ///
  /// @param vectors shape `[keys, dims]`
  /// @throws PlumblineException if a value is not finite
  void add(List<StimulusKey> keys, FloatMatrix vectors) {
    FloatMatrix unit = vectors.normalized();
    List<float[]> kept = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      float[] row = unit.row(i);
      checkFinite(row, first(keys.get(i)));
      kept.add(row);
      missing.get(keys.get(i)).forEach(index -> set(index, row));
    }
    pack.put(keys, kept);
  }

  private void checkFinite(float[] row, int index) {
    for (float value : row) {
      if (!Float.isFinite(value)) {
        throw new PlumblineException(
            "The model %s gives values that are not numbers for \"%s\"; its weights are damaged or"
                    .formatted(bundle.folder(), names.get(index))
                + " overflow.");
      }
    }
  }

  /// Everything there is, without the stimuli left out.
  Embeddings finish(UsedDevice device, long started, List<RejectedStimulus> rejected) {
    if (found.isEmpty()) {
      throw new PlumblineException(
          rejected.isEmpty() ? "There is nothing to embed." : rejected.getFirst().sentence());
    }
    List<String> foundNames = found.stream().mapToObj(names::get).toList();
    double seconds = (System.nanoTime() - started) / 1e9;
    return new Embeddings(
        FloatMatrix.wrap(foundNames.size(), dims, foundValues()),
        foundNames,
        device.label(),
        device.notes(),
        seconds,
        cached,
        rejected);
  }

  private float[] foundValues() {
    int rows = found.cardinality();
    if (rows == names.size()) {
      return values;
    }
    int to = 0;
    for (int from = found.nextSetBit(0); from >= 0; from = found.nextSetBit(from + 1)) {
      System.arraycopy(values, from * dims, values, to * dims, dims);
      to++;
    }
    return Arrays.copyOf(values, rows * dims);
  }
}
