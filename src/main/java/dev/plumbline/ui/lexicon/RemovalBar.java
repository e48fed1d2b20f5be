package dev.plumbline.ui.lexicon;

import dev.plumbline.ui.session.Look;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks before a list goes that tests use, and names them.
final class RemovalBar extends VBox {
  private final Look look;
  private final Runnable closed;
  private final Label question = new Label();
  private final Button keep;

  /// @param confirmed called if the list is to go
  /// @param closed called when the question is gone
  RemovalBar(Look look, Runnable confirmed, Runnable closed) {
    super(6);
    this.look = look;
    this.closed = closed;
    setId("lexicon-removal");
    getStyleClass().add("lexicon-removal");
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    question.getStyleClass().add("note");
    Button remove = button("remove-with-tests");
    remove.setOnAction(
        _ -> {
          close();
          confirmed.run();
        });
    keep = button("keep");
    keep.setOnAction(_ -> close());
    getChildren().addAll(question, new HBox(8, remove, keep));
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  private Button button(String key) {
    Button button = new Button(look.text("lexicon." + key));
    button.setId("lexicon-" + key);
    button.getStyleClass().add("small");
    return button;
  }

  /// Asks.
  ///
  /// @param list its name on screen
  /// @param tests how many tests use it
  /// @param names their names
  void ask(String list, int tests, String names) {
    question.setText(look.text("lexicon.remove.ask", list, tests, names));
    setVisible(true);
    keep.requestFocus();
  }

  /// Stops asking.
  void close() {
    if (isVisible()) {
      setVisible(false);
      closed.run();
    }
  }
}
