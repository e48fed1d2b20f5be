package dev.plumbline.study;

import dev.plumbline.association.Alternative;
import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.association.DesiredDistribution;
import dev.plumbline.association.IntervalMethod;
import dev.plumbline.association.PMethod;
import dev.plumbline.association.QueryMean;
import dev.plumbline.association.QuerySkew;
import dev.plumbline.association.RetrievalResult;
import dev.plumbline.association.RetrievalSettings;
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
import dev.plumbline.composition.FilterChoices;
import dev.plumbline.composition.FilterLimit;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.composition.SampleBasis;
import dev.plumbline.composition.TargetBalance;
import dev.plumbline.composition.TargetContrast;
import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.TargetShare;
import dev.plumbline.composition.TermList;
import dev.plumbline.composition.WordContrast;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Labels;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.embedding.DeviceNote;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Reject;
import dev.plumbline.performance.Score;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.StimulusSet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes studies full of awkward texts and numbers from a seed.
final class RandomStudies {
  private static final List<String> PIECES =
      List.of("花", "naïve", "\"", "\\", "\n", "\u2028", "👩‍🔬", "</script>", "a b", "=1+1", "x");

  private final RandomGenerator random;
  private final Path root;

  RandomStudies(long seed, Path root) {
    this.random = RandomGenerator.of("L64X128MixRandom");
    this.root = root;
    for (long i = 0; i < seed; i++) {
      random.nextLong();
    }
  }

  Study next() {
    return new Study(request(), result(), provenance(), list(4, this::entry));
  }

  private StudyRequest request() {
    Lexicon lexicon = lexicon();
    return new StudyRequest(
        text(),
        list(3, this::manifest),
        lexicon,
        list(3, () -> new ModelSource(path(), maybe(this::text))),
        battery(),
        maybe(this::path),
        list(2, () -> new ZeroShotSource(text(), path())),
        list(2, this::path),
        new AssociationSettings(
            random.nextInt(2),
            random.nextBoolean() ? Alternative.GREATER : Alternative.TWO_SIDED,
            random.nextLong(1, 1 << 20),
            random.nextInt(1000),
            0.95,
            random.nextLong(),
            PMethod.values()[random.nextInt(2)],
            IntervalMethod.values()[random.nextInt(2)]),
        list(2, this::path),
        random.nextBoolean() ? WhatIfRequest.none() : whatIf(),
        list(2, this::searched));
  }

  private WhatIfRequest whatIf() {
    return new WhatIfRequest(
        new FilterChoices(
            maybe(this::text),
            Map.of(FilterLimit.SIMILARITY, random.nextDouble(), FilterLimit.WORDS, 3.0),
            text(),
            list(2, this::text),
            maybe(this::path),
            Optional.of(DuplicateKey.URL),
            text()),
        new TargetMix(
            List.of(new TargetShare(text() + "x", random.nextDouble())),
            random.nextBoolean() ? OptionalDouble.of(5) : OptionalDouble.empty()));
  }

  private RetrievalSource searched() {
    return new RetrievalSource(
        "r" + text(),
        path(),
        path(),
        path(),
        list(2, this::text),
        maybe(() -> 1 + random.nextInt(9)),
        DesiredDistribution.values()[random.nextInt(2)]);
  }

  private ManifestSource manifest() {
    List<String> files = List.of(path().toString(), path() + "/*.parquet", "s3://bucket/part-0");
    return new ManifestSource(new DatasetId(text()), files, Map.of(ColumnRole.CAPTION, text()));
  }

  private Lexicon lexicon() {
    Map<String, TermList> terms = new LinkedHashMap<>();
    Map<String, Labels> labels = new LinkedHashMap<>();
    for (int i = 0; i < 4; i++) {
      terms.put(text() + i, new TermList(list(3, this::text), random.nextBoolean()));
      labels.put(text() + i, new Labels(Map.of("en", text(), "ja", text())));
    }
    return new Lexicon(
        text(),
        terms,
        labels,
        list(2, () -> new LexiconTest(testId(), text(), text(), text(), text())));
  }

