package dev.plumbline.ui.part;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// One sentence in the middle of a card that says what is missing, and the button that gets it.
public final class EmptyState extends VBox {
  private final Label sentence = new Label();

  /// The button that gets what is missing.
  ///
  /// @param label verb
  /// @param run gets it
  public record Way(String label, Runnable run) {}

  /// A state with or without a way out.
  public EmptyState(String text, Optional<Way> way) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    sentence.setText(text);
    sentence.setWrapText(true);
    sentence.setTextAlignment(TextAlignment.CENTER);
    sentence.getStyleClass().add("empty-sentence");
    getChildren().add(sentence);
    way.ifPresent(
        step -> {
          Button button = new Button(step.label());
          button.setOnAction(_ -> step.run().run());
          getChildren().add(button);
        });
  }

  /// Changes the sentence.
  public void setSentence(String text) {
    sentence.setText(text);
  }
}
