package dev.plumbline.relation;

import dev.plumbline.core.ModelId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which model of a score table is a model of the results?
///
/// The one of the same name; else the only one whose name differs in nothing but case and what
/// stands between letters and digits (`ViT-B/32`, `vit_b_32`). The nine names of OpenAI's own
/// package, such as `RN50` or `ViT-L/14@336px`, mean OpenAI's weights and are also looked for as
/// open_clip and its tables write them: `RN50 openai`, `ViT-L-14-336 openai`. Of several candidates
/// none is taken, nor is one that another model of the results already has.
///
/// Source of the nine names: `clip.available_models()` of openai/CLIP.
final class ModelNames {
  private static final Set<String> OPENAI =
      Set.of(
          "RN50",
          "RN101",
          "RN50x4",
          "RN50x16",
          "RN50x64",
          "ViT-B/32",
          "ViT-B/16",
          "ViT-L/14",
          "ViT-L/14@336px");

  private final Map<ModelId, ModelId> scored = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /// @param results models of the results
  /// @param scores models that have a score
  ModelNames(Collection<ModelId> results, Set<ModelId> scores) {
    Map<String, List<ModelId>> byForm = new LinkedHashMap<>();
    scores.forEach(id -> byForm.computeIfAbsent(form(id), _ -> new ArrayList<>()).add(id));
    results.stream().filter(scores::contains).forEach(id -> scored.put(id, id));
    List<String> joined = new ArrayList<>();
    for (ModelId id : results) {
      if (scored.containsKey(id)) {
        continue;
      }
      List<ModelId> candidates = byForm.getOrDefault(form(id), List.of());
      if (candidates.size() > 1) {
        notes.add(
            "\"%s\" was not joined: the scores have %s."
                .formatted(id.value(), PerformanceMeasure.listed(names(candidates))));
      } else if (!candidates.isEmpty() && !scored.containsValue(candidates.getFirst())) {
        scored.put(id, candidates.getFirst());
        joined.add("\"%s\" with \"%s\"".formatted(id.value(), candidates.getFirst().value()));
      }
    }
    if (!joined.isEmpty()) {
      notes.addFirst("Models joined though named differently: " + String.join(", ", joined) + ".");
    }
  }

  /// The model's name in the scores, if it has one.
  Optional<ModelId> scored(ModelId result) {
    return Optional.ofNullable(scored.get(result));
  }

  /// What was joined and what was not, and why.
  List<String> notes() {
    return List.copyOf(notes);
  }

  private static List<String> names(List<ModelId> ids) {
    return ids.stream().map(ModelId::value).toList();
  }

  private static String form(ModelId id) {
    String name = OPENAI.contains(id.value()) ? id.value() + " openai" : id.value();
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("(?<=-\\d{3})px(?=-|$)", "");
  }
}
