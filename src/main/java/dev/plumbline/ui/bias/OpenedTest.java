package dev.plumbline.ui.bias;

import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.MeasureHelp;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Workbench;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One test opened in place of the page: its single stimuli in every model, what lies beneath the d
/// of the model picked out, and the way back.
final class OpenedTest extends VBox {
  private final FigureCard strips;
  private final FigureCard distribution;
  private final DetailCard detail;
  private final Button back;

  OpenedTest(Workbench bench, BiasViewModel model, MeasureHelp help) {
    setId("bias-opened");
    getStyleClass().add("page-column");
    back = new Button(bench.look().text("bias.back"));
    back.setId("bias-back");
    back.setTooltip(new Tooltip(bench.look().text("bias.back.tip")));
    back.setOnAction(_ -> model.opened().close());
    strips =
        new FigureCard(
                "bias-strips",
                bench.look().text("bias.opened"),
                model.opened().strips(),
                bench.look(),
                Optional.empty(),
                bench.exports(),
                model::pick)
            .scrolling()
            .listen();
    strips.node().actions(help.button("bias-strips-help", "s"), back);
    distribution =
        new FigureCard(
                "bias-null",
                bench.look().text("bias.null"),
                model.opened().distribution(),
                bench.look(),
                Optional.empty(),
                bench.exports(),
                model::pick)
            .listen();
    distribution.node().actions(help.button("bias-null-help", "null-distribution"));
    detail = new DetailCard(bench, model.opened().detail());
    detail.node().actions(help.button("bias-detail-help", "influence"));
    GridPane cards =
        Quarters.columns(
            "bias-opened-cards",
            new double[] {48, 52},
            Quarters.rows(new double[] {100}, strips.node()),
            Quarters.rows(new double[] {40, 60}, distribution.node(), detail.node()));
    cards.getStyleClass().setAll("opened-grid");
    VBox.setVgrow(cards, Priority.ALWAYS);
    getChildren().add(cards);
  }

  /// Takes the keyboard, so that Escape leads back.
  void focus() {
    back.requestFocus();
  }

  void dispose() {
    strips.dispose();
    distribution.dispose();
    detail.dispose();
  }
}
