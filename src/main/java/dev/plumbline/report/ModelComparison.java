package dev.plumbline.report;

import dev.plumbline.association.EffectDifference;
import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.TestDifference;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.CategoryPlot;

/// Which of two models carries more bias? d of both in each test and order with its interval, and
/// the difference second − first at the right.
///
/// The difference is of the two estimates; the models were shown the same stimuli, so its interval
/// does not follow from theirs but is measured by a paired bootstrap, which the table carries.
/// Where it leaves out zero, the difference is marked with `*`. A test in several orders is a
/// heading above them. Models of the same dataset would share a colour: the second is then drawn in
/// the text colour.
public final class ModelComparison {
  private static final String ID = "comparison";

  private ModelComparison() {}

  /// The comparison, or the sentence that says why there is none.
  ///
  /// @param rows effect sizes; may hold other models
  /// @param measured intervals of the differences as far as known; may hold other models
  public static Figure of(
      ModelFacts first,
      ModelFacts second,
      List<BiasRow> rows,
      List<TestDifference> measured,
      ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("comparison.title", first.id().value(), second.id().value());
    List<BiasRow> ours =
        rows.stream()
            .filter(it -> it.model().equals(first.id()) || it.model().equals(second.id()))
            .toList();
    List<Pair> pairs = pairs(first.id(), second.id(), ours, measured);
    FigureTable table = table(first, second, pairs);
    if (ours.stream().allMatch(row -> row.d().isEmpty())) {
      return Figures.sentence(ID, title, messages.text("comparison.none"), table, style);
    }
    MarkGrid grid = grid(first, second, pairs, style);
    List<String> differences = pairs.stream().map(pair -> text(pair, style.numbers())).toList();
    String axisTitle = messages.text("d.axis");
    ComparedRows layout = new ComparedRows(pairs.stream().map(pair -> pair.name(style)).toList());
    CategoryFrame frame =
        CategoryFrame.of(
            layout.marks(grid), false, style, axisTitle + String.join("", grid.categories()));
    CategoryPlot plot = DotFrame.plot(frame, axisTitle);
    List<String> texts = layout.beside(differences);
    plot.addAnnotation(new RowHeadings(layout.headings(), texts, style, frame.type()));
    plot.setDomainAxis(1, new NameAxis(texts, frame.type().body(), style.theme().text()));
    plot.mapDatasetToDomainAxes(0, List.of(0, 1));
    plot.setDomainAxisLocation(1, AxisLocation.TOP_OR_RIGHT);
    return new Figure(
        ID,
        title,
        subtitle(ours, pairs, style),
        frame.chart(plot),
        table,
        new NativeChart.Bars(axisTitle, false, withDifferences(grid, differences)),
        style);
  }

