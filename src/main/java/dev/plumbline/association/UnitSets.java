package dev.plumbline.association;

import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.core.FloatMatrix;

/// The four sets of a test as directions with the same number of components.
///
/// @param x first target
/// @param y second target
/// @param a first attribute
/// @param b second attribute
record UnitSets(UnitVectors x, UnitVectors y, UnitVectors a, UnitVectors b) {
  UnitSets {
    x.requireSameDims(y);
    x.requireSameDims(a);
    x.requireSameDims(b);
  }

  /// Normalises float embeddings.
  ///
  /// @throws dev.plumbline.core.PlumblineException if a set is empty or holds an unusable vector
  static UnitSets of(FloatMatrix x, FloatMatrix y, FloatMatrix a, FloatMatrix b) {
    return new UnitSets(
        UnitVectors.of("X", x),
        UnitVectors.of("Y", y),
        UnitVectors.of("A", a),
        UnitVectors.of("B", b));
  }

  /// Normalises double embeddings, one row a stimulus.
  ///
  /// @throws dev.plumbline.core.PlumblineException if a set is empty or holds an unusable vector
  static UnitSets of(double[][] x, double[][] y, double[][] a, double[][] b) {
    return new UnitSets(
        UnitVectors.of("X", x),
        UnitVectors.of("Y", y),
        UnitVectors.of("A", a),
        UnitVectors.of("B", b));
  }

  /// Associations s of the targets.
  AssociationScores scores() {
    return AssociationScores.of(x, y, a, b);
  }

  /// Cosines of every target with every attribute.
  Cosines cosines() {
    return Cosines.of(x, y, a, b);
  }

  /// Stimuli in each set.
  StimulusCounts counts() {
    return new StimulusCounts(x.rows(), y.rows(), a.rows(), b.rows());
  }

  /// The d of resamples.
  Resampling resampling(int ddof) {
    return new Resampling(cosines(), x.rows(), a.rows(), ddof);
  }

  /// Draws of as many stimuli as there are.
  StimulusDraw draw() {
    return new StimulusDraw(x.rows(), y.rows(), a.rows(), b.rows());
  }
}
