package dev.plumbline.ui;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.composition.Bin;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.Facet;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.composition.TermList;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Labels;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.performance.Score;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.ModelSource;
import dev.plumbline.study.Provenance;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

/// A finished study of 16 invented models on 4 invented manifests, for tests of the window.
public final class StudyFixture {
  public static final List<String> DATASETS =
      List.of("pleasant", "balanced", "unpleasant", "filtered");
  private static final double[] LEAN = {1.3, 0.1, -1.1, 0.9};
  private static final List<String> TESTS =
      List.of("flower-insect", "instrument-weapon", "group-work", "group-pleasant");

  private StudyFixture() {}

  public static Study study() {
    StudyResult result = result();
    return new Study(
        request(),
        result,
        new Provenance(
            "0.1.0",
            "25",
            "Linux",
            Optional.of(Instant.parse("2026-11-23T10:00:00Z")),
            12.3,
            true,
            2,
            List.of("CPU, 2 threads"),
            20261123L,
            Map.of("manifest pleasant", "ab12", "model vit-s", "cd34")),
        List.of());
  }

  public static StudyRequest request() {
    return new StudyRequest(
        "Sample study",
        DATASETS.stream()
            .map(
                name ->
                    new ManifestSource(
                        new DatasetId(name),
                        List.of(
                            Path.of("sample-data", "manifests", name + ".parquet")
                                .toAbsolutePath()
                                .toString()),
                        Map.of()))
            .toList(),
        lexicon(),
        models().stream()
            .map(
                facts -> new ModelSource(Path.of(facts.location().orElseThrow()), Optional.empty()))
            .toList(),
        battery(),
        Optional.empty(),
        List.of(),
        List.of(),
        AssociationSettings.defaults());
  }

  public static StudyResult result() {
    return new StudyResult(
        DATASETS.stream().map(StudyFixture::composition).toList(),
        models(),
        bias(),
        scores(),
        List.of());
  }

  public static List<ModelFacts> models() {
    List<ModelFacts> models = new ArrayList<>();
    for (String family : List.of("ViT", "Conv")) {
      for (String size : List.of("S", "M")) {
        for (String dataset : DATASETS) {
          String id =
              family.toLowerCase(java.util.Locale.ROOT)
                  + "-"
                  + size.toLowerCase(java.util.Locale.ROOT)
                  + "-"
                  + dataset;
          models.add(
              new ModelFacts(
                  new ModelId(id),
                  Optional.of(Path.of("sample-data", "models", id).toAbsolutePath().toString()),
                  Optional.of(family + "-" + size),
                  Optional.of(family),
                  Optional.of(dataset),
                  Optional.of("synthetic"),
                  OptionalLong.of(size.equals("S") ? 155_000 : 420_000),
                  Optional.of("two ONNX files"),
                  Optional.of("CPU, 2 threads")));
        }
      }
    }
    return models;
  }

  private static Battery battery() {
    Map<String, StimulusSet> sets = new LinkedHashMap<>();
    for (String name :
        List.of(
            "flowers",
            "insects",
            "instruments",
            "weapons",
            "group 1",
            "group 2",
            "pleasant",
            "unpleasant",
            "work",
            "home")) {
      sets.put(
          name,
          new StimulusSet(
              name, Labels.of(name), List.of(name, "a " + name), List.of(), Optional.empty()));
    }
    return new Battery(
        "sample",
        Labels.of("Sample battery"),
        sets,
        List.of(
            test(
                0,
                "Flower-Insect/Valence",
                "flowers",
                "insects",
                "pleasant",
                "unpleasant",
                "花と虫・快不快"),
            test(
                1,
                "Instrument-Weapon/Valence",
                "instruments",
                "weapons",
                "pleasant",
                "unpleasant",
                "楽器と武器・快不快"),
            test(2, "Group/Place", "group 1", "group 2", "work", "home", "集団と場所"),
            test(3, "Group/Valence", "group 1", "group 2", "pleasant", "unpleasant", "集団と快不快")));
  }

  private static AssociationTest test(
      int index, String category, String x, String y, String a, String b, String japanese) {
    return new AssociationTest(
        new TestId(TESTS.get(index)),
        category,
        new Labels(Map.of("en", x + " / " + y + " · " + a, "ja", japanese)),
        x,
        y,
        a,
        b,
        List.of(Order.values()));
  }

  private static Lexicon lexicon() {
    Map<String, TermList> terms = new LinkedHashMap<>();
    for (String name :
        List.of("flowers", "insects", "instruments", "weapons", "at work", "at home")) {
      terms.put(name, new TermList(List.of(name), false));
    }
    return new Lexicon(
        "sample",
        terms,
        Map.of(),
        TESTS.stream()
            .map(id -> new LexiconTest(new TestId(id), "flowers", "insects", "at work", "at home"))
            .toList());
  }

