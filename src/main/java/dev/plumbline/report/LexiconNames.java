package dev.plumbline.report;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Labels;
import dev.plumbline.core.TestId;

/// Names to show of a composition's term lists and tests.
///
/// @param composition whose lexicon
/// @param style language, and the battery's names of tests
public record LexiconNames(CompositionResult composition, ChartStyle style) {
  /// Name of a term list, in the language of the style where the lexicon has one.
  public String list(String list) {
    Labels labels = composition.settings().lexicon().labels().get(list);
    return labels == null ? list : labels.in(style.locale());
  }

  /// The battery's name of a test, else what it compares.
  public String test(TestId test) {
    if (style.names().tests().containsKey(test.value())) {
      return style.names().test(test.value());
    }
    return composition.associations().stream()
        .filter(it -> it.test().equals(test))
        .findFirst()
        .map(this::compared)
        .orElse(test.value());
  }

  private String compared(CaptionAssociation it) {
    return style
        .messages()
        .text("caption.test", list(it.x()), list(it.y()), list(it.a()), list(it.b()));
  }
}
