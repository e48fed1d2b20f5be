package dev.plumbline.report;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.Range;

/// Who and what a dataset mentions, or how its rows spread over a facet: bars side by side, one
/// colour a dataset, as shares of the used rows.
///
/// The value axis always starts at zero. A facet has one more bar for the rows without a value if
/// there are any; of a facet with many names the most frequent are drawn and the rest is summed.
public final class CompositionBars {
  private static final double ROOM_FOR_LABELS = 1.16;
  private static final int MOST_LISTS = 24;

  private final List<CompositionResult> compositions;
  private final List<Row> rows;
  private final List<Row> drawn;
  private final Count count;
  private final Function<String, Optional<Interval>> intervals;
  private final Optional<CompositionEstimate> estimate;
  private final ChartStyle style;

  private CompositionBars(
      List<CompositionResult> compositions,
      List<Row> rows,
      List<Row> drawn,
      Count count,
      Function<String, Optional<Interval>> intervals,
      Optional<CompositionEstimate> estimate,
      ChartStyle style) {
    this.compositions = compositions;
    this.rows = rows;
    this.drawn = drawn;
    this.count = count;
    this.intervals = intervals;
    this.estimate = estimate;
    this.style = style;
  }

  /// Bars of the lexicon's term lists; of more than 24 the most mentioned are drawn, in the
  /// lexicon's order, and all are in the table.
  public static Figure of(List<CompositionResult> compositions, ChartStyle style) {
    return mentions(compositions, Optional.empty(), style);
  }

  /// Bars of one facet, such as `captionWords`, `language` or `domain`.
  public static Figure of(List<CompositionResult> compositions, String facet, ChartStyle style) {
    return facet(compositions, facet, Optional.empty(), style);
  }

  /// As [#of(List, ChartStyle)], of a sample: labelled as an estimate, with intervals.
  public static Figure estimate(CompositionEstimate estimate, ChartStyle style) {
    return mentions(List.of(estimate.result()), Optional.of(estimate), style);
  }

  /// As [#of(List, String, ChartStyle)], of a sample: labelled as an estimate, with intervals.
  public static Figure estimate(CompositionEstimate estimate, String facet, ChartStyle style) {
    return facet(List.of(estimate.result()), facet, Optional.of(estimate), style);
  }

  private static Figure mentions(
      List<CompositionResult> compositions,
      Optional<CompositionEstimate> estimate,
      ChartStyle style) {
    List<String> lists =
        compositions.stream()
            .flatMap(composition -> composition.mentions().keySet().stream())
            .distinct()
            .toList();
    List<Row> rows =
        lists.stream().map(list -> new Row(list, label(compositions, list, style))).toList();
    Count count = (composition, key) -> Optional.ofNullable(composition.mentions().get(key));
    return new CompositionBars(
            compositions,
            rows,
            drawn(compositions, rows, count),
            count,
            key -> estimate.map(it -> it.mentions().get(key)),
            estimate,
            style)
        .figure("composition-mentions", style.messages().text("composition.mentions.title"));
  }

  private static Figure facet(
      List<CompositionResult> compositions,
      String facet,
      Optional<CompositionEstimate> estimate,
      ChartStyle style) {
    FacetRows rows = new FacetRows(compositions, facet, style.messages());
    return new CompositionBars(
            compositions.stream().filter(it -> it.facet(facet).isPresent()).toList(),
            rows.rows(),
            rows.rows(),
            rows::count,
            key -> estimate.flatMap(it -> it.ofUsed(facet, FacetRows.value(key))),
            estimate,
            style)
        .figure(
            "composition-" + facet, style.messages().text("composition.facet.title", rows.title()));
  }

  /// The rows with the greatest sum of shares, in their order.
  private static List<Row> drawn(
      List<CompositionResult> compositions, List<Row> rows, Count count) {
    if (rows.size() <= MOST_LISTS) {
      return rows;
    }
    ToDoubleFunction<Row> sum =
        row ->
            compositions.stream()
                .mapToDouble(it -> share(it, count.of(it, row.key())).orElse(0))
                .sum();
    List<Row> most =
        rows.stream().sorted(Comparator.comparingDouble(sum).reversed()).limit(MOST_LISTS).toList();
    return rows.stream().filter(most::contains).toList();
  }

  /// A bar for each dataset.
  ///
  /// @param key key in the data
  /// @param name name to show
  record Row(String key, String name) {}

  /// Rows of a dataset that fall under a key; empty if it was not counted.
  @FunctionalInterface
  interface Count {
    Optional<Long> of(CompositionResult composition, String key);
  }

