package dev.plumbline.report;

import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.FacetComparison;
import dev.plumbline.composition.FacetDifference;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.core.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is over- and under-represented in manifests against a reference? Differences of the shares
/// of a facet's bins in percentage points with their intervals, one colour a manifest; right of
/// zero a manifest has more than the reference.
///
/// The bins are those in which any of the manifests differs most; they stand in the order of the
/// differences of one of them, from what it has most more of to what it has most less of.
public final class CompositionDifferenceDots {
  private static final int MOST_SHOWN = 20;
  private static final double PERCENT = 100;

  private final List<CompositionComparison> comparisons;
  private final CompositionComparison sorting;
  private final String facet;
  private final ChartStyle style;
  private final List<Map<String, FacetDifference>> bins;
  private final BinNames names;

  private CompositionDifferenceDots(
      List<CompositionComparison> comparisons, String other, String facet, ChartStyle style) {
    this.comparisons = comparisons;
    this.facet = facet;
    this.style = style;
    sorting =
        comparisons.stream()
            .filter(each -> each.other().value().equals(other))
            .findFirst()
            .orElseThrow();
    names = BinNames.of(sorting, style.messages());
    bins = comparisons.stream().map(this::known).toList();
  }

  private Map<String, FacetDifference> known(CompositionComparison comparison) {
    Map<String, FacetDifference> known = new LinkedHashMap<>();
    comparison
        .facet(facet)
        .ifPresent(
            found ->
                found.bins().stream()
                    .filter(bin -> bin.interval().isPresent())
                    .forEach(bin -> known.put(bin.key(), bin)));
    return known;
  }

  /// The dots, or the sentence that says why there are none.
  ///
  /// @param comparisons at least one, all with the same reference
  /// @param other the manifest whose differences give the order
  public static Figure of(
      List<CompositionComparison> comparisons, String other, String facet, ChartStyle style) {
    return new CompositionDifferenceDots(comparisons, other, facet, style).figure();
  }

  private Figure figure() {
    Messages messages = style.messages();
    List<String> sorted = sorted();
    DotFigure figure =
        new DotFigure(
            "composition-difference-" + facet,
            messages.text("difference.title", sorting.other(), sorting.reference()),
            table(sorted),
            style);
    if (sorted.isEmpty()) {
      return figure.none(messages.text(nothing()));
    }
    List<String> shown = shown(sorted);
    List<MarkGrid.Series> series = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      Map<String, FacetDifference> own = bins.get(i);
      CompositionComparison comparison = comparisons.get(i);
      String other = comparison.other().value();
      series.add(
          new MarkGrid.Series(
              new Subject.Dataset(other),
              other,
              style.colours().of(other, style.theme()),
              shown.stream()
                  .map(key -> mark(comparison, key, Optional.ofNullable(own.get(key))))
                  .toList()));
    }
    MarkGrid grid = new MarkGrid(shown.stream().map(key -> names.bin(facet, key)).toList(), series);
    String axisTitle = messages.text("difference.axis");
    return figure.of(grid, subtitle(shown.size(), sorted.size()), axisTitle, DotFrame::plot);
  }

  private String nothing() {
    return facet.equals(LanguageEstimate.FACET) && sorting.facet(facet).isPresent()
        ? "difference.languages"
        : "difference.none";
  }

  /// All bins, those that the sorting manifest has most more of first.
  private List<String> sorted() {
    Map<String, FacetDifference> own = bins.get(comparisons.indexOf(sorting));
    return bins.stream()
        .flatMap(each -> each.keySet().stream())
        .distinct()
        .sorted(
            Comparator.<String>comparingDouble(
                    key -> own.containsKey(key) ? -own.get(key).difference() : 0)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /// Those of the bins in which any manifest differs most, in their order.
  private List<String> shown(List<String> sorted) {
    List<String> most =
        sorted.stream()
            .sorted(Comparator.comparingDouble((String key) -> -greatest(key)))
            .limit(MOST_SHOWN)
            .toList();
    return sorted.stream().filter(most::contains).toList();
  }

  private double greatest(String key) {
    return bins.stream()
        .filter(each -> each.containsKey(key))
        .mapToDouble(each -> Math.abs(each.get(key).difference()))
        .max()
        .orElse(0);
  }

  private String subtitle(int shown, int of) {
    NumberStyle numbers = style.numbers();
    Optional<FacetComparison> found = sorting.facet(facet);
    boolean sampled = found.filter(FacetComparison::sampled).isPresent();
    String key = sampled ? "difference.sampled" : "difference.subtitle";
    String text = style.messages().text(key, shown, of);
    return found.filter(it -> it.totalVariation().isPresent()).isEmpty()
        ? text
        : text
            + style
                .messages()
                .text(
                    "difference.distances",
                    numbers.decimal(found.get().totalVariation().getAsDouble(), 3),
                    numbers.decimal(found.get().jensenShannon().orElseThrow(), 3));
  }

  private Mark mark(CompositionComparison comparison, String key, Optional<FacetDifference> bin) {
    NumberStyle numbers = style.numbers();
    String other = comparison.other().value();
    Subject subject = new Subject.Mention(other, key);
    if (bin.isEmpty()) {
      return new Mark(
          subject,
          style.colours().of(other, style.theme()),
          OptionalDouble.empty(),
          Optional.empty(),
          "",
          names.bin(facet, key));
    }
    FacetDifference known = bin.get();
    double points = PERCENT * known.difference();
    Optional<Interval> interval = known.interval().map(Percents::of);
    String label = numbers.signed(points, 1);
    return new Mark(
        subject,
        style.colours().of(other, style.theme()),
        OptionalDouble.of(points),
        interval,
        comparisons.size() == 1 ? label : "",
        Tooltips.lines(
            names.bin(facet, key),
            label + interval.map(it -> " " + numbers.interval(it, 1)).orElse(""),
            side(other, known.other(), known.otherOf()),
            side(comparison.reference().value(), known.reference(), known.referenceOf())));
  }

  private String side(String dataset, long rows, long of) {
    NumberStyle numbers = style.numbers();
    return dataset
        + ": "
        + numbers.count(rows)
        + " / "
        + numbers.count(of)
        + " = "
        + numbers.percent((double) rows / of);
  }

  private FigureTable table(List<String> sorted) {
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
            "high");
    for (int i = 0; i < comparisons.size(); i++) {
      CompositionComparison comparison = comparisons.get(i);
      for (String key : sorted) {
        FacetDifference bin = bins.get(i).get(key);
        if (bin != null) {
          row(table, comparison, facet, bin);
        }
      }
      if (facet.equals(FacetComparison.MENTIONS)) {
        comparison.terms().stream()
            .sorted(Comparator.comparingDouble(term -> -term.difference().difference()))
            .forEach(term -> row(table, comparison, "terms:" + term.list(), term.difference()));
      }
    }
    return table.table();
  }

  private static void row(
      FigureTable.Builder table,
      CompositionComparison comparison,
      String facet,
      FacetDifference bin) {
    table.row(
        comparison.reference(),
        comparison.other(),
        facet,
        bin.key(),
        bin.reference(),
        bin.other(),
        bin.interval().isPresent() ? OptionalDouble.of(bin.difference()) : OptionalDouble.empty(),
        FigureTable.low(bin.interval()),
        FigureTable.high(bin.interval()));
  }
}