  /// A slide's chart has no column at the right: the difference stands behind the name.
  private static MarkGrid withDifferences(MarkGrid grid, List<String> differences) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < differences.size(); i++) {
      names.add(grid.categories().get(i) + "  " + differences.get(i));
    }
    return new MarkGrid(names, grid.series());
  }

  private static String subtitle(List<BiasRow> rows, List<Pair> pairs, ChartStyle style) {
    Messages messages = style.messages();
    String text = messages.text("comparison.subtitle", new BiasConditions(rows, style).interval());
    return pairs.stream()
        .flatMap(pair -> pair.interval().stream())
        .findFirst()
        .map(
            interval ->
                text
                    + messages.text(
                        "comparison.marked",
                        style.numbers().decimal(interval.level() * 100, 0),
                        new MethodName(messages).of(interval.method())))
        .orElse(text);
  }

  private static String text(Pair pair, NumberStyle numbers) {
    if (pair.difference().isEmpty()) {
      return "–";
    }
    boolean clear = pair.interval().filter(it -> it.low() > 0 || it.high() < 0).isPresent();
    return "Δ " + numbers.signed(pair.difference().getAsDouble(), 2) + (clear ? " *" : "");
  }

  /// A test and order with the rows of both models.
  private record Pair(
      TestId test,
      String category,
      Order order,
      Optional<BiasRow> first,
      Optional<BiasRow> second,
      Optional<TestDifference> measured) {
    /// Test and order by name.
    ComparedRows.Name name(ChartStyle style) {
      return new ComparedRows.Name(style.names().test(test.value()), style.order(order.label()));
    }

    Optional<Interval> interval() {
      return measured.flatMap(TestDifference::difference).flatMap(EffectDifference::interval);
    }

    Optional<String> note() {
      return measured.flatMap(
          it -> it.reason().or(() -> it.difference().flatMap(EffectDifference::note)));
    }

    OptionalDouble difference() {
      OptionalDouble a = first.map(BiasRow::d).orElse(OptionalDouble.empty());
      OptionalDouble b = second.map(BiasRow::d).orElse(OptionalDouble.empty());
      return a.isPresent() && b.isPresent()
          ? OptionalDouble.of(b.getAsDouble() - a.getAsDouble())
          : OptionalDouble.empty();
    }
  }

  private record Place(TestId test, String category, Order order) {}

  private static List<Pair> pairs(
      ModelId first, ModelId second, List<BiasRow> rows, List<TestDifference> differences) {
    BiasIndex index = new BiasIndex(rows);
    Set<Place> places = new LinkedHashSet<>();
    rows.stream()
        .filter(row -> row.d().isPresent())
        .forEach(row -> places.add(new Place(row.test(), row.category(), row.order())));
    return places.stream()
        .map(
            it ->
                new Pair(
                    it.test(),
                    it.category(),
                    it.order(),
                    index.find(first, it.test().value(), it.order().label()),
                    index.find(second, it.test().value(), it.order().label()),
                    differences.stream()
                        .filter(each -> each.first().equals(first) && each.second().equals(second))
                        .filter(each -> each.test().equals(it.test()) && each.order() == it.order())
                        .findFirst()))
        .toList();
  }

  private static MarkGrid grid(
      ModelFacts first, ModelFacts second, List<Pair> pairs, ChartStyle style) {
    Color one = style.colour(first.pretrainingDataset());
    Color two = style.colour(second.pretrainingDataset());
    Color other = two.equals(one) ? style.theme().text() : two;
    List<String> names = new ArrayList<>();
    List<Mark> ones = new ArrayList<>();
    List<Mark> others = new ArrayList<>();
    for (Pair pair : pairs) {
      names.add(pair.name(style).whole());
      ones.add(mark(first, pair, pair.first(), one, style));
      others.add(mark(second, pair, pair.second(), other, style));
    }
    return new MarkGrid(
        names,
        List.of(
            new MarkGrid.Series(subject(first), first.id().value(), one, ones),
            new MarkGrid.Series(subject(second), second.id().value(), other, others)));
  }

  private static Subject subject(ModelFacts model) {
    return new Subject.Model(model.id(), model.pretrainingDataset());
  }

  private static Mark mark(
      ModelFacts model, Pair pair, Optional<BiasRow> row, Color color, ChartStyle style) {
    OptionalDouble d = row.map(BiasRow::d).orElse(OptionalDouble.empty());
    return new Mark(
        new Subject.Effect(
            model.id(),
            model.pretrainingDataset(),
            pair.test().value(),
            pair.category(),
            pair.order().label()),
        color,
        d,
        row.flatMap(BiasRow::interval),
        d.isPresent() ? style.numbers().signed(d.getAsDouble(), 2) : "",
        row.flatMap(it -> Tooltips.effect(it, style))
            .map(
                effect ->
                    Tooltips.lines(
                        model.id().value(),
                        pair.name(style).whole(),
                        effect,
                        Tooltips.stimuli(row.get(), style),
                        Tooltips.trained(
                            model.pretrainingDataset(), model.architectureFamily(), style)))
            .orElse(""));
  }

  private static FigureTable table(ModelFacts first, ModelFacts second, List<Pair> pairs) {
    FigureTable.Builder table =
        FigureTable.columns(
            "test",
            "category",
            "order",
            "first",
            "d_first",
            "second",
            "d_second",
            "difference",
            "difference_low",
            "difference_high",
            "method",
            "note");
    for (Pair pair : pairs) {
      table.row(
          pair.test(),
          pair.category(),
          pair.order().label(),
          first.id(),
          pair.first().map(BiasRow::d).orElse(OptionalDouble.empty()),
          second.id(),
          pair.second().map(BiasRow::d).orElse(OptionalDouble.empty()),
          pair.difference(),
          FigureTable.low(pair.interval()),
          FigureTable.high(pair.interval()),
          pair.interval().map(Interval::method).orElse(""),
          pair.note().orElse(""));
    }
    return table.table();
  }
}
