package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.FloatMatrix;
import java.util.List;

/// Embeddings of stimuli by one model.
///
/// @param vectors L2-normalised, shape `[names, dims]`
/// @param names the texts, or the file names of the images, in the order given
/// @param device where the model really ran, such as `cpu (2 threads)`; `cache` if it did not have
///   to
/// @param deviceNotes in what way that is not what was asked for
/// @param seconds elapsed time
/// @param cached how many rows came from the cache
/// @param rejected images that were left out
public record Embeddings(
    FloatMatrix vectors,
    List<String> names,
    String device,
    List<DeviceNote> deviceNotes,
    double seconds,
    long cached,
    List<RejectedStimulus> rejected) {
  public Embeddings {
    names = List.copyOf(names);
    deviceNotes = List.copyOf(deviceNotes);
    rejected = List.copyOf(rejected);
    Arguments.check(names.size() == vectors.rows(), "names must match the rows");
  }
}
