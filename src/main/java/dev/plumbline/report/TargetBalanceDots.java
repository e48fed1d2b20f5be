package dev.plumbline.report;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Moment;
import dev.plumbline.composition.TargetBalance;
import dev.plumbline.core.Interval;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Are the two targets of a test spoken of equally often, alone and with each attribute? The
/// moments behind representation bias (first two) and association bias (the others), in percentage
/// points of the captions that mention either, with intervals.
public final class TargetBalanceDots {
  private static final String ID = "target-balance";
  private static final double PERCENT = 100;

  private TargetBalanceDots() {}

  /// A moment and what it is of.
  private record Part(String target, Optional<String> attribute, Moment moment) {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(CompositionResult composition, TestId test, ChartStyle style) {
    Messages messages = style.messages();
    DotFigure figure = new DotFigure(ID, messages.text("balance.title"), table(composition), style);
    Optional<TargetBalance> balance =
        composition.contrast(test).map(contrast -> contrast.balance());
    if (balance.isEmpty() || balance.get().rows() == 0) {
      String why = balance.isEmpty() ? "words.older" : "balance.none";
      return figure.none(messages.text(why));
    }
    LexiconNames names = LexiconNames.of(composition, style);
    List<Part> parts = parts(association(composition, test), balance.get());
    MarkGrid grid =
        MarkGrid.of(
            composition.dataset().value(),
            parts.stream().map(part -> name(part, names)).toList(),
            parts.stream().map(part -> mark(composition, part, names, style)).toList(),
            style);
    String axisTitle = messages.text("balance.axis");
    NumberStyle numbers = style.numbers();
    return figure.of(
        grid,
        messages.text(
            "balance.subtitle",
            numbers.decimal(balance.get().representationBias().orElseThrow(), 3),
            numbers.decimal(balance.get().associationBias().orElseThrow(), 3),
            numbers.count(balance.get().rows())),
        axisTitle,
        DotFrame::plot);
  }

  private static CaptionAssociation association(CompositionResult composition, TestId test) {
    return composition.associations().stream()
        .filter(it -> it.test().equals(test))
        .findFirst()
        .orElseThrow();
  }

  private static List<Part> parts(CaptionAssociation test, TargetBalance balance) {
    return List.of(
        new Part(test.x(), Optional.empty(), balance.representationX()),
        new Part(test.y(), Optional.empty(), balance.representationY()),
        new Part(test.x(), Optional.of(test.a()), balance.associationXa()),
        new Part(test.y(), Optional.of(test.a()), balance.associationYa()),
        new Part(test.x(), Optional.of(test.b()), balance.associationXb()),
        new Part(test.y(), Optional.of(test.b()), balance.associationYb()));
  }

  private static String name(Part part, LexiconNames names) {
    return names.list(part.target())
        + part.attribute().map(attribute -> " · " + names.list(attribute)).orElse("");
  }

  private static Mark mark(
      CompositionResult composition, Part part, LexiconNames names, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    double points = PERCENT * part.moment().value();
    Optional<Interval> interval = part.moment().interval().map(Percents::of);
    String label = numbers.signed(points, 1);
    return new Mark(
        new Subject.Mention(composition.dataset().value(), part.target()),
        style.colours().of(composition.dataset().value(), style.theme()),
        OptionalDouble.of(points),
        interval,
        label,
        Tooltips.lines(
            name(part, names),
            label
                + interval.map(it -> " " + numbers.interval(it, 1) + " " + it.method()).orElse(""),
            style
                .messages()
                .text(part.attribute().isEmpty() ? "balance.first" : "balance.second")));
  }

  private static FigureTable table(CompositionResult composition) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "test",
            "target",
            "attribute",
            "rows",
            "moment",
            "low",
            "high",
            "representation_bias",
            "association_bias");
    composition
        .contrasts()
        .forEach(
            contrast -> {
              List<Part> parts =
                  new ArrayList<>(
                      parts(association(composition, contrast.test()), contrast.balance()));
              for (Part part : parts) {
                double value = part.moment().value();
                table.row(
                    composition.dataset(),
                    contrast.test(),
                    part.target(),
                    part.attribute().orElse(""),
                    contrast.balance().rows(),
                    Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
                    FigureTable.low(part.moment().interval()),
                    FigureTable.high(part.moment().interval()),
                    contrast.balance().representationBias(),
                    contrast.balance().associationBias());
              }
            });
    return table.table();
  }
}
