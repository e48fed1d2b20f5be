package dev.plumbline.association;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.association.AssociationResult.Undefined;
import dev.plumbline.core.Cancellation;
import java.util.List;
import java.util.Optional;

/// Single-category association test: is one stimulus w closer to the attributes A than to B?
///
/// `d = (mean_{a∈A} cos(w, a) − mean_{b∈B} cos(w, b)) / SD_{c∈A∪B} cos(w, c)`, the SD with divisor
/// `N − ddof`, `N = n_A + n_B`; w has shape `[dims]`, A and B `[n_A, dims]`, `[n_B, dims]`. p
/// relabels the attributes, as [EmbeddingAssociation] relabels the targets; ties, undefined d and
/// bad input are treated in the same way. Positive d: w goes with A. No interval is computed: the
/// stimulus is one.
///
/// Source: Caliskan, Bryson and Narayanan 2017, DOI 10.1126/science.aal4230 (word-embedding factual
/// association test).
public final class SingleCategoryAssociation {
  private final AssociationSettings settings;

  /// Makes a test with the given settings.
  public SingleCategoryAssociation(AssociationSettings settings) {
    this.settings = settings;
  }

  /// Measures d and p of one stimulus. In the result X and Y stand for w (one and none), `sX` holds
  /// the cosines with A and `sY` those with B.
  ///
  /// @throws dev.plumbline.core.PlumblineException if a set is empty or holds an unusable vector
  public AssociationResult test(double[] w, double[][] a, double[][] b, Cancellation cancellation) {
    UnitVectors stimulus = UnitVectors.of("w", new double[][] {w});
    UnitVectors ofA = UnitVectors.of("A", a);
    UnitVectors ofB = UnitVectors.of("B", b);
    return test(stimulus, ofA, ofB, cancellation);
  }

  /// Measures d and p of a set as a whole: of the mean cosine of its stimuli with each attribute.
  /// In the result X stands for the set and Y for none.
  ///
  /// @throws dev.plumbline.core.PlumblineException if a set is empty or holds an unusable vector
  public AssociationResult test(
      double[][] x, double[][] a, double[][] b, Cancellation cancellation) {
    return test(
        UnitVectors.of("X", x), UnitVectors.of("A", a), UnitVectors.of("B", b), cancellation);
  }

  /// The same for vectors that have length 1.
  AssociationResult test(
      UnitVectors stimuli, UnitVectors a, UnitVectors b, Cancellation cancellation) {
    stimuli.requireSameDims(a);
    stimuli.requireSameDims(b);
    AssociationScores cosines = AssociationScores.along(stimuli.mean(), a, b);
    EffectSize size = EffectSize.of(cosines, settings.ddof());
    StimulusCounts n = new StimulusCounts(stimuli.rows(), 0, a.rows(), b.rows());
    if (!size.defined()) {
      return new Undefined(
          n,
          "d is not defined: " + subject(stimuli) + " has the same cosine with every attribute.");
    }
    PermutationP p = PermutationTest.of(settings, 1).test(cosines, size, cancellation);
    return new Measured(
        n,
        size.d(),
        p.p(),
        p.exact(),
        p.partitions(),
        Optional.empty(),
        size.r(),
        cosines.ofX(),
        cosines.ofY(),
        List.of(),
        settings.ddof(),
        settings.alternative(),
        settings.method());
  }

  private static String subject(UnitVectors stimuli) {
    return stimuli.rows() == 1 ? "the stimulus" : stimuli.name() + " as a whole";
  }
}
