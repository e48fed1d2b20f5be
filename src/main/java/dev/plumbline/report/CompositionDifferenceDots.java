package dev.plumbline.report;

import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.FacetComparison;
import dev.plumbline.composition.FacetDifference;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.core.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is over- and under-represented in one manifest against another? Differences of the shares
/// of a facet's bins in percentage points with their intervals, largest first; right of zero the
/// other manifest has more.
public final class CompositionDifferenceDots {
  private static final int MOST_SHOWN = 20;
  private static final double PERCENT = 100;

  private CompositionDifferenceDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(CompositionComparison comparison, String facet, ChartStyle style) {
    Messages messages = style.messages();
    BinNames names = new BinNames(messages);
    String id = "composition-difference-" + facet;
    String title = messages.text("difference.title", comparison.other(), comparison.reference());
    FigureTable table = table(comparison);
    Optional<FacetComparison> found = comparison.facet(facet);
    List<FacetDifference> shown =
        found.map(FacetComparison::bins).orElse(List.of()).stream()
            .filter(bin -> bin.interval().isPresent())
            .sorted(
                Comparator.<FacetDifference>comparingDouble(bin -> -Math.abs(bin.difference()))
                    .thenComparing(FacetDifference::key))
            .limit(MOST_SHOWN)
            .toList();
    if (shown.isEmpty()) {
      return Figures.sentence(id, title, messages.text(nothing(facet, found)), table, style);
    }
    String other = comparison.other().value();
    MarkGrid grid =
        new MarkGrid(
            shown.stream().map(bin -> names.bin(facet, bin.key())).toList(),
            List.of(
                new MarkGrid.Series(
                    new Subject.Dataset(other),
                    other,
                    style.colours().of(other, style.theme()),
                    shown.stream()
                        .map(bin -> mark(comparison, bin, names.bin(facet, bin.key()), style))
                        .toList())));
    String axisTitle = messages.text("difference.axis");
    CategoryFrame frame = CategoryFrame.of(grid, false, style, axisTitle);
    return new Figure(
        id,
        title,
        subtitle(found.orElseThrow(), shown.size(), style),
        frame.chart(DotFrame.plot(frame, axisTitle)),
        table,
        new NativeChart.Bars(axisTitle, false, grid),
        style);
  }

  private static String nothing(String facet, Optional<FacetComparison> found) {
    return facet.equals(LanguageEstimate.FACET) && found.isPresent()
        ? "difference.languages"
        : "difference.none";
  }

  private static String subtitle(FacetComparison facet, int shown, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String key = facet.sampled() ? "difference.sampled" : "difference.subtitle";
    String text = style.messages().text(key, shown, facet.bins().size());
    return facet.totalVariation().isEmpty()
        ? text
        : text
            + style
                .messages()
                .text(
                    "difference.distances",
                    numbers.decimal(facet.totalVariation().getAsDouble(), 3),
                    numbers.decimal(facet.jensenShannon().orElseThrow(), 3));
  }

  private static Mark mark(
      CompositionComparison comparison, FacetDifference bin, String name, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String other = comparison.other().value();
    double points = PERCENT * bin.difference();
    Optional<Interval> interval =
        bin.interval()
            .map(
                it ->
                    new Interval(PERCENT * it.low(), PERCENT * it.high(), it.level(), it.method()));
    String label = numbers.signed(points, 1);
    return new Mark(
        new Subject.Mention(other, bin.key()),
        style.colours().of(other, style.theme()),
        OptionalDouble.of(points),
        interval,
        label,
        Tooltips.lines(
            name,
            label + interval.map(it -> " " + numbers.interval(it, 1)).orElse(""),
            side(comparison.other().value(), bin.other(), bin.otherOf(), numbers),
            side(comparison.reference().value(), bin.reference(), bin.referenceOf(), numbers)));
  }

  private static String side(String dataset, long rows, long of, NumberStyle numbers) {
    return dataset
        + ": "
        + numbers.count(rows)
        + " / "
        + numbers.count(of)
        + " = "
        + numbers.percent((double) rows / of);
  }

  private static FigureTable table(CompositionComparison comparison) {
    FigureTable.Builder table =
        FigureTable.columns(
            "reference",
            "other",
            "facet",
            "key",
            "reference_rows",
            "other_rows",
            "difference",
            "low",
            "high",
            "total_variation",
            "jensen_shannon_bits");
    for (FacetComparison facet : comparison.facets()) {
      for (FacetDifference bin : facet.bins()) {
        row(table, comparison, facet.facet(), bin, facet.totalVariation(), facet.jensenShannon());
      }
    }
    for (CompositionComparison.Term term : comparison.terms()) {
      row(
          table,
          comparison,
          "terms:" + term.list(),
          term.difference(),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
    return table.table();
  }

  private static void row(
      FigureTable.Builder table,
      CompositionComparison comparison,
      String facet,
      FacetDifference bin,
      OptionalDouble totalVariation,
      OptionalDouble jensenShannon) {
    table.row(
        comparison.reference(),
        comparison.other(),
        facet,
        bin.key(),
        bin.reference(),
        bin.other(),
        bin.interval().isPresent() ? OptionalDouble.of(bin.difference()) : OptionalDouble.empty(),
        FigureTable.low(bin.interval()),
        FigureTable.high(bin.interval()),
        totalVariation,
        jensenShannon);
  }
}
