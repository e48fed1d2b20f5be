package dev.plumbline.report;

import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// How strong is one bias, model by model, and how sure? d of each model with its interval, one
/// panel an order; a filled dot where q < .05; behind them mean ± SD of published models in grey,
/// where the category was published.
///
/// The scale runs from −2 to +2, the bound of d, so that it stays while results arrive; it is wider
/// only where unequal targets let d leave it.
public final class BiasDots {
  private static final String ID = "bias-models";
  private static final double SIGNIFICANT = 0.05;
  private static final double BOUND = 2;
  private static final double MARGIN = 0.1;

  private BiasDots() {}

  /// What is drawn.
  ///
  /// @param test the test
  /// @param rows its rows, of the orders shown
  /// @param models facts that give colours
  /// @param reference attributes of the published tests to compare with, empty for no band
  public record Content(
      TestId test,
      List<BiasRow> rows,
      List<ModelFacts> models,
      Optional<ReferenceEffect.Attributes> reference) {
    public Content {
      rows = List.copyOf(rows);
      models = List.copyOf(models);
    }
  }

  /// The dots, or the sentence that says why there are none.
  public static Figure of(Content content, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("dots.title");
    FigureTable table = BiasTable.of(content.rows(), content.models());
    if (content.rows().stream().allMatch(row -> row.d().isEmpty())) {
      String why =
          content.rows().stream()
              .flatMap(row -> row.reason().stream())
              .findFirst()
              .map(messages::sentence)
              .orElseGet(() -> messages.text("bias.none"));
      return Figures.sentence(ID, title, why, table, style);
    }
    DotPanels panels = panels(content, style);
    String text =
        panels.rows().stream().map(Matrix.Row::name).collect(Collectors.joining())
            + panels.panels().stream().map(DotPanels.Panel::name).collect(Collectors.joining());
    return new Figure(
        ID,
        title,
        subtitle(content, panels, style),
        ChartFrame.around(new DotPanelPlot(panels, style, Typeface.displaying(text)), style),
        table,
        new NativeChart.Bars(messages.text("d.axis"), false, grid(panels, style)),
        style);
  }

  private static String subtitle(Content content, DotPanels panels, ChartStyle style) {
    boolean banded = panels.panels().stream().anyMatch(panel -> panel.band().isPresent());
    String test = style.names().test(content.test().value());
    return style
        .messages()
        .text(
            banded ? "dots.subtitle.reference" : "dots.subtitle",
            test,
            ReferenceEffects.bundled().all().getFirst().models());
  }

  private static DotPanels panels(Content content, ChartStyle style) {
    FamilyMarkers facts = new FamilyMarkers(content.models());
    List<ModelId> models = content.rows().stream().map(BiasRow::model).distinct().toList();
    List<DotPanels.Panel> panels =
        Stream.of(Order.values())
            .filter(order -> content.rows().stream().anyMatch(row -> row.order() == order))
            .map(order -> panel(content, order, models, facts, style))
            .toList();
    List<Matrix.Row> names = models.stream().map(model -> name(model, facts, style)).toList();
    return new DotPanels(names, panels, DotPanels.Scale.around(reach(content.rows())));
  }

  private static Matrix.Row name(ModelId model, FamilyMarkers facts, ChartStyle style) {
    Optional<String> dataset = facts.dataset(model);
    return new Matrix.Row(
        model.value(),
        Optional.of(style.colour(dataset)),
        Optional.of(new Subject.Model(model, dataset)));
  }

  private static double reach(List<BiasRow> rows) {
    double greatest =
        rows.stream()
            .filter(row -> row.d().isPresent())
            .flatMapToDouble(
                it ->
                    DoubleStream.concat(
                        it.d().stream(),
                        it.interval().stream()
                            .flatMapToDouble(i -> DoubleStream.of(i.low(), i.high()))))
            .map(Math::abs)
            .max()
            .orElse(0);
    return Math.max(BOUND, Math.ceil(greatest * 2) / 2) + MARGIN;
  }

  private static DotPanels.Panel panel(
      Content content, Order order, List<ModelId> models, FamilyMarkers facts, ChartStyle style) {
    BiasIndex index = new BiasIndex(content.rows());
    List<DotPanels.Dot> dots = new ArrayList<>();
    for (ModelId model : models) {
      dots.add(
          dot(
              model,
              order,
              content,
              index.find(model, content.test().value(), order.label()),
              facts,
              style));
    }
    return new DotPanels.Panel(style.order(order.label()), band(content, order, style), dots);
  }

  private static Optional<DotPanels.Band> band(Content content, Order order, ChartStyle style) {
    return content
        .reference()
        .flatMap(
            attributes ->
                ReferenceEffects.bundled()
                    .find(content.rows().getFirst().category(), order.label(), attributes))
        .map(
            effect ->
                new DotPanels.Band(
                    effect.low(),
                    effect.mean(),
                    effect.high(),
                    style
                        .messages()
                        .text(
                            "dots.band",
                            style.numbers().signed(effect.mean(), 2),
                            style.numbers().decimal(effect.sd(), 2)),
                    style.numbers().signed(effect.mean(), 2)));
  }

  private static DotPanels.Dot dot(
      ModelId model,
      Order order,
      Content content,
      Optional<BiasRow> row,
      FamilyMarkers facts,
      ChartStyle style) {
    OptionalDouble d = row.map(BiasRow::d).orElse(OptionalDouble.empty());
    OptionalDouble q = row.map(BiasRow::q).orElse(OptionalDouble.empty());
    Optional<Interval> interval = row.flatMap(BiasRow::interval);
    Subject subject =
        new Subject.Effect(
            model,
            facts.dataset(model),
            content.test().value(),
            content.rows().getFirst().category(),
            order.label());
    Mark mark =
        new Mark(
            subject,
            style.colour(facts.dataset(model)),
            d,
            interval,
            d.isPresent() ? style.numbers().signed(d.getAsDouble(), 2) : "–",
            tooltip(model, order, row, style));
    return new DotPanels.Dot(mark, q.isPresent() && q.getAsDouble() < SIGNIFICANT);
  }

  private static String tooltip(
      ModelId model, Order order, Optional<BiasRow> row, ChartStyle style) {
    String record =
        row.flatMap(it -> Tooltips.effect(it, style))
            .or(() -> row.flatMap(BiasRow::reason))
            .orElseGet(() -> style.messages().text("cell.unmeasured"));
    return Tooltips.lines(model.value(), style.order(order.label()), record);
  }

  /// The same for an office program: orders as series, told apart by tints of one colour, since
  /// hues stand for datasets.
  private static MarkGrid grid(DotPanels panels, ChartStyle style) {
    List<MarkGrid.Series> series = new ArrayList<>();
    int count = panels.panels().size();
    for (int i = 0; i < count; i++) {
      DotPanels.Panel panel = panels.panels().get(i);
      var color =
          ChartTheme.mix(
              style.theme().text(), style.theme().hairline(), count == 1 ? 0.4 : 0.9 * i / count);
      List<Mark> marks =
          panel.dots().stream()
              .map(DotPanels.Dot::mark)
              .map(
                  it ->
                      new Mark(
                          it.subject(),
                          count == 1 ? it.color() : color,
                          it.value(),
                          it.interval(),
                          it.label(),
                          it.tooltip()))
              .toList();
      series.add(new MarkGrid.Series(marks.getFirst().subject(), panel.name(), color, marks));
    }
    return new MarkGrid(panels.rows().stream().map(Matrix.Row::name).toList(), series);
  }
}
