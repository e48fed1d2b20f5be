package dev.plumbline.ui.session;

import java.util.OptionalDouble;

/// How far a long task has come.
///
/// @param stage what is being done, empty before the first word of the task
/// @param done finished units of the stage
/// @param total all units of the stage, 0 if unknown
/// @param perSecond units a second in this stage, empty while it is too early to say
/// @param secondsLeft seconds until this stage ends, empty while it is too early to say
public record TaskProgress(
    String stage, long done, long total, OptionalDouble perSecond, OptionalDouble secondsLeft) {

  /// Share of the stage that is done, from 0 to 1; -1 if unknown.
  public double fraction() {
    return total > 0 ? Math.min(1.0, (double) done / total) : -1;
  }
}
