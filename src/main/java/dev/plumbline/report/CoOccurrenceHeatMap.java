package dev.plumbline.report;

import dev.plumbline.composition.CoOccurrence;
import dev.plumbline.composition.CoOccurrenceCell;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.LogOddsRatio;
import dev.plumbline.composition.PointwiseInformation;
import dev.plumbline.core.Interval;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Who is spoken of with what? Each group of a lexicon against each attribute: blue where the two
/// stand in one caption more often than chance would have it, vermilion where less often, bold and
/// dotted where the 95 % interval leaves zero out. Counts are shaded by their square root; where no
/// caption has both, the cell is an outline.
///
/// Lists that no caption mentions stand in the table only.
public final class CoOccurrenceHeatMap {
  private static final String ID = "co-occurrence";

  /// Ratio or information drawn in the full colour.
  private static final double FULL = 3;

  private final CompositionResult composition;
  private final CoOccurrenceMeasure measure;
  private final ChartStyle style;
  private final LexiconNames names;
  private final List<Integer> groups;
  private final List<Integer> attributes;
  private final long most;

  private CoOccurrenceHeatMap(
      CompositionResult composition, CoOccurrenceMeasure measure, ChartStyle style) {
    this.composition = composition;
    this.measure = measure;
    this.style = style;
    names = LexiconNames.of(composition, style);
    CoOccurrence all = composition.coOccurrence();
    groups = mentioned(all.groupRows());
    attributes = mentioned(all.attributeRows());
    most = all.together().stream().flatMap(List::stream).mapToLong(Long::longValue).max().orElse(0);
  }

  private static List<Integer> mentioned(List<Long> rows) {
    return IntStream.range(0, rows.size()).filter(i -> rows.get(i) > 0).boxed().toList();
  }

  /// The heat map, or the sentence that says why there is none.
  public static Figure of(
      CompositionResult composition, CoOccurrenceMeasure measure, ChartStyle style) {
    return new CoOccurrenceHeatMap(composition, measure, style).figure();
  }

  private Figure figure() {
    Messages messages = style.messages();
    String title = messages.text("pairs.title");
    FigureTable table = table(composition);
    if (groups.isEmpty() || attributes.isEmpty()) {
      String why = composition.coOccurrence().isEmpty() ? "pairs.none" : "pairs.nothing";
      return Figures.sentence(ID, title, messages.text(why), table, style);
    }
    Matrix matrix = matrix();
    return new Figure(
        ID,
        title,
        messages.text(
            "pairs.subtitle." + measure.name(),
            composition.dataset(),
            style.numbers().count(composition.coOccurrence().rows())),
        MatrixFrame.chart(matrix, style),
        table,
        matrix.nativeTable(),
        style);
  }

  private Matrix matrix() {
    List<Matrix.Row> rows = new ArrayList<>();
    List<List<Matrix.Cell>> cells = new ArrayList<>();
    boolean gap = false;
    boolean never = false;
    for (int group : groups) {
      rows.add(
          new Matrix.Row(
              names.list(composition.coOccurrence().groups().get(group)),
              Optional.empty(),
              Optional.empty()));
      List<Matrix.Cell> row =
          attributes.stream()
              .map(attribute -> cell(composition.coOccurrence().cell(group, attribute)))
              .toList();
      gap |= row.stream().anyMatch(cell -> cell.value().isEmpty());
      never |= row.stream().anyMatch(cell -> cell.value().isPresent() && cell.fill().isEmpty());
      cells.add(row);
    }
    List<String> columns =
        attributes.stream()
            .map(attribute -> names.list(composition.coOccurrence().attributes().get(attribute)))
            .toList();
    return new Matrix(rows, List.of(new Matrix.Group("", columns)), cells, legend(gap, never));
  }

  private MatrixLegend legend(boolean gap, boolean never) {
    Messages messages = style.messages();
    NumberStyle numbers = style.numbers();
    boolean counts = measure == CoOccurrenceMeasure.ROWS;
    List<MatrixLegend.Gap> gaps = new ArrayList<>();
    if (never) {
      gaps.add(new MatrixLegend.Gap("0", messages.text("pairs.legend.never")));
    }
    if (gap) {
      gaps.add(new MatrixLegend.Gap("", messages.text("pairs.legend.empty")));
    }
    return new MatrixLegend(
        counts
            ? new MatrixLegend.Ends(numbers.count(1), numbers.count(most), false)
            : new MatrixLegend.Ends(numbers.decimal(-FULL, 0), "+" + numbers.decimal(FULL, 0)),
        messages.text(counts ? "pairs.legend.rows" : "pairs.legend.low"),
        messages.text(counts ? "pairs.legend.shade" : "pairs.legend.high"),
        counts ? "" : messages.text("pairs.legend.strong"),
        gaps,
        messages.text("legend.unwritten"));
  }

