package dev.plumbline.stimulus;

import dev.plumbline.core.Labels;
import java.util.List;
import java.util.Optional;

/// Words or sentences and images that stand for one concept.
///
/// @param name key within the battery
/// @param label name to show
/// @param texts words or sentences, may be empty
/// @param templates sentences with `{}` for the word; empty means the texts are shown as they are
/// @param images folder of images below the study's image folder
public record StimulusSet(
    String name,
    Labels label,
    List<String> texts,
    List<String> templates,
    Optional<String> images) {
  public StimulusSet {
    texts = List.copyOf(texts);
    templates = List.copyOf(templates);
  }

  /// The sentences shown to a model: every text in every template, texts outermost.
  public List<String> sentences() {
    if (templates.isEmpty()) {
      return texts;
    }
    return texts.stream()
        .flatMap(text -> templates.stream().map(template -> template.replace("{}", text)))
        .toList();
  }
}