  private Battery battery() {
    Map<String, StimulusSet> sets = new LinkedHashMap<>();
    for (String name : List.of("x", "y", "a", "b")) {
      sets.put(
          name,
          new StimulusSet(
              name,
              Labels.of(text()),
              list(3, this::text),
              list(2, this::text),
              maybe(this::text)));
    }
    return new Battery(
        text(),
        Labels.of(text()),
        sets,
        list(
            2,
            () ->
                new AssociationTest(
                    testId(),
                    text(),
                    Labels.of(text()),
                    "x",
                    "y",
                    "a",
                    "b",
                    List.of(Order.ALL_TEXT, Order.IMAGE_AS_TARGET))));
  }

  private StudyResult result() {
    return new StudyResult(
        list(2, this::composition),
        list(3, this::facts),
        list(6, this::bias),
        list(
            3, () -> new Score(modelId(), text(), text(), number(), random.nextLong(1000), text())),
        list(2, () -> new Failure(text(), text())),
        list(2, this::skew));
  }

  private RetrievalRow skew() {
    return new RetrievalRow(modelId(), text(), text(), maybe(this::skewed), maybe(this::text));
  }

  private RetrievalResult skewed() {
    return new RetrievalResult(
        new RetrievalSettings(
            maybe(() -> 3), DesiredDistribution.UNIFORM, 5, 0.5, 7, random.nextLong()),
        text(),
        list(3, this::text),
        list(3, random::nextInt),
        list(3, this::number),
        random.nextInt(),
        mean(),
        mean(),
        mean(),
        list(
            2, () -> new QuerySkew(text(), list(3, random::nextInt), number(), number(), number())),
        list(2, this::text));
  }

  private QueryMean mean() {
    return new QueryMean(number(), maybe(this::interval), number(), number());
  }

  private CompositionResult composition() {
    return new CompositionResult(
        new DatasetId(text()),
        new CompositionSettings(lexicon()),
        random.nextLong(Long.MAX_VALUE),
        random.nextLong(),
        random.nextInt(),
        random.nextLong(),
        Map.of(ColumnRole.URL, text(), ColumnRole.NSFW, text()),
        list(
            2,
            () ->
                new Facet(
                    text(),
                    list(3, () -> new Bin(text(), random.nextLong(), number())),
                    random.nextLong(),
                    maybeNumber())),
        new LinkedHashMap<>(Map.of(text(), random.nextLong())),
        new LinkedHashMap<>(Map.of(text(), Map.of(text(), random.nextLong()))),
        list(2, this::association),
        list(2, () -> new Reject(text(), text(), random.nextLong())),
        new LinkedHashMap<>(Map.of(text(), random.nextLong())),
        new CoOccurrence(
            random.nextLong(9),
            List.of(text()),
            List.of(text()),
            List.of(4L),
            List.of(5L),
            List.of(List.of(random.nextLong(4)))),
        list(2, this::contrast),
        languages(),
        list(
            2,
            () -> {
              long kept = random.nextInt(1, 9);
              return new Duplicates(
                  DuplicateKey.values()[random.nextInt(4)],
                  kept + 5 + random.nextInt(9),
                  random.nextInt(9),
                  2,
                  kept,
                  kept + 5,
                  6,
                  List.of(new Duplicates.Copies(1, Long.MAX_VALUE, kept, kept + 5)));
            }));
  }

  private DetectedLanguages languages() {
    return switch (random.nextInt(3)) {
      case 0 -> DetectedLanguages.none();
      case 1 -> DetectedLanguages.refused(DetectedLanguages.Refusal.values()[random.nextInt(3)]);
      default ->
          DetectedLanguages.of(
              new LanguageEstimate(
                  new Facet(
                      "language",
                      List.of(new Bin("en", 3, number())),
                      random.nextLong(),
                      OptionalDouble.empty()),
                  random.nextLong(),
                  new SampleBasis(
                      random.nextLong(),
                      random.nextBoolean()
                          ? OptionalLong.of(random.nextLong())
                          : OptionalLong.empty(),
                      random.nextBoolean(),
                      random.nextInt(9),
                      9 + random.nextInt(9),
                      random.nextBoolean(),
                      random.nextLong()),
                  Map.of("en", interval()),
                  Map.of("", interval(), "en", interval()),
                  maybe(this::interval),
                  text()));
    };
  }

