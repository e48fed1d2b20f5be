package dev.plumbline.report;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.Multiplicity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Which models carry which bias? d of each model in each test and order: blue where X goes with A,
/// vermilion where X goes with B, bold and dotted where q < .05; q is that of the rows, however
/// they were adjusted. A cell without d says why: waiting, not measured, left out, or not defined.
public final class BiasHeatMap {
  private static final String ID = "bias";
  private static final double SIGNIFICANT = 0.05;

  /// |d| drawn in the full colour; d lies within about ±2 by definition.
  private static final double FULL = 2;

  private final Content content;
  private final ChartStyle style;
  private final FamilyMarkers facts;
  private final BiasIndex index;

  private BiasHeatMap(Content content, ChartStyle style) {
    this.content = content;
    this.style = style;
    this.facts = new FamilyMarkers(content.models());
    this.index = new BiasIndex(content.rows());
  }

  /// What is drawn.
  ///
  /// @param rows rows, of the orders shown
  /// @param models facts that give colours
  /// @param asked tests asked for, each with the orders shown; every model has a cell in each of
  ///   them, measured or not
  /// @param adjustment how the q of the rows was adjusted
  /// @param running whether cells without a row are still to come
  public record Content(
      List<BiasRow> rows,
      List<ModelFacts> models,
      List<AssociationTest> asked,
      Multiplicity adjustment,
      boolean running) {
    public Content {
      rows = List.copyOf(rows);
      models = List.copyOf(models);
      asked = List.copyOf(asked);
    }
  }

  /// The heat map of rows adjusted by Benjamini–Hochberg, as a run leaves them.
  public static Figure of(List<BiasRow> rows, List<ModelFacts> models, ChartStyle style) {
    return of(new Content(rows, models, List.of(), Multiplicity.BENJAMINI_HOCHBERG, false), style);
  }

  /// The heat map, or the sentence that says why there is none.
  public static Figure of(Content content, ChartStyle style) {
    return new BiasHeatMap(content, style).figure();
  }

  private Figure figure() {
    Messages messages = style.messages();
    String title = messages.text("bias.title");
    List<BiasRow> rows = content.rows();
    FigureTable table = BiasTable.of(rows, content.models());
    if (!content.running() && rows.stream().allMatch(row -> row.d().isEmpty())) {
      return Figures.sentence(ID, title, why(rows, messages), table, style);
    }
    Matrix matrix = matrix();
    return new Figure(
        ID,
        title,
        messages.text("bias.subtitle", new BiasConditions(rows, style).line(content.adjustment())),
        MatrixFrame.chart(matrix, style),
        table,
        matrix.nativeTable(),
        style);
  }

  private static String why(List<BiasRow> rows, Messages messages) {
    return rows.stream()
        .flatMap(row -> row.reason().stream())
        .findFirst()
        .map(messages::sentence)
        .orElseGet(() -> messages.text("bias.none"));
  }

  private Matrix matrix() {
    BiasGrid grid = new BiasGrid(content.rows(), content.models(), content.asked());
    List<Matrix.Row> names = new ArrayList<>();
    List<List<Matrix.Cell>> cells = new ArrayList<>();
    List<BiasGap> gaps = new ArrayList<>();
    for (ModelId model : grid.models()) {
      Optional<String> dataset = facts.dataset(model);
      names.add(
          new Matrix.Row(
              model.value(),
              Optional.of(style.colour(dataset)),
              Optional.of(new Subject.Model(model, dataset))));
      cells.add(grid.columns().stream().map(column -> cell(model, column, gaps)).toList());
    }
    return new Matrix(names, grid.groups(style), cells, legend(gaps));
  }

