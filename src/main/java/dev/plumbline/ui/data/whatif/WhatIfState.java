package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.WhatIfResult;

/// What is known of the chosen filter.
sealed interface WhatIfState {
  /// No manifest is looked at.
  record Nothing() implements WhatIfState {}

  /// The manifest is being opened.
  record Opening() implements WhatIfState {}

  /// Counted.
  ///
  /// @param complete whether nothing more is under way
  record Counted(WhatIfResult result, boolean complete) implements WhatIfState {}

  /// It cannot be counted.
  record Failed(String sentence) implements WhatIfState {}
}
