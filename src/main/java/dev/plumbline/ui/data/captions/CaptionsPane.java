package dev.plumbline.ui.data.captions;

import dev.plumbline.core.TestId;
import dev.plumbline.report.CoOccurrenceMeasure;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.FigureModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;

/// Pairs of groups and attributes at the left, the words and the balance of one test at the right.
public final class CaptionsPane implements Page {
  private final Workbench bench;
  private final Segments<CoOccurrenceMeasure> measures;
  private final List<FigureCard> cards;
  private final GridPane node;

  /// The pane in the language of now.
  public CaptionsPane(Workbench bench, Captions model) {
    this.bench = bench;
    ComboBox<String> dataset =
        Choices.of(
            "captions-dataset",
            text("captions.dataset"),
            model.datasets(),
            model.datasetProperty(),
            Function.identity());
    measures =
        new Segments<CoOccurrenceMeasure>(
                "captions-measure",
                model.measureProperty(),
                measure -> text("captions.measure." + measure))
            .listen();
    measures.setChoices(Arrays.asList(CoOccurrenceMeasure.values()));
    ComboBox<TestId> test =
        Choices.of(
            "captions-test",
            text("captions.test"),
            model.tests(),
            model.testProperty(),
            model::name);
    test.setMaxWidth(420);
    FigureCard pairs = card("captions-pairs", model.pairs(), dataset, measures).scrolling();
    FigureCard words = card("captions-words", model.words(), test).scrolling();
    FigureCard balance = card("captions-balance", model.balance());
    cards = List.of(pairs, words, balance);
    cards.forEach(FigureCard::listen);
    node =
        Quarters.columns(
            "data-captions",
            new double[] {54, 46},
            pairs.node(),
            Quarters.rows(new double[] {66, 34}, words.node(), balance.node()));
  }

  private FigureCard card(String id, FigureModel figure, Node... choices) {
    FigureCard card =
        new FigureCard(
            id,
            text(id.replace('-', '.')),
            figure,
            bench.look(),
            Optional.empty(),
            bench.exports(),
            _ -> {});
    return choices.length == 0 ? card : card.choices(choices);
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    measures.dispose();
    cards.forEach(FigureCard::dispose);
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
