package dev.plumbline.embedding;

import dev.plumbline.core.ModelId;
import java.util.Optional;
import java.util.OptionalLong;

/// What is known of a model besides its files: kept as `plumbline.json` in the bundle, editable.
///
/// @param id the model
/// @param name name to show
/// @param architecture such as `ViT-B/32`
/// @param architectureFamily such as `ViT`
/// @param pretrainingDataset id of the manifest it was trained on
/// @param datasetFamily such as `laion`
/// @param datasetSize number of image-text pairs in that dataset
/// @param parameters number of parameters
/// @param activation such as `quick_gelu`
/// @param proposed whether it was proposed from names rather than read from `plumbline.json`
public record CatalogEntry(
    ModelId id,
    String name,
    Optional<String> architecture,
    Optional<String> architectureFamily,
    Optional<String> pretrainingDataset,
    Optional<String> datasetFamily,
    OptionalLong datasetSize,
    OptionalLong parameters,
    Optional<String> activation,
    boolean proposed) {
  /// File of the entry within a bundle.
  public static final String FILE = "plumbline.json";

  /// The same model of unknown size.
  CatalogEntry withoutParameters() {
    return new CatalogEntry(
        id,
        name,
        architecture,
        architectureFamily,
        pretrainingDataset,
        datasetFamily,
        datasetSize,
        OptionalLong.empty(),
        activation,
        proposed);
  }

  /// The same model, said to be trained on another manifest.
  public CatalogEntry withPretrainingDataset(String dataset) {
    return new CatalogEntry(
        id,
        name,
        architecture,
        architectureFamily,
        Optional.of(dataset),
        datasetFamily,
        datasetSize,
        parameters,
        activation,
        proposed);
  }
}
