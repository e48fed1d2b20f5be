package dev.plumbline.performance;

import dev.plumbline.core.Interval;
import dev.plumbline.core.Proportion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Interval of a share.
///
/// `(p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n)` with `z = 1.959964` for 95 %; stays
/// within [0, 1] and is sensible for shares near the ends. Source: Wilson 1927, DOI
/// 10.1080/01621459.1927.10502953.
public final class Wilson {
  private static final Set<String> SHARES_OF_ITEMS = Set.of("acc1", "acc5");
  private static final double WHOLE = 1e-6;

  private Wilson() {}

  /// 95 % interval of `successes` out of `n ≥ 1`.
  public static Interval interval(long successes, long n) {
    return new Proportion(successes, n).wilson();
  }

  /// 95 % intervals of the scores that are a share of a known number of items: acc1 and acc5 whose
  /// value times n is a whole number (to 1e-6). Others, such as a mean over classes or a figure
  /// rounded by its source, have no such interval and are left out.
  public static Map<Score, Interval> intervals(List<Score> scores) {
    Map<Score, Interval> intervals = new LinkedHashMap<>();
    for (Score score : scores) {
      double successes = score.value() * score.n();
      if (score.n() > 0
          && SHARES_OF_ITEMS.contains(score.metric())
          && score.value() >= 0
          && score.value() <= 1
          && Math.abs(successes - Math.rint(successes)) <= WHOLE) {
        intervals.put(score, interval(Math.round(successes), score.n()));
      }
    }
    return intervals;
  }
}
