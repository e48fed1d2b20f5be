package dev.plumbline.ui.bias;

import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Workbench;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One test opened in place of the page: its single stimuli in every model, and the way back.
final class OpenedTest extends VBox {
  private final FigureCard strips;
  private final Button back;

  OpenedTest(Workbench bench, BiasViewModel model) {
    setId("bias-opened");
    getStyleClass().add("page-column");
    back = new Button(bench.look().text("bias.back"));
    back.setId("bias-back");
    back.setTooltip(new Tooltip(bench.look().text("bias.back.tip")));
    back.setOnAction(_ -> model.close());
    strips =
        new FigureCard(
                "bias-strips",
                bench.look().text("bias.opened"),
                model.strips(),
                bench.look(),
                Optional.empty(),
                bench.exports(),
                model::pick)
            .scrolling()
            .listen();
    strips.node().actions(back);
    VBox.setVgrow(strips.node(), Priority.ALWAYS);
    getChildren().add(strips.node());
  }

  /// Takes the keyboard, so that Escape leads back.
  void focus() {
    back.requestFocus();
  }

  void dispose() {
    strips.dispose();
  }
}