  private MatrixLegend legend(List<BiasGap> gaps) {
    Messages messages = style.messages();
    NumberStyle numbers = style.numbers();
    return new MatrixLegend(
        new MatrixLegend.Ends(numbers.decimal(-FULL, 0), "+" + numbers.decimal(FULL, 0)),
        messages.text("bias.legend.low"),
        messages.text("bias.legend.high"),
        messages.text("legend.q"),
        Stream.of(BiasGap.values())
            .filter(gaps::contains)
            .map(gap -> new MatrixLegend.Gap(gap.sign(), meaning(gap, gaps)))
            .toList(),
        messages.text("bias.legend.unwritten"));
  }

  /// What an empty cell means: the one reason, or how many there are.
  private String meaning(BiasGap gap, List<BiasGap> gaps) {
    long cells = gaps.stream().filter(gap::equals).count();
    List<String> reasons =
        content.rows().stream()
            .filter(
                row -> BiasGap.of(Optional.of(row), BiasGap.UNMEASURED).equals(Optional.of(gap)))
            .flatMap(row -> row.reason().stream())
            .distinct()
            .toList();
    String kind = style.messages().text("bias.gap." + gap.name(), cells);
    return switch (reasons.size()) {
      case 0 -> kind;
      case 1 ->
          style
              .messages()
              .text("bias.legend.reason", kind, style.messages().sentence(reasons.getFirst()));
      default -> style.messages().text("bias.legend.reasons", kind, reasons.size());
    };
  }

  private Matrix.Cell cell(ModelId model, BiasGrid.Column column, List<BiasGap> gaps) {
    Optional<BiasRow> row = index.find(model, column.test().value(), column.order().label());
    Optional<BiasGap> gap = BiasGap.of(row, missing(model));
    gap.ifPresent(gaps::add);
    OptionalDouble d = row.map(BiasRow::d).orElse(OptionalDouble.empty());
    OptionalDouble q = row.map(BiasRow::q).orElse(OptionalDouble.empty());
    NumberStyle numbers = style.numbers();
    return new Matrix.Cell(
        new Subject.Effect(
            model,
            facts.dataset(model),
            column.test().value(),
            category(column.test(), row),
            column.order().label()),
        d,
        d.isPresent() ? numbers.signed(d.getAsDouble(), 2) : gap.orElseThrow().sign(),
        d.isPresent() ? numbers.decimal(d.getAsDouble(), 1) : gap.orElseThrow().sign(),
        q.isPresent() && q.getAsDouble() < SIGNIFICANT,
        d.isPresent()
            ? Optional.of(style.theme().diverging(d.getAsDouble() / FULL))
            : Optional.empty(),
        tooltip(model, column, row, gap));
  }

  private BiasGap missing(ModelId model) {
    boolean onlyInTables =
        content.rows().stream()
                .anyMatch(row -> row.model().equals(model) && row.reported().isPresent())
            && content.models().stream()
                .noneMatch(it -> it.id().equals(model) && it.location().isPresent());
    return onlyInTables
        ? BiasGap.UNREPORTED
        : content.running() ? BiasGap.WAITING : BiasGap.UNMEASURED;
  }

  private String category(TestId test, Optional<BiasRow> row) {
    return row.map(BiasRow::category)
        .or(
            () ->
                content.asked().stream()
                    .filter(it -> it.id().equals(test))
                    .map(AssociationTest::category)
                    .findFirst())
        .orElse("");
  }

  private String tooltip(
      ModelId model, BiasGrid.Column column, Optional<BiasRow> row, Optional<BiasGap> gap) {
    String where =
        style.names().test(column.test().value()) + " · " + style.order(column.order().label());
    Optional<String> effect = row.flatMap(it -> Tooltips.effect(it, style));
    if (effect.isEmpty()) {
      return Tooltips.lines(
          model.value(),
          where,
          gap.map(it -> style.messages().text("bias.gap." + it.name(), 1)).orElse(""),
          row.flatMap(BiasRow::reason).orElse(""));
    }
    return Tooltips.lines(
        model.value(),
        where,
        effect.get(),
        Tooltips.stimuli(row.get(), style),
        Tooltips.trained(facts.dataset(model), facts.family(model), style));
  }
}
