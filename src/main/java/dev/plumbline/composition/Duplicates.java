package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How many used rows repeat the text that an earlier row has in a column?
///
/// With M rows that have a text and D distinct texts among them, `repeats = M − D` rows repeat an
/// earlier one: those that [RowSelection#dedupe()] would remove. M is counted. An empty text is a
/// text; rows without one are never repeats.
///
/// Where `rate` is 1, D is counted and there is no error. Else one in r distinct texts was kept by
/// its hash ([DistinctSampling]), and with d of them kept:
///
/// - estimate `D̂ = r d`. Kept texts are Bernoulli draws with p = 1/r from the D texts, hence `d ~
///   Bin(D, p)`, unbiased, variance `D (r − 1)`, whatever the number of rows of each text;
/// - 95 % interval: the D that a score test does not reject, `(d − pD)² ≤ z² D p (1 − p)`, that is
///   `D = r (d + z²q/2 ± z √(q d + z²q²/4))` with `q = 1 − p`, `z = 1.959964`. It is Wilson's
///   interval (1927, doi:10.1080/01621459.1927.10502953) solved for the number of trials instead of
///   their probability;
/// - estimate and bounds are kept within what was seen: with m rows of kept texts, `d ≤ D ≤ d + M −
///   m`, and D is above d if M is above m.
///
/// The standard error of the share of repeats is `√(D (r − 1)) / M`: below 0.05 percentage points
/// where a million texts are distinct for each kept half. A share of repeats depends on how many
/// rows there are: part of a manifest has fewer than the whole, so that manifests of different
/// sizes do not compare by it alone, and a sample of rows has no estimate of it.
///
/// @param key the column compared
/// @param rows M, used rows that have a text in the column
/// @param missing used rows that have none
/// @param rate r, one in so many distinct texts was kept
/// @param kept d, distinct texts kept
/// @param keptRows m, rows that have one of the kept texts
/// @param most rows of the most frequent of the kept texts, 0 if there is none
/// @param copies kept texts by the number of rows that have them; bins without a text are left out
public record Duplicates(
    DuplicateKey key,
    long rows,
    long missing,
    long rate,
    long kept,
    long keptRows,
    long most,
    List<Copies> copies) {
  private static final double Z = 1.959963984540054;
  private static final double LEVEL = 0.95;

  public Duplicates {
    copies = List.copyOf(copies);
    Arguments.check(
        rate >= 1 && 0 <= kept && kept <= keptRows && keptRows <= rows && missing >= 0,
        "kept texts have rows, and no more than there are");
    Arguments.check(rate > 1 || keptRows == rows, "every text was kept");
  }

  /// Kept texts that about the same number of rows have.
  ///
  /// @param from least number of rows of a text
  /// @param to greatest number, [Long#MAX_VALUE] for any
  /// @param texts kept texts
  /// @param rows rows that have them
  public record Copies(long from, long to, long texts, long rows) {}

  /// Whether all texts were counted.
  public boolean exact() {
    return rate == 1;
  }

  /// D: distinct texts.
  public double distinct() {
    return exact() ? kept : within((double) rate * kept);
  }

  /// 95 % interval of [#distinct()]; empty where it was counted.
  public Optional<Interval> distinctInterval() {
    if (exact()) {
      return Optional.empty();
    }
    double q = 1 - 1.0 / rate;
    double middle = kept + Z * Z * q / 2;
    double half = Z * Math.sqrt(q * kept + Z * Z * q * q / 4);
    double low = Math.floor(within(rate * (middle - half)));
    double high = Math.ceil(within(rate * (middle + half)));
    return Optional.of(new Interval(low, high, LEVEL, method()));
  }

  private double within(double distinct) {
    long unseen = rows - keptRows;
    return Math.clamp(distinct, kept + Math.min(unseen, 1), (double) kept + unseen);
  }

  /// M − D: rows that repeat an earlier one.
  public double repeats() {
    return rows - distinct();
  }

  /// 95 % interval of [#repeats()]; empty where they were counted.
  public Optional<Interval> repeatsInterval() {
    return distinctInterval()
        .map(it -> new Interval(rows - it.high(), rows - it.low(), LEVEL, it.method()));
  }

  /// (M − D) / M; empty where no row has a text.
  public OptionalDouble share() {
    return rows == 0 ? OptionalDouble.empty() : OptionalDouble.of(repeats() / rows);
  }

  /// 95 % interval of [#share()]; empty where it was counted or no row has a text.
  public Optional<Interval> shareInterval() {
    return rows == 0
        ? Optional.empty()
        : repeatsInterval()
            .map(it -> new Interval(it.low() / rows, it.high() / rows, LEVEL, it.method()));
  }

  /// How distinct texts were counted.
  public String method() {
    return exact() ? "exact count" : "distinct sampling, 1 in %d, score interval".formatted(rate);
  }

  /// Why there is no share; empty where there is one.
  public Optional<String> reason() {
    return rows > 0 ? Optional.empty() : Optional.of("No row has a " + key.key() + ".");
  }
}
