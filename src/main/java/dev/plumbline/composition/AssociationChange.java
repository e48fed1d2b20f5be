package dev.plumbline.composition;

import java.util.OptionalDouble;

/// A caption association before and after a selection.
///
/// @param raw of all used rows
/// @param kept of the kept rows
public record AssociationChange(CaptionAssociation raw, CaptionAssociation kept) {
  /// Change of the log odds ratio; empty where one of the two is not defined.
  public OptionalDouble change() {
    return raw.logOddsRatio().isPresent() && kept.logOddsRatio().isPresent()
        ? OptionalDouble.of(kept.logOddsRatio().getAsDouble() - raw.logOddsRatio().getAsDouble())
        : OptionalDouble.empty();
  }
}
