package dev.plumbline.embedding;

import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
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
  private final float[][] rows;
  private final Map<StimulusKey, List<Integer>> missing = new LinkedHashMap<>();
  private long cached;

  /// @param names name of each stimulus
  /// @param keys content of each stimulus, empty for those left out
  EmbeddingRows(
      ModelBundle bundle, List<String> names, List<Optional<StimulusKey>> keys, VectorPack pack) {
    this.bundle = bundle;
    this.names = names;
    this.pack = pack;
    this.rows = new float[keys.size()][];
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).isPresent()) {
        look(i, keys.get(i).get());
      }
    }
  }

  private void look(int index, StimulusKey key) {
    Optional<float[]> kept = pack.get(key);
    if (kept.isPresent()) {
      rows[index] = kept.get();
      cached++;
    } else {
      missing.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(index);
    }
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
    List<float[]> values = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      float[] row = unit.row(i);
      checkFinite(row, first(keys.get(i)));
      values.add(row);
      missing.get(keys.get(i)).forEach(index -> rows[index] = row);
    }
    pack.put(keys, values);
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
    List<float[]> found = new ArrayList<>(rows.length);
    List<String> foundNames = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != null) {
        found.add(rows[i]);
        foundNames.add(names.get(i));
      }
    }
    if (found.isEmpty()) {
      throw new PlumblineException(
          rejected.isEmpty() ? "There is nothing to embed." : rejected.getFirst().sentence());
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return new Embeddings(
        FloatMatrix.ofRows(found),
        foundNames,
        device.label(),
        device.note(),
        seconds,
        cached,
        rejected);
  }
}
