package dev.plumbline.association;

import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.Interval;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Would two models differ as much on other stimuli of the same kind?
///
/// Both models were shown the same stimuli, so a stimulus that raises d of one often raises that of
/// the other, and the intervals of the two d say little of their difference. Here each resample
/// draws n_X, n_Y, n_A and n_B stimuli with replacement once, and `d₂ − d₁` is taken of both models
/// on that same draw (paired bootstrap: Efron and Tibshirani 1993, ch. 8 and 13). The interval runs
/// between the `(1 − level)/2` and `(1 + level)/2` quantiles of the differences (linear
/// interpolation between order statistics), whatever way the settings name for the interval of d.
/// Models that change places give the mirrored interval.
///
/// Stimuli are matched by name. Where one model has stimuli that the other lacks, such as images
/// that one run could not read, the two d are of different stimuli and there is no difference. A
/// resample in which one model's s do not vary is left out; there is no interval if more than a
/// tenth are lost, if X or Y holds a single stimulus, or if the settings ask for no resamples.
public final class PairedBootstrap {
  private final AssociationSettings settings;

  /// Resamples as often as the settings say, with their seed; both models need the same one.
  public PairedBootstrap(AssociationSettings settings) {
    this.settings = settings;
  }

  /// Second minus first.
  ///
  /// @throws PlumblineException if the models were shown different stimuli, or a set is empty or
  ///   holds an unusable vector
  /// @throws java.util.concurrent.CancellationException if cancelled
  public EffectDifference difference(NamedSets first, NamedSets second, Cancellation cancellation) {
    UnitSets one =
        UnitSets.of(
            first.x().vectors(), first.y().vectors(), first.a().vectors(), first.b().vectors());
    UnitSets two =
        UnitSets.of(
            inOrder("X", first.x(), second.x()),
            inOrder("Y", first.y(), second.y()),
            inOrder("A", first.a(), second.a()),
            inOrder("B", first.b(), second.b()));
    StimulusCounts n = one.counts();
    EffectSize d1 = EffectSize.of(one.scores(), settings.ddof());
    EffectSize d2 = EffectSize.of(two.scores(), settings.ddof());
    if (!d1.defined() || !d2.defined()) {
      return new EffectDifference(
          n,
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.of("d of one of the models is not defined: its s do not vary."));
    }
    OptionalDouble difference = OptionalDouble.of(d2.d() - d1.d());
    if (settings.bootstraps() == 0) {
      return new EffectDifference(n, difference, Optional.empty(), Optional.empty());
    }
    if (n.x() < 2 || n.y() < 2) {
      return new EffectDifference(
          n,
          difference,
          Optional.empty(),
          Optional.of("No interval: a target of one stimulus cannot be resampled."));
    }
    double[] differences = resampled(one, two, cancellation);
    int lost = settings.bootstraps() - differences.length;
    if (differences.length == 0 || lost > settings.bootstraps() / 10) {
      return new EffectDifference(
          n,
          difference,
          Optional.empty(),
          Optional.of(
              "No interval: d is not defined in %d of %d resamples."
                  .formatted(lost, settings.bootstraps())));
    }
    return new EffectDifference(n, difference, Optional.of(interval(differences)), note(lost));
  }

  private Optional<String> note(int lost) {
    return lost == 0
        ? Optional.empty()
        : Optional.of(
            "d is not defined in %d of %d resamples, which the interval leaves out."
                .formatted(lost, settings.bootstraps()));
  }

  private Interval interval(double[] sorted) {
    return new Interval(
        Quantiles.of(sorted, (1 - settings.level()) / 2),
        Quantiles.of(sorted, (1 + settings.level()) / 2),
        settings.level(),
        "paired percentile bootstrap of the stimuli, %d resamples".formatted(sorted.length));
  }

  /// The differences that are defined, ascending.
  private double[] resampled(UnitSets one, UnitSets two, Cancellation cancellation) {
    Resampling first = one.resampling(settings.ddof());
    Resampling second = two.resampling(settings.ddof());
    StimulusDraw draw = one.draw();
    SplittableRandom random = new SplittableRandom(settings.seed());
    double[] differences = new double[settings.bootstraps()];
    int defined = 0;
    for (int i = 0; i < differences.length; i++) {
      if (i % 64 == 0) {
        cancellation.check();
      }
      draw.next(random);
      double difference = second.effectSize(draw) - first.effectSize(draw);
      if (!Double.isNaN(difference)) {
        differences[defined++] = difference;
      }
    }
    double[] all = Arrays.copyOf(differences, defined);
    Arrays.sort(all);
    return all;
  }

  /// The other model's rows in the order of ours.
  private static FloatMatrix inOrder(String set, NamedVectors first, NamedVectors theirs) {
    List<String> ours = first.names();
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = theirs.names().size() - 1; i >= 0; i--) {
      places.computeIfAbsent(theirs.names().get(i), _ -> new ArrayList<>()).add(i);
    }
    int[] rows = new int[ours.size()];
    for (int i = 0; i < rows.length; i++) {
      List<Integer> left = places.getOrDefault(ours.get(i), List.of());
      if (left.isEmpty()) {
        throw different(set, ours.get(i));
      }
      rows[i] = left.removeLast();
    }
    if (ours.size() < theirs.names().size()) {
      throw different(
          set,
          places.entrySet().stream()
              .filter(left -> !left.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .sorted()
              .findFirst()
              .orElseThrow());
    }
    return theirs.vectors().select(rows);
  }

  private static PlumblineException different(String set, String name) {
    return new PlumblineException(
        "The models were shown different stimuli: only one of them has \"%s\" of %s."
            .formatted(name, set));
  }
}
