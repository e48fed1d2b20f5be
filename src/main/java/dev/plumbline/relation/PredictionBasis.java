package dev.plumbline.relation;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.ModelId;
import java.util.List;
import java.util.Map;

/// What a prediction of d from captions is fitted on.
///
/// @param effects effect sizes of the models
/// @param trainedOn name of the manifest of each model, where known
/// @param compositions profiles of the manifests
public record PredictionBasis(
    List<EffectRow> effects, Map<ModelId, String> trainedOn, List<CompositionResult> compositions) {
  public PredictionBasis {
    effects = List.copyOf(effects);
    trainedOn = Map.copyOf(trainedOn);
    compositions = List.copyOf(compositions);
  }
}
