package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.composition.Bin;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CoOccurrence;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.DetectedLanguages;
import dev.plumbline.composition.DirichletLogOdds;
import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.Duplicates;
import dev.plumbline.composition.Facet;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.SampleBasis;
import dev.plumbline.composition.TargetBalance;
import dev.plumbline.composition.TargetContrast;
import dev.plumbline.composition.WordContrast;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Labels;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.performance.Score;
import dev.plumbline.relation.CorrelationMethod;
import dev.plumbline.relation.RelationCell;
import dev.plumbline.relation.RelationPoint;
import dev.plumbline.relation.RelationResult;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/// Numbers as a study of 4 datasets, 16 models and 4 tests would have them; drawn from a fixed
/// seed.
final class SampleFigures {
  static final List<String> DATASETS = List.of("pleasant", "balanced", "unpleasant", "filtered");
  static final List<String> TESTS =
      List.of("flowers-insects", "instruments-weapons", "group-work", "group-pleasant");
  static final Map<String, String> ENGLISH =
      Map.of(
          "flowers-insects", "flowers / insects",
          "instruments-weapons", "instruments / weapons",
          "group-work", "group 1 / 2 · work",
          "group-pleasant", "group 1 / 2 · pleasant");
  static final Map<String, String> JAPANESE =
      Map.of(
          "flowers-insects", "花と昆虫・快不快の連想",
          "instruments-weapons", "楽器と武器・快不快の連想",
          "group-work", "第一集団と第二集団・職場と家庭の連想",
          "group-pleasant", "第一集団と第二集団・快不快の連想");

  private SampleFigures() {}

  static Names names(Map<String, String> names) {
    return new Names(names, names);
  }

  static List<CompositionResult> compositions(List<String> datasets) {
    Random random = new Random(11);
    return datasets.stream().map(dataset -> composition(dataset, random)).toList();
  }

  private static CompositionResult composition(String dataset, Random random) {
    Map<String, Long> mentions = new LinkedHashMap<>();
    for (String list :
        List.of("flowers", "insects", "instruments", "weapons", "atWork", "atHome")) {
      mentions.put(list, 600L + random.nextInt(1500));
    }
    List<CaptionAssociation> associations = new ArrayList<>();
    for (String test : TESTS) {
      double value = random.nextGaussian() * 0.8;
      double half = 0.2 + random.nextDouble() * 0.3;
      associations.add(
          new CaptionAssociation(
              new TestId(test),
              "flowers",
              "insects",
              "pleasantWords",
              "unpleasantWords",
              240,
              120,
              90,
              210,
              3,
              OptionalDouble.of(value),
              Optional.of(new Interval(value - half, value + half, 0.95, "Wald")),
              OptionalDouble.of(value / 10),
              Optional.empty()));
    }
    return new CompositionResult(
        new DatasetId(dataset),
        new CompositionSettings(
            new Lexicon(
                "sample",
                Map.of(),
                Map.of(
                    "atWork", new Labels(Map.of("en", "at work", "ja", "職場にいる")),
                    "atHome", new Labels(Map.of("en", "at home", "ja", "家庭にいる")),
                    "flowers", new Labels(Map.of("en", "flowers", "ja", "花")),
                    "insects", new Labels(Map.of("en", "insects", "ja", "昆虫")),
                    "pleasantWords", new Labels(Map.of("en", "pleasant", "ja", "快い言葉")),
                    "unpleasantWords", new Labels(Map.of("en", "unpleasant", "ja", "不快な言葉"))),
                List.of())),
        6000,
        60,
        2,
        1_000_000,
        Map.of(),
        List.of(words(random), domains(random)),
        mentions,
        Map.of(),
        associations,
        List.of());
  }

  /// Compositions with repeats.
  ///
  /// @param sampled whether distinct texts were sampled
  static List<CompositionResult> repeated(boolean sampled) {
    List<CompositionResult> all = new ArrayList<>();
    for (CompositionResult bare : compositions(DATASETS)) {
      int i = all.size();
      long kept = sampled ? 480 - 70L * i : 4800 - 700L * i;
      long rows = sampled ? 560 : 5600;
      all.add(
          bare.withDuplicates(
              List.of(
                  new Duplicates(
                      DuplicateKey.URL,
                      5600,
                      340,
                      sampled ? 8 : 1,
                      sampled ? 640 : kept + 600,
                      sampled ? 700 : 5600,
                      3,
                      List.of()),
                  new Duplicates(
                      DuplicateKey.CAPTION,
                      5600,
                      340,
                      sampled ? 8 : 1,
                      kept,
                      rows,
                      41,
                      List.of()))));
    }
    return all;
  }

