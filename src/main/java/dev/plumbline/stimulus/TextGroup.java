package dev.plumbline.stimulus;

import java.util.List;

/// Words with the sentences they are shown in, such as the plurals of a set beside its singulars.
///
/// @param texts words
/// @param templates patterns of sentences ([Template]); empty means the words are shown as they are
public record TextGroup(List<String> texts, List<String> templates) {
  public TextGroup {
    texts = List.copyOf(texts);
    templates = List.copyOf(templates);
  }

  /// Every word in every template, words outermost.
  public List<String> sentences() {
    if (templates.isEmpty()) {
      return texts;
    }
    return texts.stream()
        .flatMap(text -> templates.stream().map(template -> Template.fill(template, text)))
        .toList();
  }
}
