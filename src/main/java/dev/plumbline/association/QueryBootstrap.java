package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// How much would a mean over queries vary with other queries of the same kind? Percentile
/// bootstrap (Efron and Tibshirani 1993, ch. 13): queries are drawn with replacement, as many as
/// there are, the same draws for all measures.
final class QueryBootstrap {
  private final RetrievalSettings settings;

  QueryBootstrap(RetrievalSettings settings) {
    this.settings = settings;
  }

  /// Intervals of the means of measures.
  ///
  /// @param measures one array a measure, one value a query
  /// @return one a measure; empty where there is one query or no interval is asked for
  List<Optional<Interval>> intervals(double[][] measures, Cancellation cancellation) {
    int queries = measures[0].length;
    int resamples = settings.bootstraps();
    if (queries < 2 || resamples == 0) {
      return Arrays.stream(measures).map(_ -> Optional.<Interval>empty()).toList();
    }
    SplittableRandom random = new SplittableRandom(Seeds.derive(settings.seed(), "queries"));
    double[][] means = new double[measures.length][resamples];
    for (int r = 0; r < resamples; r++) {
      cancellation.check();
      for (int i = 0; i < queries; i++) {
        int drawn = random.nextInt(queries);
        for (int m = 0; m < means.length; m++) {
          means[m][r] += measures[m][drawn] / queries;
        }
      }
    }
    List<Optional<Interval>> intervals = new ArrayList<>();
    for (double[] values : means) {
      Arrays.sort(values);
      intervals.add(
          Optional.of(
              new Interval(
                  Quantiles.of(values, (1 - settings.level()) / 2),
                  Quantiles.of(values, (1 + settings.level()) / 2),
                  settings.level(),
                  "percentile bootstrap of the queries, %d resamples".formatted(resamples))));
    }
    return intervals;
  }
}
