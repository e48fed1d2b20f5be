package dev.plumbline.report;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.Range;

/// Who and what a dataset mentions, or how its rows spread over a facet: bars side by side, one
/// colour a dataset, as shares of the used rows.
///
/// The value axis always starts at zero. A facet has one more bar for the rows without a value if
/// there are any; of a facet with many names the most frequent are drawn and the rest is summed.
public final class CompositionBars {
  private static final double ROOM_FOR_LABELS = 1.16;

  private CompositionBars() {}

  /// Bars of the lexicon's term lists.
  public static Figure of(List<CompositionResult> compositions, ChartStyle style) {
    List<String> lists =
        compositions.stream()
            .flatMap(composition -> composition.mentions().keySet().stream())
            .distinct()
            .toList();
    return figure(
        "composition-mentions",
        style.messages().text("composition.mentions.title"),
        compositions,
        lists.stream().map(list -> new Row(list, label(compositions, list, style))).toList(),
        (composition, key) -> Optional.ofNullable(composition.mentions().get(key)),
        style);
  }

  /// Bars of one facet, such as `captionWords`, `language` or `domain`.
  public static Figure of(List<CompositionResult> compositions, String facet, ChartStyle style) {
    FacetRows rows = new FacetRows(compositions, facet, style.messages());
    return figure(
        "composition-" + facet,
        style.messages().text("composition.facet.title", rows.title()),
        compositions.stream().filter(it -> it.facet(facet).isPresent()).toList(),
        rows.rows(),
        rows::count,
        style);
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

  private static Figure figure(
      String id,
      String title,
      List<CompositionResult> compositions,
      List<Row> rows,
      Count count,
      ChartStyle style) {
    FigureTable table = table(compositions, rows, count);
    if (compositions.isEmpty() || rows.isEmpty()) {
      String key = compositions.isEmpty() ? "composition.none" : "composition.nothing";
      return Figures.sentence(id, title, style.messages().text(key), table, style);
    }
    MarkGrid grid = grid(compositions, rows, count, style);
    String axisTitle = style.messages().text("composition.axis");
    CategoryFrame frame = CategoryFrame.of(grid, true, style, axisTitle);
    RoundAxis axis = new RoundAxis(axisTitle, style, frame.type(), false);
    axis.setRange(new Range(0, Math.max(1, greatest(grid) * frame.scale()) * ROOM_FOR_LABELS));
    CategoryPlot plot = frame.plot(axis, new FlatBarRenderer(frame));
    return new Figure(
        id,
        title,
        subtitle(compositions, style),
        frame.chart(plot),
        table,
        new NativeChart.Bars(axisTitle, true, grid),
        style);
  }

  private static double greatest(MarkGrid grid) {
    return grid.series().stream()
        .flatMap(series -> series.marks().stream())
        .mapToDouble(mark -> mark.value().orElse(0))
        .max()
        .orElse(0);
  }

  private static String subtitle(List<CompositionResult> compositions, ChartStyle style) {
    long used = compositions.stream().mapToLong(CompositionResult::used).sum();
    long rejects = compositions.stream().mapToLong(it -> it.rejects().size()).sum();
    NumberStyle numbers = style.numbers();
    String text =
        style.messages().text("composition.subtitle", compositions.size(), numbers.count(used));
    return rejects == 0
        ? text
        : text + style.messages().text("composition.rejects", numbers.count(rejects));
  }

  private static MarkGrid grid(
      List<CompositionResult> compositions, List<Row> rows, Count count, ChartStyle style) {
    List<MarkGrid.Series> series = new ArrayList<>();
    for (CompositionResult composition : compositions) {
      String dataset = composition.dataset().value();
      series.add(
          new MarkGrid.Series(
              new Subject.Dataset(dataset),
              dataset,
              style.colours().of(dataset, style.theme()),
              rows.stream().map(row -> mark(composition, row, count, style)).toList()));
    }
    return new MarkGrid(rows.stream().map(Row::name).toList(), series);
  }

  private static Mark mark(CompositionResult composition, Row row, Count count, ChartStyle style) {
    String dataset = composition.dataset().value();
    NumberStyle numbers = style.numbers();
    Optional<Long> counted = count.of(composition, row.key());
    OptionalDouble share = share(composition, counted);
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
    return new Mark(
        new Subject.Mention(dataset, row.key()),
        style.colours().of(dataset, style.theme()),
        share,
        Optional.empty(),
        label,
        tooltip);
  }

  private static OptionalDouble share(CompositionResult composition, Optional<Long> count) {
    return count.isEmpty() || composition.used() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count.get() / composition.used());
  }

  private static FigureTable table(
      List<CompositionResult> compositions, List<Row> rows, Count count) {
    FigureTable.Builder table = FigureTable.columns("dataset", "key", "rows", "used", "share");
    for (CompositionResult composition : compositions) {
      for (Row row : rows) {
        Optional<Long> counted = count.of(composition, row.key());
        table.row(
            composition.dataset(),
            row.key(),
            counted.map(String::valueOf).orElse(""),
            composition.used(),
            share(composition, counted));
      }
    }
    return table.table();
  }
}
