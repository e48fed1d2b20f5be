package dev.plumbline.report;

import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.FacetComparison;
import dev.plumbline.composition.FacetDifference;
import dev.plumbline.core.Interval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How far are manifests from a reference? One row a facet, one column a manifest; the colour goes
/// with the square root of the distance, 0 to 1, so that small ones can be told apart.
///
/// A facet that only one of the two has, and total variation and Jensen–Shannon of mentions, which
/// are no distribution, are not defined. The table holds all three measures of every pair.
public final class ManifestDistanceMap {
  private static final String ID = "manifest-distances";
  private static final double PERCENT = 100;

  private final List<CompositionComparison> comparisons;
  private final DistanceMeasure measure;
  private final ChartStyle style;

  private ManifestDistanceMap(
      List<CompositionComparison> comparisons, DistanceMeasure measure, ChartStyle style) {
    this.comparisons = List.copyOf(comparisons);
    this.measure = measure;
    this.style = style;
  }

  /// The heat map.
  ///
  /// @param comparisons at least one, all with the same reference
  public static Figure of(
      List<CompositionComparison> comparisons, DistanceMeasure measure, ChartStyle style) {
    return new ManifestDistanceMap(comparisons, measure, style).figure();
  }

  private Figure figure() {
    Messages messages = style.messages();
    Matrix matrix = matrix();
    return new Figure(
        ID,
        messages.text("distance.title", comparisons.getFirst().reference()),
        messages.text("distance.subtitle." + measure.name()),
        MatrixFrame.chart(matrix, style),
        table(),
        matrix.nativeTable(),
        style);
  }

  private Matrix matrix() {
    List<Matrix.Row> rows = new ArrayList<>();
    List<List<Matrix.Cell>> cells = new ArrayList<>();
    boolean gap = false;
    for (String facet : facets()) {
      rows.add(new Matrix.Row(name(facet), Optional.empty(), Optional.empty()));
      List<Matrix.Cell> row = comparisons.stream().map(each -> cell(each, facet)).toList();
      gap |= row.stream().anyMatch(cell -> cell.value().isEmpty());
      cells.add(row);
    }
    List<String> columns = comparisons.stream().map(each -> each.other().value()).toList();
    return new Matrix(rows, List.of(new Matrix.Group("", columns)), cells, legend(gap));
  }

  private Set<String> facets() {
    Set<String> facets = new LinkedHashSet<>();
    comparisons.forEach(each -> each.facets().forEach(facet -> facets.add(facet.facet())));
    facets.remove(FacetComparison.MENTIONS);
    facets.add(FacetComparison.MENTIONS);
    return facets;
  }

  private String name(String facet) {
    String key = "facet." + facet;
    return style.messages().has(key) ? style.messages().text(key) : facet;
  }

  private MatrixLegend legend(boolean gap) {
    Messages messages = style.messages();
    return new MatrixLegend(
        new MatrixLegend.Ends(style.numbers().decimal(0, 0), style.numbers().decimal(1, 0), false),
        messages.text("distance.legend.same"),
        messages.text("distance.legend.apart") + " " + messages.text("pairs.legend.shade"),
        "",
        gap ? List.of(new MatrixLegend.Gap("", messages.text("pairs.legend.empty"))) : List.of(),
        messages.text("legend.unwritten"));
  }

  private Matrix.Cell cell(CompositionComparison comparison, String facet) {
    Optional<FacetComparison> found = comparison.facet(facet);
    OptionalDouble value = found.map(this::value).orElse(OptionalDouble.empty());
    NumberStyle numbers = style.numbers();
    return new Matrix.Cell(
        new Subject.Distance(comparison.other().value(), facet),
        value,
        value.isPresent() ? numbers.decimal(value.getAsDouble(), 3) : "",
        value.isPresent() ? numbers.decimal(value.getAsDouble(), 1) : "",
        false,
        value.isPresent()
            ? Optional.of(style.theme().deepening(Math.sqrt(value.getAsDouble())))
            : Optional.empty(),
        tooltip(comparison, facet, found));
  }

  private OptionalDouble value(FacetComparison facet) {
    return switch (measure) {
      case TOTAL_VARIATION -> facet.totalVariation();
      case JENSEN_SHANNON -> facet.jensenShannon();
      case LARGEST -> largest(facet);
    };
  }

  private static OptionalDouble largest(FacetComparison facet) {
    return facet.largest().stream().mapToDouble(bin -> Math.abs(bin.difference())).findFirst();
  }

  private String tooltip(
      CompositionComparison comparison, String facet, Optional<FacetComparison> found) {
    Messages messages = style.messages();
    NumberStyle numbers = style.numbers();
    String head = comparison.other() + " · " + name(facet);
    if (found.isEmpty()) {
      return Tooltips.lines(head, messages.text("distance.reason.one"));
    }
    FacetComparison it = found.get();
    return Tooltips.lines(
        head,
        it.totalVariation().isPresent()
            ? messages.text(
                "distance.tooltip",
                numbers.decimal(it.totalVariation().getAsDouble(), 3),
                numbers.decimal(it.jensenShannon().orElseThrow(), 3))
            : messages.text(reason(facet)),
        it.largest()
            .map(
                bin ->
                    messages.text(
                        "distance.tooltip.largest",
                        BinNames.of(comparison, messages).bin(facet, bin.key()),
                        numbers.signed(PERCENT * bin.difference(), 1),
                        bin.interval().map(each -> points(each, numbers)).orElse("")))
            .orElse(""));
  }

  private static String reason(String facet) {
    return facet.equals(FacetComparison.MENTIONS)
        ? "distance.reason.mentions"
        : "distance.reason.empty";
  }

  private static String points(Interval interval, NumberStyle numbers) {
    return numbers.interval(
        new Interval(
            PERCENT * interval.low(),
            PERCENT * interval.high(),
            interval.level(),
            interval.method()),
        1);
  }

  private FigureTable table() {
    FigureTable.Builder table =
        FigureTable.columns(
            "reference",
            "other",
            "facet",
            "total_variation",
            "jensen_shannon_bits",
            "largest",
            "difference",
            "low",
            "high",
            "reason");
    for (CompositionComparison comparison : comparisons) {
      for (String facet : facets()) {
        Optional<FacetComparison> found = comparison.facet(facet);
        Optional<FacetDifference> largest = found.flatMap(FacetComparison::largest);
        table.row(
            comparison.reference(),
            comparison.other(),
            facet,
            found.map(FacetComparison::totalVariation).orElse(OptionalDouble.empty()),
            found.map(FacetComparison::jensenShannon).orElse(OptionalDouble.empty()),
            largest.map(FacetDifference::key).orElse(""),
            largest.stream().mapToDouble(FacetDifference::difference).findFirst(),
            FigureTable.low(largest.flatMap(FacetDifference::interval)),
            FigureTable.high(largest.flatMap(FacetDifference::interval)),
            found.isEmpty()
                ? "only one of the two has this facet"
                : found.get().reason().orElse(""));
      }
    }
    return table.table();
  }
}
