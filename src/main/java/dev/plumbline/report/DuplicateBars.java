package dev.plumbline.report;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.Duplicates;
import dev.plumbline.core.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.Range;

/// How many rows repeat an earlier one: a bar for each column compared and dataset, with an
/// interval where distinct texts were sampled ([Duplicates]).
public final class DuplicateBars {
  /// Name under which the bars are offered among the facets.
  public static final String NAME = "duplicates";

  private static final String ID = "composition-duplicates";
  private static final double ROOM_FOR_LABELS = 1.22;

  private final List<CompositionResult> compositions;
  private final List<DuplicateKey> keys;
  private final ChartStyle style;

  private DuplicateBars(List<CompositionResult> compositions, ChartStyle style) {
    this.compositions =
        compositions.stream().filter(composition -> !composition.duplicates().isEmpty()).toList();
    this.keys =
        Arrays.stream(DuplicateKey.values())
            .filter(key -> compositions.stream().anyMatch(it -> it.duplicates(key).isPresent()))
            .toList();
    this.style = style;
  }

  /// The bars, or the sentence that says why there are none.
  public static Figure of(List<CompositionResult> compositions, ChartStyle style) {
    return new DuplicateBars(compositions, style).figure();
  }

  /// The sentence that says why a sample has none.
  static Figure ofSample(ChartStyle style) {
    return new DuplicateBars(List.of(), style).sentence("duplicates.sample");
  }

  private Figure figure() {
    if (compositions.isEmpty()) {
      return sentence("duplicates.none");
    }
    MarkGrid grid =
        new MarkGrid(
            keys.stream().map(this::name).toList(), compositions.stream().map(this::bars).toList());
    String axisTitle = text("duplicates.axis");
    CategoryFrame frame = CategoryFrame.of(grid, true, style, axisTitle);
    RoundAxis axis = new RoundAxis(axisTitle, style, frame.type(), false);
    axis.setRange(new Range(0, Math.max(1, greatest() * frame.scale()) * ROOM_FOR_LABELS));
    CategoryPlot plot = frame.plot(axis, new FlatBarRenderer(frame));
    return new Figure(
        ID,
        text("duplicates.title"),
        subtitle(),
        frame.chart(plot),
        table(),
        new NativeChart.Bars(axisTitle, true, grid),
        style);
  }

  private Figure sentence(String key) {
    return Figures.sentence(ID, text("duplicates.title"), text(key), table(), style);
  }

  private double greatest() {
    return compositions.stream()
        .flatMap(composition -> composition.duplicates().stream())
        .mapToDouble(it -> it.shareInterval().map(Interval::high).orElse(it.share().orElse(0)))
        .max()
        .orElse(0);
  }

  private String subtitle() {
    boolean exact =
        compositions.stream()
            .flatMap(composition -> composition.duplicates().stream())
            .allMatch(Duplicates::exact);
    return text(exact ? "duplicates.subtitle" : "duplicates.subtitle.sampled", compositions.size());
  }

  private MarkGrid.Series bars(CompositionResult composition) {
    String dataset = composition.dataset().value();
    return new MarkGrid.Series(
        new Subject.Dataset(dataset),
        dataset,
        style.colours().of(dataset, style.theme()),
        keys.stream().map(key -> mark(dataset, key, composition.duplicates(key))).toList());
  }

  private Mark mark(String dataset, DuplicateKey key, Optional<Duplicates> found) {
    OptionalDouble share = found.map(Duplicates::share).orElse(OptionalDouble.empty());
    return new Mark(
        new Subject.Mention(dataset, NAME + "." + key.key()),
        style.colours().of(dataset, style.theme()),
        share,
        found.flatMap(Duplicates::shareInterval),
        share.isPresent() ? percent(share.getAsDouble()) : "",
        found.map(it -> tooltip(dataset, it)).orElse(dataset));
  }

  private String tooltip(String dataset, Duplicates it) {
    NumberStyle numbers = style.numbers();
    if (it.share().isEmpty()) {
      return Tooltips.lines(dataset, name(it.key()), text("duplicates.tooltip.none"));
    }
    String line =
        text(
            "duplicates.tooltip",
            dataset,
            name(it.key()),
            percent(it.share().getAsDouble()),
            numbers.count(Math.round(it.repeats())),
            numbers.count(it.rows()),
            numbers.count(Math.round(it.distinct())),
            numbers.count(it.most()));
    return line
        + it.shareInterval()
            .map(
                interval ->
                    text(
                        "duplicates.tooltip.sampled",
                        numbers.count(it.rate()),
                        percent(interval.low()),
                        percent(interval.high())))
            .orElse("");
  }

  private String percent(double share) {
    return style.numbers().decimal(100 * share, 2) + "\u00a0%";
  }

  private String name(DuplicateKey key) {
    return text("duplicates.key." + key);
  }

  private String text(String key, Object... arguments) {
    return style.messages().text(key, arguments);
  }

  private FigureTable table() {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "key",
            "rows",
            "missing",
            "distinct",
            "distinct_low",
            "distinct_high",
            "repeats",
            "share",
            "low",
            "high",
            "method",
            "rate",
            "kept_texts",
            "kept_rows",
            "most_rows");
    for (CompositionResult composition : compositions) {
      for (Duplicates it : composition.duplicates()) {
        table.row(
            composition.dataset(),
            it.key().key(),
            it.rows(),
            it.missing(),
            Math.round(it.distinct()),
            bound(it.distinctInterval().map(Interval::low)),
            bound(it.distinctInterval().map(Interval::high)),
            Math.round(it.repeats()),
            it.share(),
            FigureTable.low(it.shareInterval()),
            FigureTable.high(it.shareInterval()),
            it.method(),
            it.rate(),
            it.kept(),
            it.keptRows(),
            it.most());
      }
    }
    return table.table();
  }

  private static Object bound(Optional<Double> bound) {
    return bound.<Object>map(Math::round).orElse("");
  }
}
