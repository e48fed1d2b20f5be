package dev.plumbline.report;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Facet;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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
  private static final Set<String> HOSTS = Set.of("composition-domain", "composition-tld");

  private final List<BarSource> sources;
  private final long rejects;
  private final List<Row> rows;
  private final List<Row> drawn;
  private final Optional<CompositionEstimate> estimate;
  private final ChartStyle style;

  private CompositionBars(
      List<BarSource> sources,
      List<CompositionResult> compositions,
      List<Row> rows,
      List<Row> drawn,
      Optional<CompositionEstimate> estimate,
      ChartStyle style) {
    this.sources = sources;
    this.rejects = compositions.stream().mapToLong(it -> it.rejects().size()).sum();
    this.rows = rows;
    this.drawn = drawn;
    this.estimate = estimate;
    this.style = style;
  }

  /// Bars of the lexicon's term lists; of more than 24 the most mentioned are drawn, in the
  /// lexicon's order, and all are in the table.
  public static Figure of(List<CompositionResult> compositions, ChartStyle style) {
    return mentions(compositions, Optional.empty(), style);
  }

  /// Bars of one facet, such as `captionWords`, `language` or `domain`, or of rows that repeat
  /// others ([DuplicateBars#NAME]). Languages that were detected on a sample are labelled so and
  /// have the sample's intervals.
  public static Figure of(List<CompositionResult> compositions, String facet, ChartStyle style) {
    return facet.equals(DuplicateBars.NAME)
        ? DuplicateBars.of(compositions, style)
        : facet(compositions, facet, Optional.empty(), style);
  }

  /// As [#of(List, ChartStyle)], of a sample: labelled as an estimate, with intervals.
  public static Figure estimate(CompositionEstimate estimate, ChartStyle style) {
    return mentions(List.of(estimate.result()), Optional.of(estimate), style);
  }

  /// As [#of(List, String, ChartStyle)], of a sample: labelled as an estimate, with intervals.
  public static Figure estimate(CompositionEstimate estimate, String facet, ChartStyle style) {
    return facet.equals(DuplicateBars.NAME)
        ? DuplicateBars.ofSample(style)
        : facet(List.of(estimate.result()), facet, Optional.of(estimate), style);
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
    List<BarSource> sources =
        compositions.stream().map(it -> BarSource.mentions(it, estimate)).toList();
    return new CompositionBars(sources, compositions, rows, drawn(sources, rows), estimate, style)
        .figure(
            "composition-mentions",
            style.messages().text("composition.mentions.title"),
            none(compositions, style));
  }

  private static Figure facet(
      List<CompositionResult> compositions,
      String facet,
      Optional<CompositionEstimate> estimate,
      ChartStyle style) {
    List<Facet> facets =
        compositions.stream().flatMap(it -> BarSource.facet(it, facet).stream()).toList();
    FacetRows rows = new FacetRows(facets, facet, style.messages());
    List<BarSource> sources =
        compositions.stream()
            .flatMap(it -> BarSource.facet(it, facet, rows, estimate).stream())
            .toList();
    List<CompositionResult> shown =
        compositions.stream().filter(it -> BarSource.facet(it, facet).isPresent()).toList();
    return new CompositionBars(sources, shown, rows.rows(), rows.rows(), estimate, style)
        .figure(
            "composition-" + facet,
            style.messages().text("composition.facet.title", rows.title(), shown.size()),
            facet.equals(LanguageEstimate.FACET)
                ? DetectedLabels.refusal(compositions, style)
                    .orElseGet(() -> none(compositions, style))
                : none(compositions, style));
  }

  /// Said where there is nothing to draw.
  private static String none(List<CompositionResult> compositions, ChartStyle style) {
    return style
        .messages()
        .text(compositions.isEmpty() ? "composition.none" : "composition.nothing");
  }

  /// The rows with the greatest sum of shares, in their order.
  private static List<Row> drawn(List<BarSource> sources, List<Row> rows) {
    if (rows.size() <= MOST_LISTS) {
      return rows;
    }
    ToDoubleFunction<Row> sum =
        row -> sources.stream().mapToDouble(it -> it.share(row.key()).orElse(0)).sum();
    List<Row> most =
        rows.stream().sorted(Comparator.comparingDouble(sum).reversed()).limit(MOST_LISTS).toList();
    return rows.stream().filter(most::contains).toList();
  }

  /// A bar for each dataset.
  ///
  /// @param key key in the data
  /// @param name name to show
  record Row(String key, String name) {}

  private static String label(List<CompositionResult> compositions, String list, ChartStyle style) {
    return compositions.stream()
        .map(composition -> composition.settings().lexicon().labels().get(list))
        .filter(Objects::nonNull)
        .findFirst()
        .map((Labels labels) -> labels.in(style.locale()))
        .orElse(list);
  }

  private Figure figure(String id, String title, String nothing) {
    FigureTable table = table();
    if (sources.isEmpty() || rows.isEmpty()) {
      return Figures.sentence(id, title, nothing, table, style);
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
        subtitle(id),
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

  private String subtitle(String id) {
    NumberStyle numbers = style.numbers();
    String text =
        estimate
            .filter(_ -> !detected())
            .map(it -> EstimateLabels.subtitle(it.basis(), style))
            .or(() -> DetectedLabels.subtitle(sources, style))
            .orElseGet(
                () ->
                    style
                        .messages()
                        .text(
                            "composition.subtitle",
                            sources.size(),
                            numbers.count(sources.stream().mapToLong(BarSource::used).sum())));
    if (drawn.size() < rows.size()) {
      text += style.messages().text("composition.most", drawn.size(), rows.size());
    }
    if (HOSTS.contains(id)) {
      text += style.messages().text("composition.hosts");
    }
    return rejects == 0
        ? text
        : text + style.messages().text("composition.rejects", numbers.count(rejects));
  }

  private MarkGrid grid() {
    List<MarkGrid.Series> series = new ArrayList<>();
    for (BarSource source : sources) {
      String dataset = source.dataset();
      series.add(
          new MarkGrid.Series(
              new Subject.Dataset(dataset),
              dataset,
              style.colours().of(dataset, style.theme()),
              drawn.stream().map(row -> mark(source, row)).toList()));
    }
    return new MarkGrid(drawn.stream().map(Row::name).toList(), series);
  }

  private Mark mark(BarSource source, Row row) {
    NumberStyle numbers = style.numbers();
    OptionalDouble share = source.share(row.key());
    Optional<Interval> interval = source.intervals().apply(row.key());
    String label = share.isPresent() ? numbers.percent(share.getAsDouble()) : "";
    String tooltip =
        style
            .messages()
            .text(
                "composition.tooltip",
                source.dataset(),
                row.name(),
                label,
                numbers.count(source.counts().apply(row.key()).orElse(0L)),
                numbers.count(source.used()));
    return new Mark(
        new Subject.Mention(source.dataset(), row.key()),
        style.colours().of(source.dataset(), style.theme()),
        share,
        interval,
        label,
        tooltip + more(source, interval));
  }

  private String more(BarSource source, Optional<Interval> interval) {
    return source
        .detected()
        .map(it -> DetectedLabels.tooltip(it, interval, style))
        .or(() -> estimate.map(it -> EstimateLabels.tooltip(it.basis(), interval, style)))
        .orElse("");
  }

  private boolean detected() {
    return sources.stream().anyMatch(source -> source.detected().isPresent());
  }

  private FigureTable table() {
    List<String> columns = new ArrayList<>(List.of("dataset", "key", "rows", "used", "share"));
    if (estimate.isPresent() || detected()) {
      columns.addAll(List.of("low", "high"));
    }
    if (detected()) {
      columns.add("detector");
    }
    FigureTable.Builder table = FigureTable.columns(columns.toArray(String[]::new));
    for (BarSource source : sources) {
      for (Row row : rows) {
        List<Object> cells = new ArrayList<>();
        cells.add(source.dataset());
        cells.add(row.key());
        cells.add(source.counts().apply(row.key()).map(String::valueOf).orElse(""));
        cells.add(source.used());
        cells.add(source.share(row.key()));
        if (columns.size() > 5) {
          cells.add(FigureTable.low(source.intervals().apply(row.key())));
          cells.add(FigureTable.high(source.intervals().apply(row.key())));
        }
        if (detected()) {
          cells.add(source.detected().map(LanguageEstimate::detector).orElse(""));
        }
        table.row(cells.toArray());
      }
    }
    return table.table();
  }
}
