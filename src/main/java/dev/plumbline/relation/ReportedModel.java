package dev.plumbline.relation;

import dev.plumbline.core.ModelId;
import java.util.Optional;
import java.util.OptionalLong;

/// What a result table says about a model besides its effects.
///
/// @param id the model
/// @param architecture such as `ViT-B-32`
/// @param architectureFamily such as `ViT`
/// @param pretrainingDataset such as `laion2b`
/// @param datasetFamily such as `laion`
/// @param parameters number of parameters
public record ReportedModel(
    ModelId id,
    Optional<String> architecture,
    Optional<String> architectureFamily,
    Optional<String> pretrainingDataset,
    Optional<String> datasetFamily,
    OptionalLong parameters) {}
