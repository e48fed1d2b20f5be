package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.session.Look;

/// What is known of the chosen filter.
sealed interface WhatIfState {
  /// No manifest is looked at.
  record Nothing() implements WhatIfState {}

  /// The manifest is being opened.
  record Opening() implements WhatIfState {}

  /// Counted.
  ///
  /// @param complete whether nothing more is under way
  record Counted(WhatIfResult result, boolean complete) implements WhatIfState {
    /// On how many of the rows it rests, in words; empty if on all.
    String sampled(Look look) {
      NumberStyle numbers = new NumberStyle(look.locale());
      return result
          .sample()
          .map(
              it ->
                  look.text(
                      complete ? "whatif.sample.only" : "whatif.sample",
                      numbers.count(it.rows()),
                      numbers.count(it.of())))
          .orElse("");
    }
  }

  /// It cannot be counted.
  record Failed(String sentence) implements WhatIfState {}
}
