package dev.plumbline.association;

import dev.plumbline.core.Arguments;

/// How an association is measured.
///
/// @param ddof 1 for the sample standard deviation, 0 for the population's
/// @param alternative side of the permutation test
/// @param permutations budget N, identity included: exact if there are no more, else N − 1 draws
/// @param bootstraps resamples of the stimuli for the interval, 0 for no interval
/// @param level coverage of the interval
/// @param seed seed of draws and resamples
/// @param method how p is obtained
/// @param intervalMethod how the interval is obtained from the resamples
public record AssociationSettings(
    int ddof,
    Alternative alternative,
    long permutations,
    int bootstraps,
    double level,
    long seed,
    PMethod method,
    IntervalMethod intervalMethod) {
  public AssociationSettings {
    Arguments.check(ddof == 0 || ddof == 1, "ddof must be 0 or 1");
    Arguments.check(permutations >= 1, "permutations must be at least 1");
    Arguments.check(bootstraps >= 0, "bootstraps must not be negative");
    Arguments.check(level > 0 && level < 1, "level must lie between 0 and 1");
  }

  /// Permutation p and percentile interval.
  public AssociationSettings(
      int ddof,
      Alternative alternative,
      long permutations,
      int bootstraps,
      double level,
      long seed) {
    this(
        ddof,
        alternative,
        permutations,
        bootstraps,
        level,
        seed,
        PMethod.PERMUTATION,
        IntervalMethod.PERCENTILE);
  }

  /// Sample SD, one-sided, 100,000 permutations, 1,000 resamples, 95 %, seed 20261123.
  public static AssociationSettings defaults() {
    return new AssociationSettings(1, Alternative.GREATER, 100_000, 1_000, 0.95, 20261123L);
  }

  /// The same with another number of resamples, 0 for no interval.
  public AssociationSettings withBootstraps(int newBootstraps) {
    return new AssociationSettings(
        ddof, alternative, permutations, newBootstraps, level, seed, method, intervalMethod);
  }

  /// The same with another budget of permutations.
  public AssociationSettings withPermutations(long newPermutations) {
    return new AssociationSettings(
        ddof, alternative, newPermutations, bootstraps, level, seed, method, intervalMethod);
  }

  /// The same with another seed.
  public AssociationSettings withSeed(long newSeed) {
    return new AssociationSettings(
        ddof, alternative, permutations, bootstraps, level, newSeed, method, intervalMethod);
  }

  /// The same with another way to p.
  public AssociationSettings withMethod(PMethod newMethod) {
    return new AssociationSettings(
        ddof, alternative, permutations, bootstraps, level, seed, newMethod, intervalMethod);
  }

  /// The same with another way to the interval.
  public AssociationSettings withIntervalMethod(IntervalMethod newMethod) {
    return new AssociationSettings(
        ddof, alternative, permutations, bootstraps, level, seed, method, newMethod);
  }
}