  private Matrix.Cell cell(CoOccurrenceCell pair) {
    OptionalDouble value = value(pair);
    Optional<Interval> interval = interval(pair);
    NumberStyle numbers = style.numbers();
    boolean counts = measure == CoOccurrenceMeasure.ROWS;
    String text =
        value.isEmpty()
            ? ""
            : counts ? numbers.count(pair.both()) : numbers.signed(value.getAsDouble(), 1);
    String brief = value.isEmpty() ? "" : counts ? shortened(pair.both()) : text;
    return new Matrix.Cell(
        new Subject.Mention(composition.dataset().value(), pair.group() + " " + pair.attribute()),
        value,
        text,
        brief,
        !counts && interval.isPresent() && !interval.get().contains(0),
        value.isEmpty() || counts && pair.both() == 0
            ? Optional.empty()
            : Optional.of(fill(value.getAsDouble())),
        tooltip(pair));
  }

  private String shortened(long rows) {
    return rows < 1_000
        ? style.numbers().count(rows)
        : rows < 1_000_000 ? rows / 1_000 + "k" : rows / 1_000_000 + "M";
  }

  private Color fill(double value) {
    return measure == CoOccurrenceMeasure.ROWS
        ? style.theme().deepening(most <= 1 ? 1 : Math.sqrt((value - 1) / (most - 1)))
        : style.theme().diverging(value / FULL);
  }

  private OptionalDouble value(CoOccurrenceCell pair) {
    return switch (measure) {
      case LOG_ODDS -> ratio(pair);
      case PMI -> information(pair);
      case ROWS -> OptionalDouble.of(pair.both());
    };
  }

  private static OptionalDouble ratio(CoOccurrenceCell pair) {
    Optional<LogOddsRatio> ratio = pair.logOddsRatio();
    return ratio.isPresent() ? OptionalDouble.of(ratio.get().value()) : OptionalDouble.empty();
  }

  private static OptionalDouble information(CoOccurrenceCell pair) {
    Optional<PointwiseInformation> pmi = pair.pmi();
    return pmi.isPresent() ? OptionalDouble.of(pmi.get().value()) : OptionalDouble.empty();
  }

  private Optional<Interval> interval(CoOccurrenceCell pair) {
    return switch (measure) {
      case LOG_ODDS -> pair.logOddsRatio().map(LogOddsRatio::interval);
      case PMI -> pair.pmi().map(PointwiseInformation::interval);
      case ROWS -> Optional.empty();
    };
  }

  private String tooltip(CoOccurrenceCell pair) {
    NumberStyle numbers = style.numbers();
    Messages messages = style.messages();
    return Tooltips.lines(
        names.list(pair.group()) + " · " + names.list(pair.attribute()),
        messages.text(
            "pairs.tooltip.rows",
            numbers.count(pair.both()),
            numbers.count(pair.groupRows()),
            numbers.count(pair.attributeRows())),
        pair.logOddsRatio()
            .map(
                it ->
                    messages.text("caption.tooltip.value", numbers.signed(it.value(), 2))
                        + " "
                        + numbers.interval(it.interval(), 2))
            .orElse(""),
        pair.pmi()
            .map(
                it ->
                    "PMI "
                        + numbers.signed(it.value(), 2)
                        + " "
                        + numbers.interval(it.interval(), 2))
            .orElse(""),
        reason(pair));
  }

  /// [CoOccurrenceCell#reason()] in the reader's language.
  private String reason(CoOccurrenceCell pair) {
    Messages messages = style.messages();
    String group = names.list(pair.group());
    String attribute = names.list(pair.attribute());
    if (pair.reason().isEmpty()) {
      return "";
    }
    if (pair.groupRows() == 0 || pair.attributeRows() == 0) {
      return messages.text("pairs.reason.none", pair.groupRows() == 0 ? group : attribute);
    }
    if (pair.logOddsRatio().isEmpty()) {
      return messages.text(
          "pairs.reason.every", pair.groupRows() == pair.rows() ? group : attribute);
    }
    return messages.text("pairs.reason.never");
  }

  private static FigureTable table(CompositionResult composition) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "group",
            "attribute",
            "rows_both",
            "rows_group",
            "rows_attribute",
            "rows",
            "pmi",
            "pmi_low",
            "pmi_high",
            "log_odds_ratio",
            "low",
            "high",
            "reason");
    CoOccurrence all = composition.coOccurrence();
    for (int group = 0; group < all.groups().size(); group++) {
      for (int attribute = 0; attribute < all.attributes().size(); attribute++) {
        CoOccurrenceCell pair = all.cell(group, attribute);
        table.row(
            composition.dataset(),
            pair.group(),
            pair.attribute(),
            pair.both(),
            pair.groupRows(),
            pair.attributeRows(),
            pair.rows(),
            information(pair),
            FigureTable.low(pair.pmi().map(PointwiseInformation::interval)),
            FigureTable.high(pair.pmi().map(PointwiseInformation::interval)),
            ratio(pair),
            FigureTable.low(pair.logOddsRatio().map(LogOddsRatio::interval)),
            FigureTable.high(pair.logOddsRatio().map(LogOddsRatio::interval)),
            pair.reason().orElse(""));
      }
    }
    return table.table();
  }
}
