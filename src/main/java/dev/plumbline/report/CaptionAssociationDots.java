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
    DotFigure figure =
        new DotFigure(ID, style.messages().text("caption.title"), table(compositions), style);
    List<TestId> tests =
        compositions.stream()
            .flatMap(it -> it.associations().stream())
            .map(CaptionAssociation::test)
            .distinct()
            .toList();
    MarkGrid grid = grid(compositions, tests, style);
    return tests.isEmpty() || nothing(grid)
        ? figure.none(why(compositions, style.messages()))
        : Ratio.figure(figure, grid);
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
        .map(messages::sentence)
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
    return found
        .map(Ratio::of)
        .orElse(new Ratio(OptionalDouble.empty(), Optional.empty()))
        .mark(
            new Subject.Caption(dataset, test),
            style.colours().of(dataset, style.theme()),
            found.map(it -> tooltip(composition, it, style)).orElse(""),
            style.numbers());
  }

  private static String tooltip(
      CompositionResult composition, CaptionAssociation it, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    Ratio ratio = Ratio.of(it);
    return Tooltips.lines(
        composition.dataset().value(),
        LexiconNames.of(composition, style).test(it),
        style
            .messages()
            .text(
                "caption.tooltip.value",
                ratio.value().isPresent()
                    ? ratio.words(numbers)
                    : style.messages().sentence(it.reason().orElse(""))),
        it.deltaNpmi().isPresent()
            ? "ΔnPMI " + numbers.signed(it.deltaNpmi().getAsDouble(), 3)
            : "",
        Ratio.counts(it, style));
  }

  private static String name(List<CompositionResult> compositions, TestId test, ChartStyle style) {
    CompositionResult composition =
        compositions.stream()
            .filter(it -> it.associations().stream().anyMatch(a -> a.test().equals(test)))
            .findFirst()
            .orElseThrow();
    return LexiconNames.of(composition, style).test(test, composition.associations());
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
