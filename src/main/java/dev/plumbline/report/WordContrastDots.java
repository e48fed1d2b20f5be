package dev.plumbline.report;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.DirichletLogOdds;
import dev.plumbline.composition.TargetContrast;
import dev.plumbline.composition.WordContrast;
import dev.plumbline.core.TestId;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which words of a test's attributes go with X, and which with Y? Log odds of each word under an
/// informative prior with their interval, the surest of either side first, z beside them; A and B
/// have a colour each.
public final class WordContrastDots {
  private static final String ID = "word-contrast";
  private static final int MOST_A_SIDE = 10;

  private final CompositionResult composition;
  private final TestId test;
  private final ChartStyle style;
  private final LexiconNames names;

  private WordContrastDots(CompositionResult composition, TestId test, ChartStyle style) {
    this.composition = composition;
    this.test = test;
    this.style = style;
    names = LexiconNames.of(composition, style);
  }

  /// The dots, or the sentence that says why there are none.
  public static Figure of(CompositionResult composition, TestId test, ChartStyle style) {
    return new WordContrastDots(composition, test, style).figure();
  }

  private Figure figure() {
    Messages messages = style.messages();
    DotFigure figure = new DotFigure(ID, messages.text("words.title"), table(composition), style);
    Optional<TargetContrast> contrast = composition.contrast(test);
    List<WordContrast> defined =
        contrast.map(TargetContrast::words).orElse(List.of()).stream()
            .filter(word -> word.logOdds().isPresent())
            .toList();
    if (defined.isEmpty()) {
      String why = contrast.isEmpty() ? "words.older" : "words.none";
      return figure.none(messages.text(why));
    }
    List<WordContrast> shown = surest(defined);
    var association =
        composition.associations().stream()
            .filter(it -> it.test().equals(test))
            .findFirst()
            .orElseThrow();
    MarkGrid grid =
        new MarkGrid(
            shown.stream().map(WordContrast::term).toList(),
            List.of(
                series(association.a(), style.theme().positive(), shown),
                series(association.b(), style.theme().negative(), shown)));
    String axisTitle =
        messages.text("words.axis", names.list(association.y()), names.list(association.x()));
    return figure.of(
        grid,
        messages.text(
            "words.subtitle",
            shown.size(),
            defined.size(),
            style.numbers().count(contrast.get().x()),
            style.numbers().count(contrast.get().y()),
            style.numbers().decimal(contrast.get().prior(), 0)),
        axisTitle,
        DotFrame::plot);
  }

  /// The first and the last of words that come by falling z.
  private static List<WordContrast> surest(List<WordContrast> words) {
    if (words.size() <= 2 * MOST_A_SIDE) {
      return words;
    }
    List<WordContrast> shown = new ArrayList<>(words.subList(0, MOST_A_SIDE));
    shown.addAll(words.subList(words.size() - MOST_A_SIDE, words.size()));
    return shown;
  }

  private MarkGrid.Series series(String list, Color color, List<WordContrast> shown) {
    return new MarkGrid.Series(
        new Subject.Dataset(composition.dataset().value()),
        names.list(list),
        color,
        shown.stream().map(word -> mark(word, word.list().equals(list), color)).toList());
  }

  private Mark mark(WordContrast word, boolean own, Color color) {
    NumberStyle numbers = style.numbers();
    DirichletLogOdds odds = word.logOdds().orElseThrow();
    String z = "z " + numbers.signed(odds.z(), 1);
    return new Mark(
        new Subject.Mention(composition.dataset().value(), word.term()),
        color,
        own ? OptionalDouble.of(odds.value()) : OptionalDouble.empty(),
        own ? Optional.of(odds.interval()) : Optional.empty(),
        own ? z : "",
        Tooltips.lines(
            word.term() + " (" + names.list(word.list()) + ")",
            numbers.signed(odds.value(), 2) + " " + numbers.interval(odds.interval(), 2) + "  " + z,
            style
                .messages()
                .text(
                    "words.tooltip",
                    numbers.count(word.x()),
                    numbers.count(word.y()),
                    numbers.count(word.all()))));
  }

  private static FigureTable table(CompositionResult composition) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "test",
            "attribute",
            "word",
            "rows_x",
            "rows_y",
            "rows",
            "all_x",
            "all_y",
            "prior",
            "log_odds",
            "low",
            "high",
            "z");
    for (TargetContrast contrast : composition.contrasts()) {
      for (WordContrast word : contrast.words()) {
        Optional<DirichletLogOdds> odds = word.logOdds();
        table.row(
            composition.dataset(),
            contrast.test(),
            word.list(),
            word.term(),
            word.x(),
            word.y(),
            word.all(),
            contrast.x(),
            contrast.y(),
            contrast.prior(),
            number(odds.map(DirichletLogOdds::value)),
            FigureTable.low(odds.map(DirichletLogOdds::interval)),
            FigureTable.high(odds.map(DirichletLogOdds::interval)),
            number(odds.map(DirichletLogOdds::z)));
      }
    }
    return table.table();
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }
}
