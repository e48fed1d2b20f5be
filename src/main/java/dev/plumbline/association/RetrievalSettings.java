package dev.plumbline.association;

import dev.plumbline.core.Arguments;
import java.util.Optional;

/// How skew of retrieval is measured.
///
/// @param k first results that count, empty for a tenth of the labelled images, rounded up
/// @param desired what their composition is compared with
/// @param bootstraps resamples of the queries for the intervals, 0 for no interval
/// @param level coverage of the intervals
/// @param permutations divisions of the labels for chance level and p, the observed one included
/// @param seed seed of ties, resamples and permutations
public record RetrievalSettings(
    Optional<Integer> k,
    DesiredDistribution desired,
    int bootstraps,
    double level,
    int permutations,
    long seed) {
  public RetrievalSettings {
    Arguments.check(k.isEmpty() || k.get() >= 1, "k must be at least 1");
    Arguments.check(bootstraps >= 0, "bootstraps must not be negative");
    Arguments.check(level > 0 && level < 1, "level must lie between 0 and 1");
    Arguments.check(permutations >= 2, "permutations must be at least 2");
  }

  /// A tenth of the images, compared with the dataset's shares, 1,000 resamples, 95 %, 1,000
  /// permutations, seed 20261123.
  public static RetrievalSettings defaults() {
    return new RetrievalSettings(
        Optional.empty(), DesiredDistribution.DATASET, 1_000, 0.95, 1_000, 20261123L);
  }

  /// The same with another number of first results.
  public RetrievalSettings withK(Optional<Integer> other) {
    return new RetrievalSettings(other, desired, bootstraps, level, permutations, seed);
  }

  /// The same compared with another distribution.
  public RetrievalSettings withDesired(DesiredDistribution other) {
    return new RetrievalSettings(k, other, bootstraps, level, permutations, seed);
  }

  /// The same with another number of resamples and level.
  public RetrievalSettings withInterval(int newBootstraps, double newLevel) {
    return new RetrievalSettings(k, desired, newBootstraps, newLevel, permutations, seed);
  }

  /// The same with another seed.
  public RetrievalSettings withSeed(long other) {
    return new RetrievalSettings(k, desired, bootstraps, level, permutations, other);
  }
}
