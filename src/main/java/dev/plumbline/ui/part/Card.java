package dev.plumbline.ui.part;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A card: a title that states the question, one grey line that states what is shown, actions at
/// the right, and content.
public final class Card extends VBox {
  private static final double TWO_LINES = 38;
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final HBox actions = new HBox();
  private final HBox choices = new HBox();

  /// An empty card.
  public Card(String titleText) {
    getStyleClass().add("card-surface");
    title.setText(titleText);
    title.getStyleClass().add("card-title");
    title.setMinWidth(0);
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    title.setTooltip(whole(title));
    subtitle.getStyleClass().add("card-subtitle");
    subtitle.setTextOverrun(OverrunStyle.ELLIPSIS);
    subtitle.setMinWidth(0);
    subtitle.setWrapText(true);
    subtitle.setMaxHeight(TWO_LINES);
    subtitle.setTooltip(whole(subtitle));
    actions.getStyleClass().add("card-actions");
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(title, actions);
    head.getStyleClass().add("card-head");
    choices.getStyleClass().add("card-choices");
    showOnlyIfFilled(subtitle);
    choices.managedProperty().bind(Bindings.isNotEmpty(choices.getChildren()));
    choices.visibleProperty().bind(choices.managedProperty());
    getChildren().addAll(head, subtitle, choices);
  }

  /// Puts the content below the head; it takes all the room there is.
  public Card content(Node node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    getChildren().add(node);
    return this;
  }

  /// Puts controls that choose what is shown between head and content.
  public Card choices(Node... nodes) {
    choices.getChildren().addAll(nodes);
    return this;
  }

  /// Puts a line between choices and content; it takes no room while it is not managed.
  public Card line(Node node) {
    getChildren().add(getChildren().indexOf(choices) + 1, node);
    return this;
  }

  /// Puts buttons at the right of the title.
  public Card actions(Node... nodes) {
    actions.getChildren().addAll(nodes);
    actions.setMinWidth(USE_PREF_SIZE);
    return this;
  }

  /// Label of the title.
  public Label title() {
    return title;
  }

  /// Label of the grey line.
  public Label subtitle() {
    return subtitle;
  }

  /// The whole text, for where it is cut.
  private static Tooltip whole(Label label) {
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(label.textProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(480);
    return whole;
  }

  private static void showOnlyIfFilled(Label label) {
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    label.visibleProperty().bind(label.managedProperty());
  }
}
