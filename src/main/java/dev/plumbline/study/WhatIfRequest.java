package dev.plumbline.study;

import dev.plumbline.composition.FilterChoices;
import dev.plumbline.composition.TargetMix;
import java.util.function.UnaryOperator;

/// The what-if of a study: which rows of a manifest would be kept, and how they would be weighted.
/// No result of a run depends on it.
///
/// @param choices the filter
/// @param mix wanted shares of the kept rows
public record WhatIfRequest(FilterChoices choices, TargetMix mix) {
  /// Every row with the same weight.
  public static WhatIfRequest none() {
    return new WhatIfRequest(FilterChoices.none(), TargetMix.none());
  }

  /// The same where term lists are called otherwise.
  ///
  /// @param names gives the new name of a list, the same if it keeps it
  public WhatIfRequest withLists(UnaryOperator<String> names) {
    return new WhatIfRequest(choices.withLists(names), mix.withLists(names));
  }
}
