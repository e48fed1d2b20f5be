package dev.plumbline.report;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.TargetBalance;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Who goes with what in the captions? The log odds ratio of each test with its interval, one dot a
/// dataset; right of zero, X goes with A.
public final class CaptionAssociationDots {
  private static final String ID = "caption-association";

  private CaptionAssociationDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(List<CompositionResult> compositions, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("caption.title");
    FigureTable table = table(compositions);
    List<TestId> tests =
        compositions.stream()
            .flatMap(it -> it.associations().stream())
            .map(CaptionAssociation::test)
            .distinct()
            .toList();
    MarkGrid grid = grid(compositions, tests, style);
    if (tests.isEmpty() || nothing(grid)) {
      return Figures.sentence(ID, title, why(compositions, messages), table, style);
    }
    String axisTitle = messages.text("caption.axis");
    CategoryFrame frame = CategoryFrame.of(grid, false, style, axisTitle);
    return new Figure(
        ID,
        title,
        messages.text("caption.subtitle"),
        frame.chart(DotFrame.plot(frame, axisTitle)),
        table,
        new NativeChart.Bars(axisTitle, false, grid),
        style);
  }

  private static boolean nothing(MarkGrid grid) {
    return grid.series().stream()
        .flatMap(series -> series.marks().stream())
        .allMatch(mark -> mark.value().isEmpty());
  }

  private static String why(List<CompositionResult> compositions, Messages messages) {
    return compositions.stream()
        .flatMap(it -> it.associations().stream())
        .flatMap(it -> it.reason().stream())
        .findFirst()
        .orElseGet(
            () -> messages.text(compositions.isEmpty() ? "composition.none" : "caption.none"));
  }

  private static MarkGrid grid(
      List<CompositionResult> compositions, List<TestId> tests, ChartStyle style) {
    List<MarkGrid.Series> series = new ArrayList<>();
    for (CompositionResult composition : compositions) {
      String dataset = composition.dataset().value();
      series.add(
          new MarkGrid.Series(
              new Subject.Dataset(dataset),
              dataset,
              style.colours().of(dataset, style.theme()),
              tests.stream().map(test -> mark(composition, test, style)).toList()));
    }
    return new MarkGrid(
        tests.stream().map(test -> name(compositions, test, style)).toList(), series);
  }

  private static Mark mark(CompositionResult composition, TestId test, ChartStyle style) {
    String dataset = composition.dataset().value();
    Optional<CaptionAssociation> found =
        composition.associations().stream().filter(it -> it.test().equals(test)).findFirst();
    OptionalDouble value =
        found.map(CaptionAssociation::logOddsRatio).orElse(OptionalDouble.empty());
    return new Mark(
        new Subject.Caption(dataset, test),
        style.colours().of(dataset, style.theme()),
        value,
        found.flatMap(CaptionAssociation::interval),
        value.isPresent() ? style.numbers().signed(value.getAsDouble(), 2) : "",
        found.map(it -> tooltip(composition, it, style)).orElse(""));
  }

  private static String tooltip(
      CompositionResult composition, CaptionAssociation it, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String value =
        it.logOddsRatio().isPresent()
            ? numbers.signed(it.logOddsRatio().getAsDouble(), 2)
                + it.interval().map(i -> " " + numbers.interval(i, 2)).orElse("")
            : it.reason().orElse("");
    return Tooltips.lines(
        composition.dataset().value(),
        name(List.of(composition), it.test(), style),
        style.messages().text("caption.tooltip.value", value),
        it.deltaNpmi().isPresent()
            ? "ΔnPMI " + numbers.signed(it.deltaNpmi().getAsDouble(), 3)
            : "",
        style
            .messages()
            .text(
                "caption.tooltip.counts",
                numbers.count(it.xa()),
                numbers.count(it.xb()),
                numbers.count(it.ya()),
                numbers.count(it.yb()),
                numbers.count(it.overlap())));
  }

  private static String name(List<CompositionResult> compositions, TestId test, ChartStyle style) {
    CompositionResult composition =
        compositions.stream()
            .filter(it -> it.associations().stream().anyMatch(a -> a.test().equals(test)))
            .findFirst()
            .orElseThrow();
    return new LexiconNames(composition, style).test(test);
  }

  private static FigureTable table(List<CompositionResult> compositions) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "test",
            "x",
            "y",
            "a",
            "b",
            "xa",
            "xb",
            "ya",
            "yb",
            "overlap",
            "log_odds_ratio",
            "low",
            "high",
            "delta_npmi",
            "cramers_v",
            "representation_bias",
            "association_bias",
            "reason");
    for (CompositionResult composition : compositions) {
      for (CaptionAssociation it : composition.associations()) {
        table.row(
            composition.dataset(),
            it.test(),
            it.x(),
            it.y(),
            it.a(),
            it.b(),
            it.xa(),
            it.xb(),
            it.ya(),
            it.yb(),
            it.overlap(),
            it.logOddsRatio(),
            FigureTable.low(it.interval()),
            FigureTable.high(it.interval()),
            it.deltaNpmi(),
            it.cramersV(),
            balance(composition, it, TargetBalance::representationBias),
            balance(composition, it, TargetBalance::associationBias),
            it.reason().orElse(""));
      }
    }
    return table.table();
  }

  private static OptionalDouble balance(
      CompositionResult composition,
      CaptionAssociation it,
      Function<TargetBalance, OptionalDouble> bias) {
    return composition
        .contrast(it.test())
        .map(contrast -> bias.apply(contrast.balance()))
        .orElse(OptionalDouble.empty());
  }
}