  private static CompositionResult composition(String dataset) {
    Random random = new Random(dataset.hashCode());
    long rows = 6000;
    Map<String, Long> mentions = new LinkedHashMap<>();
    lexicon().terms().keySet().forEach(name -> mentions.put(name, 700L + random.nextInt(1100)));
    double lean = LEAN[DATASETS.indexOf(dataset)];
    List<CaptionAssociation> associations = new ArrayList<>();
    for (int i = 0; i < TESTS.size(); i++) {
      double ratio = lean * (1 - 0.2 * i) + 0.15 * random.nextGaussian();
      associations.add(
          new CaptionAssociation(
              new TestId(TESTS.get(i)),
              "flowers",
              "insects",
              "at work",
              "at home",
              300,
              120,
              110,
              310,
              4,
              OptionalDouble.of(ratio),
              Optional.of(new Interval(ratio - 0.35, ratio + 0.35, 0.95, "Wald")),
              OptionalDouble.of(ratio / 5),
              Optional.empty()));
    }
    return new CompositionResult(
        new DatasetId(dataset),
        new CompositionSettings(lexicon()),
        rows,
        12,
        1,
        1_234_567,
        Map.of(ColumnRole.CAPTION, "caption", ColumnRole.URL, "url"),
        facets(random),
        mentions,
        Map.of(),
        associations,
        List.of());
  }

  private static List<Facet> facets(Random random) {
    return List.of(
        facet("captionWords", random, "1–4", "5–9", "10–14", "15–19", "20+"),
        facet("language", random, "en", "ja", "de", "fr"),
        facet("similarity", random, "0.20–0.25", "0.25–0.30", "0.30–0.35", "0.35–0.40"),
        facet("domain", random, "example.org", "photos.example", "shop.example", "wiki.example"));
  }

  private static Facet facet(String name, Random random, String... keys) {
    long[] counts = Arrays.stream(keys).mapToLong(_ -> 200 + random.nextInt(1800)).toArray();
    double sum = Arrays.stream(counts).sum();
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      bins.add(new Bin(keys[i], counts[i], counts[i] / sum));
    }
    return new Facet(name, bins, 15, OptionalDouble.empty());
  }

  private static List<BiasRow> bias() {
    Random random = new Random(7);
    List<BiasRow> rows = new ArrayList<>();
    for (ModelFacts model : models()) {
      double lean = LEAN[DATASETS.indexOf(model.pretrainingDataset().orElseThrow())];
      for (AssociationTest test : battery().tests()) {
        for (Order order : Order.values()) {
          double strength =
              order == Order.ALL_IMAGE ? 0.1 : 1 - 0.2 * TESTS.indexOf(test.id().value());
          double d = lean * strength + 0.3 * random.nextGaussian();
          double p = Math.clamp(0.5 * Math.exp(-3.2 * d), 1e-5, 1.0);
          rows.add(
              new BiasRow(
                  model.id(),
                  test.id(),
                  test.category(),
                  order,
                  Optional.of(
                      new AssociationResult.Measured(
                          new AssociationResult.StimulusCounts(8, 8, 8, 8),
                          d,
                          p,
                          true,
                          12870,
                          Optional.of(
                              new Interval(
                                  d - 0.4, d + 0.4, 0.95, "percentile bootstrap, 1000 resamples")),
                          d / 2.2,
                          List.of(0.02 * d + 0.01, 0.02 * d - 0.005),
                          List.of(-0.02 * d, 0.004 - 0.02 * d),
                          List.of())),
                  OptionalDouble.of(Math.min(1, p * 2)),
                  Optional.empty()));
        }
      }
    }
    return rows;
  }

  private static List<Score> scores() {
    Random random = new Random(3);
    List<Score> scores = new ArrayList<>();
    for (ModelFacts model : models()) {
      double lean = LEAN[DATASETS.indexOf(model.pretrainingDataset().orElseThrow())];
      double acc = Math.clamp(0.8 + 0.06 * lean + 0.05 * random.nextGaussian(), 0.5, 0.99);
      scores.add(new Score(model.id(), "shapes-16", "acc1", acc, 320, "measured"));
      scores.add(
          new Score(model.id(), "shapes-16", "acc5", Math.min(1, acc + 0.1), 320, "measured"));
      scores.add(
          new Score(model.id(), "shapes-16", "mean_per_class_recall", acc - 0.01, 320, "measured"));
    }
    return scores;
  }
}
