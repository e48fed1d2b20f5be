package dev.plumbline.report;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Paints every kind of figure in both themes and languages under `target/figures`, to be looked
/// at.
final class FigureGallery {
  private static final Path FOLDER = Path.of("target", "figures");

  private FigureGallery() {}

  public static void main(String[] arguments) throws IOException {
    Files.createDirectories(FOLDER);
    String only = arguments.length > 0 ? arguments[0] : "";
    for (var entry : figures().entrySet()) {
      if (entry.getKey().contains(only)) {
        paint(entry.getKey(), entry.getValue());
      }
    }
    deck(FOLDER.resolve("deck.pptx"), style(ChartTheme.light(), Locale.ENGLISH));
    deck(FOLDER.resolve("deck-ja.pptx"), style(ChartTheme.dark(), Locale.JAPANESE));
    Figure scatter = figures().get("scatter").apply(style(ChartTheme.light(), Locale.JAPANESE));
    new SvgWriter(640, 420).write(FOLDER.resolve("scatter.svg"), scatter);
  }

  static ChartStyle style(ChartTheme theme, Locale locale) {
    boolean japanese = locale.equals(Locale.JAPANESE);
    return ChartStyle.of(theme, locale, new DatasetColours(SampleFigures.DATASETS))
        .with(SampleFigures.names(japanese ? SampleFigures.JAPANESE : SampleFigures.ENGLISH));
  }

  /// Writes a deck of every figure.
  static void deck(Path file, ChartStyle style) {
    DeckWriter.write(
        file,
        new DeckCover(
            "Sample study",
            "23 November 2026",
            List.of(
                "4 datasets, 16 models, 4 tests in up to 4 orders",
                "100,000 permutations, one-sided; seed 20261123"),
            "Source: sample study; seed 20261123."),
        figures().values().stream().map(factory -> factory.apply(style)).toList());
  }

  private static void paint(String name, Function<ChartStyle, Figure> factory) {
    ChartStyle light = style(ChartTheme.light(), Locale.ENGLISH);
    ChartStyle dark =
        style(ChartTheme.dark(), Locale.ENGLISH)
            .with(new Highlight(Set.of("balanced"), Set.of(), Set.of(), Set.of()));
    ChartStyle japanese = style(ChartTheme.light(), Locale.JAPANESE);
    new PngWriter(640, 420, 1).write(FOLDER.resolve(name + "-light.png"), factory.apply(light));
    new PngWriter(640, 420, 1).write(FOLDER.resolve(name + "-dark.png"), factory.apply(dark));
    new PngWriter(420, 280, 1)
        .write(FOLDER.resolve(name + "-small-ja.png"), factory.apply(japanese));
    new PngWriter(900, 560, 2).write(FOLDER.resolve(name + "-large.png"), factory.apply(light));
  }

  static Map<String, Function<ChartStyle, Figure>> figures() {
    var models = SampleFigures.models(SampleFigures.DATASETS);
    var compositions = SampleFigures.compositions(SampleFigures.DATASETS);
    Map<String, Function<ChartStyle, Figure>> all = new LinkedHashMap<>();
    all.put("mentions", style -> CompositionBars.of(compositions, style));
    all.put("mentions-one", style -> CompositionBars.of(compositions.subList(0, 1), style));
    all.put("mentions-none", style -> CompositionBars.of(List.of(), style));
    all.put("words", style -> CompositionBars.of(compositions, "captionWords", style));
    all.put("domains", style -> CompositionBars.of(compositions, "domain", style));
    all.put(
        "languages",
        style -> CompositionBars.of(List.of(SampleFigures.detected("web")), "language", style));
    all.put("duplicates", style -> DuplicateBars.of(SampleFigures.repeated(true), style));
    all.put("duplicates-counted", style -> DuplicateBars.of(SampleFigures.repeated(false), style));
    all.put("duplicates-none", style -> DuplicateBars.of(compositions, style));
    all.put("duplicates-sample", DuplicateBars::ofSample);
    all.put("scatter", style -> BiasPerformanceScatter.of(SampleFigures.scatter(models), style));
    all.put(
        "scatter-one",
        style -> BiasPerformanceScatter.of(SampleFigures.scatter(models.subList(0, 1)), style));
    all.put(
        "scatter-none",
        style -> BiasPerformanceScatter.of(SampleFigures.scatter(List.of()), style));
    all.put("captions", style -> CaptionAssociationDots.of(compositions, style));
    all.put(
        "captions-unnamed",
        style -> CaptionAssociationDots.of(compositions, style.with(Names.none())));
    CompositionResult counted = SampleFigures.counted();
    for (CoOccurrenceMeasure measure : CoOccurrenceMeasure.values()) {
      all.put("pairs-" + measure, style -> CoOccurrenceHeatMap.of(counted, measure, style));
    }
    TestId test = counted.associations().getFirst().test();
    all.put("word-contrast", style -> WordContrastDots.of(counted, test, style));
    all.put("balance", style -> TargetBalanceDots.of(counted, test, style));
    all.put(
        "pairs-none",
        style -> CoOccurrenceHeatMap.of(compositions.getFirst(), CoOccurrenceMeasure.PMI, style));
    all.put("relations", style -> RelationHeatMap.of(SampleFigures.relations(), style));
    all.put("bias", style -> BiasHeatMap.of(SampleFigures.bias(models), models, style));
    all.put(
        "bias-dots",
        style ->
            BiasDots.of(
                new BiasDots.Content(
                    SampleFigures.bias(models).getFirst().test(),
                    SampleFigures.bias(models).stream()
                        .filter(
                            row -> row.test().equals(SampleFigures.bias(models).getFirst().test()))
                        .toList(),
                    models,
                    java.util.Optional.of(ReferenceEffect.Attributes.NORMS)),
                style));
    all.put(
        "retrieval",
        style ->
            RetrievalDots.of(
                new RetrievalDots.Content(
                    SampleSearches.rows(models), models, SkewMeasure.MAX_SKEW),
                style));
    all.put(
        "retrieval-ndkl",
        style ->
            RetrievalDots.of(
                new RetrievalDots.Content(SampleSearches.rows(models), models, SkewMeasure.NDKL),
                style));
    all.put(
        "retrieval-none",
        style ->
            RetrievalDots.of(
                new RetrievalDots.Content(List.of(), models, SkewMeasure.NDKL), style));
    all.put("queries", style -> QuerySkewMap.of(SampleSearches.rows(models).get(7), models, style));
    all.put(
        "comparison",
        style ->
            ModelComparison.of(
                models.get(0), models.get(5), SampleFigures.bias(models), List.of(), style));
    all.put(
        "scores",
        style ->
            ScoreBars.of(
                SampleFigures.scores(models),
                new Measure("shapes16", "acc1"),
                SampleFigures.wilson(SampleFigures.scores(models)),
                models,
                style));
    return all;
  }
}