  private TargetContrast contrast() {
    long x = random.nextLong(1, 900);
    return new TargetContrast(
        testId(),
        new TargetBalance(x + 7, x, 8, 3, 2, 2, 1, 1, 1),
        number(),
        x,
        random.nextLong(),
        list(
            3,
            () ->
                new WordContrast(
                    text(),
                    text(),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    maybe(() -> new DirichletLogOdds(number(), 0.5 + random.nextDouble())))));
  }

  private CaptionAssociation association() {
    return new CaptionAssociation(
        testId(),
        text(),
        text(),
        text(),
        text(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        maybeNumber(),
        maybe(this::interval),
        maybeNumber(),
        maybe(this::text));
  }

  private ModelFacts facts() {
    return new ModelFacts(
        modelId(),
        maybe(() -> path().toString()),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
        maybe(this::text),
        maybe(this::text),
        random.nextBoolean()
            ? List.of()
            : List.of(new DeviceNote(DeviceNote.Kind.NOT_STARTED, List.of("CUDA", text()))));
  }

  private BiasRow bias() {
    return new BiasRow(
        modelId(),
        testId(),
        text(),
        Order.values()[random.nextInt(4)],
        maybe(this::outcome),
        maybeNumber(),
        maybe(this::text));
  }

  private AssociationResult outcome() {
    AssociationResult.StimulusCounts n =
        new AssociationResult.StimulusCounts(random.nextInt(), 2, 3, 4);
    return random.nextBoolean()
        ? new AssociationResult.Undefined(n, text())
        : new AssociationResult.Measured(
            n,
            number(),
            number(),
            random.nextBoolean(),
            random.nextLong(),
            maybe(this::interval),
            number(),
            list(5, this::number),
            list(5, this::number),
            list(2, this::text),
            random.nextInt(2),
            Alternative.values()[random.nextInt(2)],
            PMethod.values()[random.nextInt(2)]);
  }

  private Provenance provenance() {
    return new Provenance(
        text(),
        text(),
        text(),
        maybe(() -> Instant.ofEpochSecond(random.nextLong(1L << 34), random.nextInt(1 << 29))),
        number(),
        random.nextBoolean(),
        random.nextInt(),
        list(2, this::text),
        random.nextLong(),
        new LinkedHashMap<>(Map.of(text(), text())));
  }

  private LogEntry entry() {
    Instant time = Instant.ofEpochSecond(random.nextLong(1L << 34), random.nextInt(1 << 29));
    return new LogEntry(time, LogEntry.Level.values()[random.nextInt(3)], text());
  }

  private Interval interval() {
    double one = number();
    double two = number();
    return new Interval(Math.min(one, two), Math.max(one, two), 0.9, text());
  }

  /// A finite double of any size, among them denormals, -0 and the largest.
  private double number() {
    return switch (random.nextInt(8)) {
      case 0 -> -0.0;
      case 1 -> Double.MIN_VALUE * random.nextInt(100);
      case 2 -> Double.MAX_VALUE;
      case 3 -> 0.1 + 0.2;
      case 4 -> random.nextLong();
      default ->
          Stream.generate(() -> Double.longBitsToDouble(random.nextLong()))
              .filter(Double::isFinite)
              .findFirst()
              .orElseThrow();
    };
  }

  private OptionalDouble maybeNumber() {
    return random.nextBoolean() ? OptionalDouble.of(number()) : OptionalDouble.empty();
  }

  private String text() {
    StringBuilder text = new StringBuilder("t");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private ModelId modelId() {
    return new ModelId(text());
  }

  private TestId testId() {
    return new TestId(text());
  }

  private Path path() {
    List<String> names = List.of("models", "a b", "花", "deep");
    Path path = random.nextInt(4) == 0 ? Path.of("/elsewhere") : root;
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      path = path.resolve(names.get(random.nextInt(names.size())));
    }
    return path;
  }

  private <T> Optional<T> maybe(Supplier<T> supplier) {
    return random.nextBoolean() ? Optional.of(supplier.get()) : Optional.empty();
  }

  private <T> List<T> list(int longest, Supplier<T> supplier) {
    int length = random.nextInt(longest + 1);
    return new ArrayList<>(IntStream.range(0, length).mapToObj(_ -> supplier.get()).toList());
  }
}