  /// A composition with pairs and words, as few captions as make sense.
  static CompositionResult counted() {
    CompositionResult bare = composition("balanced", new Random(5));
    List<String> attributes = List.of("pleasantWords", "unpleasantWords", "atWork", "atHome");
    List<List<Long>> together =
        List.of(
            List.of(240L, 120L, 0L, 35L), List.of(90L, 210L, 300L, 41L), List.of(0L, 0L, 0L, 0L));
    List<WordContrast> words = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      boolean pleasant = i % 3 != 0;
      words.add(
          new WordContrast(
              pleasant ? "pleasantWords" : "unpleasantWords",
              "word" + i,
              60 - 2 * i,
              10 + 2 * i,
              90,
              DirichletLogOdds.of(60 - 2 * i, 910, 10 + 2 * i, 910, 1, 26)));
    }
    return new CompositionResult(
        bare.dataset(),
        bare.settings(),
        bare.rows(),
        bare.failed(),
        bare.files(),
        bare.bytes(),
        bare.columns(),
        bare.facets(),
        bare.mentions(),
        bare.terms(),
        bare.associations(),
        bare.rejects(),
        bare.statuses(),
        new CoOccurrence(
            5940,
            List.of("flowers", "insects", "nobody"),
            attributes,
            List.of(900L, 700L, 0L),
            List.of(500L, 450L, 600L, 90L),
            together),
        List.of(
            new TargetContrast(
                bare.associations().getFirst().test(),
                new TargetBalance(1580, 900, 700, 320, 328, 240, 120, 90, 210),
                26,
                910,
                910,
                words)),
        DetectedLanguages.none(),
        List.of());
  }

  private static Facet words(Random random) {
    List<Bin> bins = new ArrayList<>();
    for (String key : List.of("1–4", "5–9", "10–14", "15–19", "20–29", "30–49")) {
      long count = 300 + random.nextInt(1200);
      bins.add(new Bin(key, count, count / 5940.0));
    }
    return new Facet("captionWords", bins, 31, OptionalDouble.of(11.2));
  }

  private static Facet domains(Random random) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long count = 20 + random.nextInt(2000) / (i + 1);
      bins.add(new Bin("images" + i + ".example.org", count, count / 5940.0));
    }
    return new Facet("domain", bins, 0, OptionalDouble.empty());
  }

  static List<ModelFacts> models(List<String> datasets) {
    List<ModelFacts> models = new ArrayList<>();
    for (String dataset : datasets) {
      for (String architecture : List.of("vit-s", "vit-m", "conv-s", "conv-m")) {
        models.add(
            new ModelFacts(
                new ModelId(architecture + "-" + dataset),
                Optional.empty(),
                Optional.of(architecture),
                Optional.of(architecture.startsWith("vit") ? "ViT" : "ConvNet"),
                Optional.of(dataset),
                Optional.empty(),
                OptionalLong.of(155_000),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return models;
  }

  static List<BiasRow> bias(List<ModelFacts> models) {
    Random random = new Random(7);
    List<BiasRow> rows = new ArrayList<>();
    for (ModelFacts model : models) {
      double base = random.nextGaussian() * 0.5 + 0.3;
      for (String test : TESTS) {
        for (Order order : Order.values()) {
          double d = base + random.nextGaussian() * 0.5;
          boolean skipped = order == Order.ALL_IMAGE && test.equals("group-pleasant");
          rows.add(
              new BiasRow(
                  model.id(),
                  new TestId(test),
                  test,
                  order,
                  skipped ? Optional.empty() : Optional.of(measured(d)),
                  skipped
                      ? OptionalDouble.empty()
                      : OptionalDouble.of(Math.abs(d) > 0.8 ? .01 : .3),
                  skipped
                      ? Optional.of("There are no images of pleasant words.")
                      : Optional.empty()));
        }
      }
    }
    return rows;
  }

  private static AssociationResult measured(double d) {
    return new AssociationResult.Measured(
        new AssociationResult.StimulusCounts(20, 20, 25, 25),
        d,
        0.0123,
        false,
        100_000,
        Optional.of(new Interval(d - 0.3, d + 0.28, 0.95, "percentile bootstrap, 1000 resamples")),
        0.3,
        List.of(),
        List.of(),
        List.of());
  }

  static List<Score> scores(List<ModelFacts> models) {
    Random random = new Random(5);
    return models.stream()
        .map(
            model ->
                new Score(
                    model.id(),
                    "shapes16",
                    "acc1",
                    0.86 + random.nextDouble() * 0.13,
                    320,
                    "measured"))
        .toList();
  }

  static Map<Score, Interval> wilson(List<Score> scores) {
    Map<Score, Interval> intervals = new LinkedHashMap<>();
    for (Score it : scores) {
      intervals.put(
          it, new Interval(it.value() - 0.03, Math.min(1, it.value() + 0.02), 0.95, "Wilson"));
    }
    return intervals;
  }

  static BiasPerformanceScatter.Content scatter(List<ModelFacts> models) {
    List<BiasRow> bias = bias(models);
    Map<ModelId, Double> scores = new LinkedHashMap<>();
    scores(models).forEach(score -> scores.put(score.model(), score.value()));
    List<RelationPoint> points =
        bias.stream()
            .filter(row -> row.category().equals("flowers-insects"))
            .filter(row -> row.order() == Order.IMAGE_AS_TARGET)
            .map(
                row ->
                    new RelationPoint(
                        row.model(),
                        row.test().value(),
                        row.category(),
                        row.order().label(),
                        row.d().orElseThrow(),
                        scores.get(row.model())))
            .toList();
    return new BiasPerformanceScatter.Content(
        new Measure("shapes16", "acc1"),
        "flowers-insects",
        "image as target",
        points,
        Optional.of(cell("flowers-insects", Order.IMAGE_AS_TARGET, 0.71, points.size())),
        points.size() < 3 ? Optional.empty() : Optional.of(SampleFigures::fit),
        models,
        bias);
  }

  private static Interval fit(double x) {
    double y = (x - 0.92) * 6 + 0.3;
    double half = 0.2 + Math.abs(x - 0.92) * 4;
    return new Interval(y - half, y + half, 0.95, "least squares");
  }

  static RelationCell cell(String category, Order order, double r, int n) {
    return new RelationCell(
        category,
        order.label(),
        n,
        n,
        OptionalDouble.of(r),
        Optional.of(new Interval(Math.max(-1, r - 0.4), Math.min(1, r + 0.2), 0.95, "Fisher z")),
        OptionalDouble.of(0.002),
        OptionalDouble.of(0.012),
        Optional.empty());
  }

  static RelationResult relations() {
    Random random = new Random(3);
    List<RelationCell> cells = new ArrayList<>();
    for (String test : TESTS) {
      for (Order order : Order.values()) {
        boolean missing = test.equals("group-pleasant") && order == Order.ALL_IMAGE;
        cells.add(
            missing
                ? new RelationCell(
                    test,
                    order.label(),
                    2,
                    2,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.of("Fewer than three points."))
                : cell(test, order, Math.tanh(random.nextGaussian() * 0.6), 16));
      }
    }
    return new RelationResult("shapes16", "acc1", CorrelationMethod.PEARSON, cells, List.of());
  }

  /// A dataset whose languages were detected.
  static CompositionResult detected(String dataset) {
    Map<String, Interval> intervals = new LinkedHashMap<>();
    List<Bin> bins = new ArrayList<>();
    String[] codes = {"en", "de", "ja", "fr", "und"};
    long[] counts = {12_480, 2_110, 1_960, 850, 2_600};
    for (int i = 0; i < codes.length; i++) {
      double share = counts[i] / 20_000.0;
      bins.add(new Bin(codes[i], counts[i], share));
      intervals.put(codes[i], new Interval(share * 0.92, share * 1.07, 0.95, "sample"));
    }
    intervals.put("", new Interval(0.01, 0.02, 0.95, "sample"));
    return compositions(List.of(dataset))
        .getFirst()
        .withLanguages(
            DetectedLanguages.of(
                new LanguageEstimate(
                    new Facet("language", bins, 300, OptionalDouble.empty()),
                    20_300,
                    new SampleBasis(20_300, OptionalLong.of(4_200_000), true, 20, 4102, true, 1),
                    intervals,
                    intervals,
                    Optional.of(new Interval(0, 0.0002, 0.95, "sample")),
                    "Apache OpenNLP 2.5.11, model langdetect 1.8.3")));
  }
}
