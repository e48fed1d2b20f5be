package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Interval;
import java.util.Optional;

/// Is a word more at home with X than with Y, given how little a few mentions tell?
///
/// Log odds ratio of a word under an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
/// Fightin' Words, doi:10.1093/pan/mpn018, equations 15, 16, 20 and 22). With `y₁` mentions of the
/// word among the `n₁` of all words with X, likewise `y₂` of `n₂` with Y, and the prior `α` of the
/// word of `α₀` of all words:
///
/// `δ = ln((y₁ + α) / (n₁ + α₀ − y₁ − α)) − ln((y₂ + α) / (n₂ + α₀ − y₂ − α))`
///
/// `σ² = 1 / (y₁ + α) + 1 / (y₂ + α)`, `z = δ / σ`
///
/// The variance is the published approximation, which leaves out the two terms of all other words.
/// Positive: the word goes with X. Mentions of two words in one caption count as independent.
///
/// Not defined where the prior of the word is 0 (nobody mentions it) or is the whole prior (there
/// is no other word to compare with).
///
/// @param value δ, natural logarithm
/// @param error σ
public record DirichletLogOdds(double value, double error) {
  private static final double Z = 1.959964;

  /// The log odds ratio of a word.
  ///
  /// @param first mentions of the word with X
  /// @param firstAll mentions of all words with X, not fewer
  /// @param second mentions of the word with Y
  /// @param secondAll mentions of all words with Y, not fewer
  /// @param prior α, not negative
  /// @param priorAll α₀, not less than α
  /// @return empty where not defined
  public static Optional<DirichletLogOdds> of(
      long first, long firstAll, long second, long secondAll, double prior, double priorAll) {
    Arguments.check(
        0 <= first && first <= firstAll && 0 <= second && second <= secondAll,
        "mentions of a word are among those of all");
    Arguments.check(0 <= prior && prior <= priorAll, "the prior of a word is part of the whole");
    double rest = priorAll - prior;
    if (!(prior > 0) || !(rest > 0)) {
      return Optional.empty();
    }
    double value =
        Math.log(first + prior)
            - Math.log(firstAll - first + rest)
            - Math.log(second + prior)
            + Math.log(secondAll - second + rest);
    return Optional.of(
        new DirichletLogOdds(value, Math.sqrt(1 / (first + prior) + 1 / (second + prior))));
  }

  /// δ in units of its error: beyond ±1.96 the word is told apart at 5 %, if it is the only one
  /// looked at.
  public double z() {
    return value / error;
  }

  /// 95 % interval of δ, `± 1.959964 σ`.
  public Interval interval() {
    return new Interval(
        value - Z * error, value + Z * error, 0.95, "normal, informative Dirichlet prior");
  }
}
