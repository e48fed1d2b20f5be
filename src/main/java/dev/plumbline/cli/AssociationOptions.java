package dev.plumbline.cli;

import dev.plumbline.association.Alternative;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.association.IntervalMethod;
import dev.plumbline.association.PMethod;
import dev.plumbline.core.PlumblineException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
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

  @Option(
      names = "--ci",
      paramLabel = "percentile|bca|none",
      description = "Interval of d by bootstrap of the stimuli (default: percentile).")
  private String interval;

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      description = "Coverage of the intervals (default: 0.95).")
  private Double level;

  @Option(
      names = "--p",
      paramLabel = "permutation|normal",
      description =
          "How p is obtained: by permutations (default), or by a normal approximation of them.")
  private String method;

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
    boolean none = "none".equals(interval);
    try {
      return new AssociationSettings(
          ddof == null ? fallback.ddof() : ddof,
          choice("--alternative", alternative, Alternative.values(), Alternative::label)
              .orElse(fallback.alternative()),
          permutations == null ? fallback.permutations() : permutations,
          none ? 0 : bootstraps == null ? fallback.bootstraps() : bootstraps,
          level == null ? fallback.level() : level,
          seed == null ? fallback.seed() : seed,
          choice("--p", method, PMethod.values(), PMethod::label).orElse(fallback.method()),
          choice("--ci", none ? null : interval, IntervalMethod.values(), IntervalMethod::label)
              .orElse(fallback.intervalMethod()));
    } catch (IllegalArgumentException e) {
      throw new PlumblineException("--" + e.getMessage() + ".", e);
    }
  }

  private static <T> Optional<T> choice(
      String option, String text, T[] values, Function<T, String> label) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values)
            .filter(value -> label.apply(value).equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    new PlumblineException(
                        option
                            + " must be "
                            + Arrays.stream(values).map(label).collect(Collectors.joining(" or "))
                            + (option.equals("--ci") ? " or none" : "")
                            + ", not \""
                            + text
                            + "\".")));
  }
}
