package dev.plumbline.study;

import dev.plumbline.core.ModelId;
import dev.plumbline.embedding.DeviceNote;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is known of a model besides its numbers.
///
/// @param id the model
/// @param location folder of the bundle, empty for models known from tables only
/// @param architecture such as `ViT-S/8`
/// @param architectureFamily such as `ViT`; shapes of points are keyed by it
/// @param pretrainingDataset id of the manifest it was trained on; colours are keyed by it
/// @param datasetFamily such as `laion`
/// @param parameters number of parameters
/// @param layout layout of the bundle, in words
/// @param device device really used, once it has run
/// @param deviceNotes in what way that is not what was asked for
public record ModelFacts(
    ModelId id,
    Optional<String> location,
    Optional<String> architecture,
    Optional<String> architectureFamily,
    Optional<String> pretrainingDataset,
    Optional<String> datasetFamily,
    OptionalLong parameters,
    Optional<String> layout,
    Optional<String> device,
    List<DeviceNote> deviceNotes) {
  public ModelFacts {
    deviceNotes = List.copyOf(deviceNotes);
  }

  /// Facts of a model that was not run, or ran as it was asked to.
  public ModelFacts(
      ModelId id,
      Optional<String> location,
      Optional<String> architecture,
      Optional<String> architectureFamily,
      Optional<String> pretrainingDataset,
      Optional<String> datasetFamily,
      OptionalLong parameters,
      Optional<String> layout,
      Optional<String> device) {
    this(
        id,
        location,
        architecture,
        architectureFamily,
        pretrainingDataset,
        datasetFamily,
        parameters,
        layout,
        device,
        List.of());
  }

  /// The same facts about a model of another name.
  ModelFacts named(ModelId other) {
    return new ModelFacts(
        other,
        location,
        architecture,
        architectureFamily,
        pretrainingDataset,
        datasetFamily,
        parameters,
        layout,
        device,
        deviceNotes);
  }
}
