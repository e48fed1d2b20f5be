package dev.plumbline.report;

import dev.plumbline.core.ModelId;
import dev.plumbline.study.ModelFacts;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which dataset and architecture family each model has, and the family's shape.
///
/// Families are ordered by name, vision transformers first; the n-th has the n-th [Marker]. More
/// than four families repeat shapes; models of unknown family are discs.
public final class FamilyMarkers {
  private static final Comparator<String> ORDER =
      Comparator.comparing((String family) -> !family.equalsIgnoreCase("ViT"))
          .thenComparing(String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Comparator.naturalOrder());
  private final Map<ModelId, ModelFacts> facts = new HashMap<>();
  private final List<String> families;

  /// Keys the shapes by the models' families.
  public FamilyMarkers(Collection<ModelFacts> models) {
    models.forEach(model -> facts.put(model.id(), model));
    families =
        models.stream()
            .flatMap(model -> model.architectureFamily().stream())
            .distinct()
            .sorted(ORDER)
            .toList();
  }

  /// Families, in the order of their shapes.
  public List<String> families() {
    return families;
  }

  /// Shape of a family.
  public Marker of(String family) {
    int index = families.indexOf(family);
    return Marker.values()[Math.max(0, index) % Marker.values().length];
  }

  /// Shape of a model.
  public Marker of(ModelId model) {
    return family(model).map(this::of).orElse(Marker.CIRCLE);
  }

  /// Architecture family of a model, if known.
  public Optional<String> family(ModelId model) {
    return Optional.ofNullable(facts.get(model)).flatMap(ModelFacts::architectureFamily);
  }

  /// Manifest a model was trained on, if known.
  public Optional<String> dataset(ModelId model) {
    return Optional.ofNullable(facts.get(model)).flatMap(ModelFacts::pretrainingDataset);
  }
}
