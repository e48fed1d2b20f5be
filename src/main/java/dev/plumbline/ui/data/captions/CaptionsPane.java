package dev.plumbline.ui.data.captions;

import dev.plumbline.core.TestId;
import dev.plumbline.report.CoOccurrenceMeasure;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.ThreeFigures;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;

/// Pairs of groups and attributes at the left, the words and the balance of one test at the right.
public final class CaptionsPane {
  private CaptionsPane() {}

  /// The pane in the language of now.
  public static Page of(Workbench bench, Captions model) {
    Look look = bench.look();
    ComboBox<String> dataset =
        Choices.of(
            "captions-dataset",
            look.text("captions.dataset"),
            model.datasets(),
            model.datasetProperty(),
            Function.identity());
    Segments<CoOccurrenceMeasure> measures =
        new Segments<CoOccurrenceMeasure>(
                "captions-measure",
                model.measureProperty(),
                measure -> look.text("captions.measure." + measure))
            .listen();
    measures.setChoices(Arrays.asList(CoOccurrenceMeasure.values()));
    ComboBox<TestId> test =
        Choices.of(
            "captions-test",
            look.text("captions.test"),
            model.tests(),
            model.testProperty(),
            model::name);
    test.setMaxWidth(420);
    FigureCard pairs =
        FigureCard.of(bench, "captions-pairs", model.pairs(), _ -> {})
            .choices(dataset, measures)
            .scrolling();
    FigureCard words =
        FigureCard.of(bench, "captions-words", model.words(), _ -> {}).choices(test).scrolling();
    FigureCard balance = FigureCard.of(bench, "captions-balance", model.balance(), _ -> {});
    return new ThreeFigures("data-captions", 54, 66, List.of(pairs, words, balance), measures);
  }
}
