package dev.plumbline.composition;

import dev.plumbline.core.PlumblineException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a what-if asks.
///
/// @param lexicon groups, and tests whose caption association is compared
/// @param selection rows that would be kept
/// @param targets wanted share of the kept rows that mention a list, by list; see [Reweighting]
public record WhatIfSettings(Lexicon lexicon, RowSelection selection, Map<String, Double> targets) {
  private static final int MOST_TARGETS = 20;

  /// @throws PlumblineException if a target is no share or names no list of the lexicon
  public WhatIfSettings {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    if (targets.size() > MOST_TARGETS) {
      throw new PlumblineException(
          "A target mix has %d lists, at most %d can be weighted at once."
              .formatted(targets.size(), MOST_TARGETS));
    }
    for (Map.Entry<String, Double> target : targets.entrySet()) {
      if (!lexicon.terms().containsKey(target.getKey())) {
        throw new PlumblineException(
            "The target mix names the term list \"%s\", which the lexicon %s does not have: it has %s."
                .formatted(
                    target.getKey(), lexicon.id(), String.join(", ", lexicon.terms().keySet())));
      }
      if (!(target.getValue() >= 0 && target.getValue() <= 1)) {
        throw new PlumblineException(
            "The target of %s is %s: give a share between 0 and 1."
                .formatted(target.getKey(), target.getValue()));
      }
    }
  }

  /// Without a target mix.
  public WhatIfSettings(Lexicon lexicon, RowSelection selection) {
    this(lexicon, selection, Map.of());
  }
}