  private static String label(List<CompositionResult> compositions, String list, ChartStyle style) {
    return compositions.stream()
        .map(composition -> composition.settings().lexicon().labels().get(list))
        .filter(Objects::nonNull)
        .findFirst()
        .map((Labels labels) -> labels.in(style.locale()))
        .orElse(list);
  }

  private Figure figure(String id, String title) {
    FigureTable table = table();
    if (compositions.isEmpty() || rows.isEmpty()) {
      String key = compositions.isEmpty() ? "composition.none" : "composition.nothing";
      return Figures.sentence(id, title, style.messages().text(key), table, style);
    }
    MarkGrid grid = grid();
    String axisTitle = style.messages().text("composition.axis");
    CategoryFrame frame = CategoryFrame.of(grid, true, style, axisTitle);
    RoundAxis axis = new RoundAxis(axisTitle, style, frame.type(), false);
    axis.setRange(new Range(0, Math.max(1, greatest(grid) * frame.scale()) * ROOM_FOR_LABELS));
    CategoryPlot plot = frame.plot(axis, new FlatBarRenderer(frame));
    return new Figure(
        id,
        title,
        subtitle(),
        frame.chart(plot),
        table,
        new NativeChart.Bars(axisTitle, true, grid),
        style);
  }

  private static double greatest(MarkGrid grid) {
    return grid.series().stream()
        .flatMap(series -> series.marks().stream())
        .mapToDouble(
            mark -> mark.interval().map(Interval::high).orElseGet(() -> mark.value().orElse(0)))
        .max()
        .orElse(0);
  }

  private String subtitle() {
    long used = compositions.stream().mapToLong(CompositionResult::used).sum();
    long rejects = compositions.stream().mapToLong(it -> it.rejects().size()).sum();
    NumberStyle numbers = style.numbers();
    String text =
        estimate
            .map(it -> EstimateLabels.subtitle(it.basis(), style))
            .orElseGet(
                () ->
                    style
                        .messages()
                        .text("composition.subtitle", compositions.size(), numbers.count(used)));
    if (drawn.size() < rows.size()) {
      text += style.messages().text("composition.most", drawn.size(), rows.size());
    }
    return rejects == 0
        ? text
        : text + style.messages().text("composition.rejects", numbers.count(rejects));
  }

  private MarkGrid grid() {
    List<MarkGrid.Series> series = new ArrayList<>();
    for (CompositionResult composition : compositions) {
      String dataset = composition.dataset().value();
      series.add(
          new MarkGrid.Series(
              new Subject.Dataset(dataset),
              dataset,
              style.colours().of(dataset, style.theme()),
              drawn.stream().map(row -> mark(composition, row)).toList()));
    }
    return new MarkGrid(drawn.stream().map(Row::name).toList(), series);
  }

  private Mark mark(CompositionResult composition, Row row) {
    String dataset = composition.dataset().value();
    NumberStyle numbers = style.numbers();
    Optional<Long> counted = count.of(composition, row.key());
    OptionalDouble share = share(composition, counted);
    Optional<Interval> interval = intervals.apply(row.key());
    String label = share.isPresent() ? numbers.percent(share.getAsDouble()) : "";
    String tooltip =
        style
            .messages()
            .text(
                "composition.tooltip",
                dataset,
                row.name(),
                label,
                numbers.count(counted.orElse(0L)),
                numbers.count(composition.used()));
    String more =
        estimate.map(it -> EstimateLabels.tooltip(it.basis(), interval, style)).orElse("");
    return new Mark(
        new Subject.Mention(dataset, row.key()),
        style.colours().of(dataset, style.theme()),
        share,
        interval,
        label,
        tooltip + more);
  }

  private static OptionalDouble share(CompositionResult composition, Optional<Long> count) {
    return count.isEmpty() || composition.used() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count.get() / composition.used());
  }

  private FigureTable table() {
    FigureTable.Builder table =
        estimate.isPresent()
            ? FigureTable.columns("dataset", "key", "rows", "used", "share", "low", "high")
            : FigureTable.columns("dataset", "key", "rows", "used", "share");
    for (CompositionResult composition : compositions) {
      for (Row row : rows) {
        Optional<Long> counted = count.of(composition, row.key());
        List<Object> cells = new ArrayList<>();
        cells.add(composition.dataset());
        cells.add(row.key());
        cells.add(counted.map(String::valueOf).orElse(""));
        cells.add(composition.used());
        cells.add(share(composition, counted));
        if (estimate.isPresent()) {
          cells.add(FigureTable.low(intervals.apply(row.key())));
          cells.add(FigureTable.high(intervals.apply(row.key())));
        }
        table.row(cells.toArray());
      }
    }
    return table.table();
  }
}
