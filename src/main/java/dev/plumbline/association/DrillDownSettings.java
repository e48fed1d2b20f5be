package dev.plumbline.association;

import dev.plumbline.core.Arguments;

/// How one test is looked into.
///
/// @param association how d and p of the test are computed
/// @param stimulusPermutations budget of permutations of each single-category test, which is never
///   larger than that of the test itself
/// @param bins bars of the null distribution
public record DrillDownSettings(
    AssociationSettings association, long stimulusPermutations, int bins) {
  public DrillDownSettings {
    Arguments.check(stimulusPermutations >= 1, "stimulusPermutations must be at least 1");
    Arguments.check(bins >= 1, "bins must be at least 1");
  }

  /// As the test itself, 10,000 permutations a stimulus, 60 bars.
  public static DrillDownSettings of(AssociationSettings association) {
    return new DrillDownSettings(association, 10_000, 60);
  }

  /// Settings of a single-category test with a seed of its own.
  AssociationSettings ofStimulus(long seed) {
    return association
        .withPermutations(Math.min(stimulusPermutations, association.permutations()))
        .withBootstraps(0)
        .withSeed(seed);
  }
}
