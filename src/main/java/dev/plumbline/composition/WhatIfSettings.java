package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.PlumblineException;
import java.util.List;

/// What a what-if asks.
///
/// @param lexicon groups, and tests whose caption association is compared
/// @param selection rows that would be kept
/// @param mix how the kept rows are to be mixed by weights; see [Reweighting]
public record WhatIfSettings(Lexicon lexicon, RowSelection selection, TargetMix mix) {
  /// @throws PlumblineException if the mix names a list that the lexicon does not have
  public WhatIfSettings {
    for (TargetShare target : mix.shares()) {
      if (target.filter() instanceof Filter.MentionsList(String list)
          && !lexicon.terms().containsKey(list)) {
        throw new PlumblineException(
            "The target mix names the term list \"%s\", which the lexicon %s does not have: it has %s."
                .formatted(list, lexicon.id(), String.join(", ", lexicon.terms().keySet())));
      }
    }
  }

  /// Without a target mix.
  public WhatIfSettings(Lexicon lexicon, RowSelection selection) {
    this(lexicon, selection, TargetMix.none());
  }

  /// Conditions of the mix's groups, in its order.
  List<Filter> groups() {
    return mix.shares().stream().map(TargetShare::filter).toList();
  }
}
