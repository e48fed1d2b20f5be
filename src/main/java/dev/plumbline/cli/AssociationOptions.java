package dev.plumbline.cli;

import dev.plumbline.association.Alternative;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.core.PlumblineException;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// The options that say how an association is measured.
final class AssociationOptions {
  private static final AssociationSettings DEFAULTS = AssociationSettings.defaults();

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "Partitions, the observed one included: exact if there are no more, else N − 1 draws"
              + " (default: 100000).")
  private Long permutations;

  @Option(names = "--seed", paramLabel = "S", description = "Seed of the draws.")
  private Long seed;

  @Option(
      names = "--ddof",
      paramLabel = "0|1",
      description = "1: sample standard deviation (default); 0: the population's.")
  private Integer ddof;

  @Option(
      names = "--alternative",
      paramLabel = "greater|two-sided",
      description = "Which partitions count as extreme (default: greater).")
  private String alternative;

  @Option(
      names = "--bootstraps",
      paramLabel = "N",
      description = "Resamples for the interval, 0 for none (default: 1000).")
  private Integer bootstraps;

  /// The settings asked for, the defaults for what was not named.
  ///
  /// @throws PlumblineException if a value is not allowed
  AssociationSettings settings() {
    return settings(DEFAULTS);
  }

  /// The settings asked for, those of `fallback` for what was not named.
  ///
  /// @throws PlumblineException if a value is not allowed
  AssociationSettings settings(AssociationSettings fallback) {
    try {
      return new AssociationSettings(
          ddof == null ? fallback.ddof() : ddof,
          alternative == null ? fallback.alternative() : parse(alternative),
          permutations == null ? fallback.permutations() : permutations,
          bootstraps == null ? fallback.bootstraps() : bootstraps,
          fallback.level(),
          seed == null ? fallback.seed() : seed);
    } catch (IllegalArgumentException e) {
      throw new PlumblineException("--" + e.getMessage() + ".", e);
    }
  }

  private static Alternative parse(String text) {
    return Arrays.stream(Alternative.values())
        .filter(value -> value.label().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new PlumblineException(
                    "--alternative must be "
                        + Arrays.stream(Alternative.values())
                            .map(Alternative::label)
                            .collect(Collectors.joining(" or "))
                        + ", not \""
                        + text
                        + "\"."));
  }
}
