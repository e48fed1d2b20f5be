package dev.plumbline.association;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Seeds;
import dev.plumbline.stimulus.ImageAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Who is shown first when people search a folder of pictures? MaxSkew@k and NDKL of a labelled
/// attribute.
///
/// For a query, let `p_k(v)` be the share of value v among the first k labelled images and `p*(v)`
/// its desired share: the share among all labelled images ([DesiredDistribution#DATASET]) or one
/// over the number of values ([DesiredDistribution#UNIFORM]).
///
/// - `Skew@k(v) = ln(p_k(v) / p*(v))`: 0 as desired, positive too often, negative too seldom. Not
///   defined for a value absent from the first k (the logarithm of 0).
/// - `MaxSkew@k = max_v Skew@k(v)`, between 0 and `ln(1 / min p*)`. It always exists, since some
///   value has at least its desired share; absent values never attain it.
/// - `NDKL = (1/Z) Σ_i KL(D_i ‖ D*) / log₂(i + 1)`, `Z = Σ_i 1 / log₂(i + 1)`, over every prefix i
///   of the ranking, `0 · ln 0 = 0`; between 0 and `ln(1 / min p*)`. Given for the whole ranking,
///   as defined, and for the first k alone, as retrieval studies compute it.
///
/// All are averaged over the queries. The interval of a mean is the percentile bootstrap of the
/// queries: it speaks of the choice of queries, not of the images, which stay as they are. Both
/// measures are positive even where labels have nothing to do with pictures, the more the smaller k
/// and the rarer a value: `chance` is the mean over seeded permutations of the labels over the
/// images, the rankings kept, and `p = (1 + #{at least the observed mean}) / N` over N − 1 of them,
/// differences within 1e-12 counting as ties.
///
/// Images without a label are left out of the ranking. Ties of cosines: [QueryRankings]. An
/// attribute of one value, or k not below the number of labelled images, is refused: nothing could
/// be skewed.
///
/// Source: Geyik, Ambler and Kenthapadi 2019, DOI 10.1145/3292500.3330691 (arXiv 1905.01989); over
/// text-to-image retrieval by CLIP Berg et al. 2022, arXiv 2203.11933. Departs from the code of the
/// latter, which counts an absent value as if it were shown once and shows all images tied with the
/// k-th.
public final class RetrievalSkew {
  private static final double TIE = 1e-12;
  private static final double TENTH = 0.1;

  private final RetrievalSettings settings;

  /// Measures as the settings say.
  public RetrievalSkew(RetrievalSettings settings) {
    this.settings = settings;
  }

  /// Measures one attribute.
  ///
  /// @param rankings the images, ranked for each query
  /// @param attribute labels of the same images, in the same order
  /// @throws PlumblineException if there is nothing to compare
  public RetrievalResult of(
      QueryRankings rankings, ImageAttribute attribute, Cancellation cancellation) {
    Arguments.check(
        attribute.labels().size() == rankings.images(), "every image needs a label or none");
    List<String> values = attribute.values();
    if (values.size() < 2) {
      throw new PlumblineException(
          "Attribute \"%s\" has %s in the images: nothing can be skewed."
              .formatted(
                  attribute.name(),
                  values.isEmpty() ? "no label" : "only the value \"" + values.getFirst() + "\""));
    }
    int[] places = new int[rankings.images()];
    Arrays.fill(places, -1);
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      int code = values.indexOf(attribute.labels().get(i));
      if (code >= 0) {
        places[i] = codes.size();
        codes.add(code);
      }
    }
    int[] labels = codes.stream().mapToInt(Integer::intValue).toArray();
    int k = settings.k().orElse((int) Math.ceil(labels.length * TENTH));
    if (k >= labels.length) {
      throw new PlumblineException(
          "k is %d but only %d images are labelled with \"%s\": choose a smaller k."
              .formatted(k, labels.length, attribute.name()));
    }
    return measured(rankings, attribute, labels, places, k, cancellation);
  }

  private RetrievalResult measured(
      QueryRankings rankings,
      ImageAttribute attribute,
      int[] labels,
      int[] places,
      int k,
      Cancellation cancellation) {
    int[] sizes = new int[attribute.values().size()];
    for (int label : labels) {
      sizes[label]++;
    }
    double[] desired = desired(sizes, labels.length);
    SkewMeasures measures = new SkewMeasures(rankings.restricted(places), desired, k);
    List<QuerySkew> queries = new ArrayList<>();
    for (int q = 0; q < rankings.queries().size(); q++) {
      queries.add(measures.of(q, rankings.queries().get(q), labels));
    }
    double[][] values = {
      queries.stream().mapToDouble(QuerySkew::maxSkew).toArray(),
      queries.stream().mapToDouble(QuerySkew::ndkl).toArray(),
      queries.stream().mapToDouble(QuerySkew::ndklTop).toArray()
    };
    List<Optional<Interval>> intervals =
        new QueryBootstrap(settings).intervals(values, cancellation);
    SplittableRandom random =
        new SplittableRandom(Seeds.derive(settings.seed(), "labels", attribute.name()));
    List<QueryMean> means =
        means(measures, measures.means(labels), intervals, labels.clone(), random, cancellation);
    return new RetrievalResult(
        settings,
        attribute.name(),
        attribute.values(),
        Arrays.stream(sizes).boxed().toList(),
        Arrays.stream(desired).boxed().toList(),
        k,
        means.get(0),
        means.get(1),
        means.get(2),
        queries,
        notes(attribute, rankings, labels.length));
  }

  private double[] desired(int[] sizes, int images) {
    return Arrays.stream(sizes)
        .mapToDouble(
            size ->
                switch (settings.desired()) {
                  case DATASET -> (double) size / images;
                  case UNIFORM -> 1.0 / sizes.length;
                })
        .toArray();
  }

  private List<QueryMean> means(
      SkewMeasures measures,
      double[] observed,
      List<Optional<Interval>> intervals,
      int[] labels,
      SplittableRandom random,
      Cancellation cancellation) {
    double[] sums = new double[observed.length];
    int[] reached = new int[observed.length];
    int draws = settings.permutations() - 1;
    for (int draw = 0; draw < draws; draw++) {
      cancellation.check();
      shuffle(labels, random);
      double[] means = measures.means(labels);
      for (int m = 0; m < means.length; m++) {
        sums[m] += means[m];
        reached[m] += means[m] >= observed[m] - TIE ? 1 : 0;
      }
    }
    List<QueryMean> result = new ArrayList<>();
    for (int m = 0; m < observed.length; m++) {
      double p = (1.0 + reached[m]) / (draws + 1);
      result.add(new QueryMean(observed[m], intervals.get(m), sums[m] / draws, p));
    }
    return result;
  }

  private List<String> notes(ImageAttribute attribute, QueryRankings rankings, int labelled) {
    List<String> notes = new ArrayList<>();
    if (labelled < rankings.images()) {
      notes.add(
          "%d images have no label of \"%s\" and are left out."
              .formatted(rankings.images() - labelled, attribute.name()));
    }
    if (rankings.queries().size() == 1 && settings.bootstraps() > 0) {
      notes.add("No interval: a single query cannot be resampled.");
    }
    return notes;
  }

  private static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = values[i];
      values[i] = values[j];
      values[j] = other;
    }
  }
}
