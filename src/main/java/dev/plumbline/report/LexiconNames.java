package dev.plumbline.report;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.Labels;
import dev.plumbline.core.TestId;
import java.util.List;

/// Names to show of a lexicon's term lists and tests.
///
/// @param lexicon whose they are
/// @param style language, and the battery's names of tests
public record LexiconNames(Lexicon lexicon, ChartStyle style) {
  /// Names in a composition.
  public static LexiconNames of(CompositionResult composition, ChartStyle style) {
    return new LexiconNames(composition.settings().lexicon(), style);
  }

  /// Names in what a selection would leave.
  static LexiconNames of(WhatIfResult result, ChartStyle style) {
    return new LexiconNames(result.settings().lexicon(), style);
  }

  /// Name of a term list, in the language of the style where the lexicon has one.
  public String list(String list) {
    Labels labels = lexicon.labels().get(list);
    return labels == null ? list : labels.in(style.locale());
  }

  /// The battery's name of a test, else what it compares.
  public String test(CaptionAssociation it) {
    return style.names().tests().containsKey(it.test().value())
        ? style.names().test(it.test().value())
        : style
            .messages()
            .text("caption.test", list(it.x()), list(it.y()), list(it.a()), list(it.b()));
  }

  /// The battery's name of a test, else what it compares, else its id.
  ///
  /// @param known tests of which it may be one
  public String test(TestId test, List<CaptionAssociation> known) {
    return known.stream()
        .filter(it -> it.test().equals(test))
        .findFirst()
        .map(this::test)
        .orElseGet(() -> style.names().test(test.value()));
  }
}
