package dev.plumbline.ui;

import dev.plumbline.ui.session.Look;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/// The left rail: the pages.
final class Rail extends VBox {
  private final Subscription listening;

  Rail(Look look, ObjectProperty<PageId> page) {
    getStyleClass().add("rail");
    Label name = new Label("Plumbline");
    name.getStyleClass().add("app-name");
    getChildren().add(name);
    ToggleGroup group = new ToggleGroup();
    for (PageId id : PageId.values()) {
      ToggleButton button =
          new ToggleButton(look.text("page." + id.key()), new FontIcon(id.icon()));
      button.setId("rail-" + id.key());
      button.getStyleClass().add("rail-item");
      button.setContentDisplay(ContentDisplay.LEFT);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setUserData(id);
      button.setTooltip(
          new Tooltip(
              look.text("page." + id.key() + ".tip") + "  (Ctrl+" + (id.ordinal() + 1) + ")"));
      button.setToggleGroup(group);
      button.setOnAction(
          _ -> {
            page.set(id);
            button.setSelected(true);
          });
      getChildren().add(button);
    }
    listening =
        page.subscribe(
            id ->
                group.getToggles().stream()
                    .filter(toggle -> toggle.getUserData() == id)
                    .findFirst()
                    .ifPresent(group::selectToggle));
  }

  void dispose() {
    listening.unsubscribe();
  }
}
