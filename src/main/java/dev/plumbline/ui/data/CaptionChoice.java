package dev.plumbline.ui.data;

import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Says that several columns could be the caption, and lets the user pick one.
final class CaptionChoice {
  private final VBox node = new VBox(4);

  /// @param candidates names of columns, the one that is used for now first
  /// @param pick called with the one the user picks
  CaptionChoice(Look look, List<String> candidates, Consumer<String> pick) {
    node.setId("caption-choice");
    node.getStyleClass().add("caption-choice");
    Label question = new Label(look.text("data.captions", candidates.getFirst()));
    question.setWrapText(true);
    question.setMinWidth(0);
    FlowPane buttons = new FlowPane(6, 4);
    node.getChildren().addAll(question, buttons);
    for (int i = 0; i < candidates.size(); i++) {
      String column = candidates.get(i);
      Button button = new Button(column);
      button.setId("caption-choice-" + i);
      button.getStyleClass().add("small");
      button.setMnemonicParsing(false);
      button.setAccessibleText(look.text("data.captions.use", column));
      button.setOnAction(_ -> pick.accept(column));
      buttons.getChildren().add(button);
    }
  }

  Node node() {
    return node;
  }
}
