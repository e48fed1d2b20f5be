package dev.plumbline.study;

import java.nio.file.Path;
import java.util.Optional;

/// A bundle to measure.
///
/// @param folder the bundle
/// @param pretrainingDataset manifest it was trained on, if the user overrode the catalogue entry
/// @param variant precision it is used in, empty for the one its bundle remembers
public record ModelSource(
    Path folder, Optional<String> pretrainingDataset, Optional<String> variant) {
  /// A bundle in the precision that it remembers.
  public ModelSource(Path folder, Optional<String> pretrainingDataset) {
    this(folder, pretrainingDataset, Optional.empty());
  }

  /// The same bundle in another folder.
  public ModelSource at(Path other) {
    return new ModelSource(other, pretrainingDataset, variant);
  }

  /// The same, said to be trained on another manifest.
  public ModelSource trainedOn(Optional<String> dataset) {
    return new ModelSource(folder, dataset, variant);
  }
}
