package dev.plumbline.association;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.association.AssociationResult.Undefined;
import dev.plumbline.core.Arguments;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Embedding association test: are the targets X closer to the attributes A than to B, compared
/// with the targets Y?
///
/// `s(w) = mean_{a∈A} cos(w, a) − mean_{b∈B} cos(w, b)`, `d = (mean_{x∈X} s(x) − mean_{y∈Y} s(y)) /
/// SD_{w∈X∪Y} s(w)`, where cos is the cosine of two embeddings and the SD has divisor `N − ddof`,
/// `N = n_X + n_Y`. Inputs have shapes `[n_X, dims]`, `[n_Y, dims]`, `[n_A, dims]`, `[n_B, dims]`
/// with at least one row each; rows need not be normalised, the four numbers of rows may differ.
/// `|d| ≤ √((N − ddof) N/(n_X n_Y))`, for equal targets and ddof 1 `2√((2n−1)/2n)`. Positive d: X
/// goes with A and Y with B.
///
/// p is that of a [PermutationTest] over equal-size relabellings of X ∪ Y: exact if there are no
/// more than the budget, else sampled with the plus-one rule; ties within 1e-12 count; or, only if
/// asked for by name, that of a normal approximation of the permutations. The interval is a
/// [StimulusBootstrap]. Everything is computed in double, in a fixed order; the same seed gives the
/// same bits.
///
/// d does not exist if the SD is at most 1e-15 (all stimuli equally associated, up to rounding):
/// the result is [Undefined] with the reason. An empty set, a zero vector, a component that is not
/// finite, or unequal numbers of components are bad input. One stimulus a target gives `|d| = √2`
/// (ddof 1) or 2 (ddof 0) whatever the data.
///
/// Sources: Caliskan, Bryson and Narayanan 2017, DOI 10.1126/science.aal4230 (text, SD with divisor
/// N); Steed and Caliskan 2021, DOI 10.1145/3442188.3445932 (images, ddof 1). Their code demands
/// equal targets and compares sums without a tolerance; here means are compared, which is the same
/// for equal targets and defined for unequal ones.
public final class EmbeddingAssociation {
  private static final String NO_SPREAD =
      "d is not defined: all stimuli of X and Y are equally associated with A and B (standard"
          + " deviation at most 1e-15).";

  private final AssociationSettings settings;
  private final int threads;

  /// Makes a test with the given settings, on the calling thread.
  public EmbeddingAssociation(AssociationSettings settings) {
    this(settings, 1);
  }

  /// Makes a test that draws permutations on so many threads; the numbers do not depend on it.
  public EmbeddingAssociation(AssociationSettings settings, int threads) {
    Arguments.check(threads >= 1, "threads must be at least 1");
    this.settings = settings;
    this.threads = threads;
  }

  /// Measures d, p and the interval from float embeddings.
  ///
  /// @throws PlumblineException if a set is empty or holds an unusable vector
  public AssociationResult test(
      FloatMatrix x, FloatMatrix y, FloatMatrix a, FloatMatrix b, Cancellation cancellation) {
    return test(UnitSets.of(x, y, a, b), cancellation);
  }

  /// Measures d, p and the interval from double embeddings, one row a stimulus.
  ///
  /// @throws PlumblineException if a set is empty or holds an unusable vector
  public AssociationResult test(
      double[][] x, double[][] y, double[][] a, double[][] b, Cancellation cancellation) {
    return test(UnitSets.of(x, y, a, b), cancellation);
  }

  /// The bootstrap interval of d alone, from float embeddings; empty if the settings ask for none.
  ///
  /// @throws PlumblineException if a set is empty or holds an unusable vector
  public BootstrapInterval interval(
      FloatMatrix x, FloatMatrix y, FloatMatrix a, FloatMatrix b, Cancellation cancellation) {
    return interval(UnitSets.of(x, y, a, b), cancellation);
  }

  /// The bootstrap interval of d alone, from double embeddings; empty if the settings ask for none.
  ///
  /// @throws PlumblineException if a set is empty or holds an unusable vector
  public BootstrapInterval interval(
      double[][] x, double[][] y, double[][] a, double[][] b, Cancellation cancellation) {
    return interval(UnitSets.of(x, y, a, b), cancellation);
  }

  private AssociationResult test(UnitSets sets, Cancellation cancellation) {
    AssociationScores s = sets.scores();
    EffectSize size = EffectSize.of(s, settings.ddof());
    StimulusCounts n = sets.counts();
    if (!size.defined()) {
      return new Undefined(n, NO_SPREAD);
    }
    PermutationP permutation = PermutationTest.of(settings, threads).test(s, size, cancellation);
    List<String> notes = new ArrayList<>();
    if (permutation.exact() && permutation.tied() > 0) {
      notes.add(
          "%d of %d partitions tie with the observed one and count as at least as extreme."
              .formatted(permutation.tied(), permutation.partitions() - 1));
    }
    return new Measured(
            n,
            size.d(),
            permutation.p(),
            permutation.exact(),
            permutation.partitions(),
            Optional.empty(),
            size.r(),
            s.ofX(),
            s.ofY(),
            notes,
            settings.ddof(),
            settings.alternative(),
            settings.method())
        .with(interval(sets, cancellation));
  }

  private BootstrapInterval interval(UnitSets sets, Cancellation cancellation) {
    if (settings.bootstraps() == 0) {
      return new BootstrapInterval(Optional.empty(), Optional.empty());
    }
    return new StimulusBootstrap(settings, Seeds.derive(settings.seed(), "bootstrap"))
        .run(sets, cancellation);
  }
}
