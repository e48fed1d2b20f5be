package dev.plumbline.association;

import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.core.Cancellation;
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
  private static final List<String> NAMES = List.of("X", "Y", "A", "B");

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
    List<UnitVectors> one = new ArrayList<>();
    List<UnitVectors> two = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      NamedVectors ours = first.all().get(i);
      NamedVectors theirs = second.all().get(i);
      one.add(UnitVectors.of(NAMES.get(i), ours.vectors()));
      two.add(UnitVectors.of(NAMES.get(i), inOrder(NAMES.get(i), ours.names(), theirs)));
    }
    StimulusCounts n =
        new StimulusCounts(
            one.get(0).rows(), one.get(1).rows(), one.get(2).rows(), one.get(3).rows());
    EffectSize d1 = size(one);
    EffectSize d2 = size(two);
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
    double[] differences = resampled(one, two, n, cancellation);
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

  private EffectSize size(List<UnitVectors> sets) {
    return EffectSize.of(
        AssociationScores.of(sets.get(0), sets.get(1), sets.get(2), sets.get(3)), settings.ddof());
  }

  /// The differences that are defined, ascending.
  private double[] resampled(
      List<UnitVectors> one, List<UnitVectors> two, StimulusCounts n, Cancellation cancellation) {
    Resampling first = resampling(one);
    Resampling second = resampling(two);
    StimulusDraw draw = new StimulusDraw(n.x(), n.y(), n.a(), n.b());
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

  private Resampling resampling(List<UnitVectors> sets) {
    return new Resampling(
        Cosines.of(sets.get(0), sets.get(1), sets.get(2), sets.get(3)),
        sets.get(0).rows(),
        sets.get(2).rows(),
        settings.ddof());
  }

  /// The other model's rows in the order of ours.
  private static double[][] inOrder(String set, List<String> ours, NamedVectors theirs) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = theirs.names().size() - 1; i >= 0; i--) {
      places.computeIfAbsent(theirs.names().get(i), _ -> new ArrayList<>()).add(i);
    }
    double[][] rows = new double[ours.size()][];
    for (int i = 0; i < rows.length; i++) {
      List<Integer> left = places.getOrDefault(ours.get(i), List.of());
      if (left.isEmpty()) {
        throw different(set, ours.get(i));
      }
      rows[i] = row(theirs, left.removeLast());
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
    return rows;
  }

  private static double[] row(NamedVectors vectors, int place) {
    double[] row = new double[vectors.vectors().columns()];
    for (int j = 0; j < row.length; j++) {
      row[j] = vectors.vectors().get(place, j);
    }
    return row;
  }

  private static PlumblineException different(String set, String name) {
    return new PlumblineException(
        "The models were shown different stimuli: only one of them has \"%s\" of %s."
            .formatted(name, set));
  }
}
