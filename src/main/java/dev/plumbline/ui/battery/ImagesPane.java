package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.NormsSource;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.ui.session.Look;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Images of a set: a folder to be edited, or what a rule has taken.
final class ImagesPane extends VBox {
  private final BatteryViewModel model;
  private final RuleRow rule;
  private final TextField folder = new TextField();
  private final TextArea picked = new TextArea();
  private final Subscription listening;
  private boolean showing;

  ImagesPane(BatteryViewModel model) {
    super(4);
    this.model = model;
    Look look = model.look();
    rule =
        new RuleRow(
            look,
            "images",
            NormsSource.OASIS,
            now -> model.editSet("image-rule", set -> set.withImageRule(now)));
    folder.setId("battery-images");
    folder.getStyleClass().add("small");
    folder.setPromptText(look.text("battery.images.tip"));
    folder.setTooltip(new Tooltip(look.text("battery.images.tip")));
    folder.setAccessibleText(look.text("battery.images-listed"));
    folder.textProperty().addListener((_, _, now) -> edited(now));
    picked.setId("battery-images-picked");
    picked.setEditable(false);
    picked.setPrefRowCount(3);
    picked.setMinHeight(52);
    picked.setWrapText(true);
    picked.getStyleClass().add("note");
    picked.setAccessibleText(look.text("battery.images"));
    getChildren().addAll(rule, folder, picked);
    listening = model.stimuli().pickedProperty().subscribe(_ -> show());
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void edited(String now) {
    if (!showing) {
      Optional<String> named = Optional.of(now.strip()).filter(it -> !it.isEmpty());
      model.editSet("images", set -> set.withImages(named));
    }
  }

  /// Shows the set looked at.
  void show() {
    if (model.set().isEmpty()) {
      return;
    }
    boolean before = showing;
    showing = true;
    StimulusSet set = model.set().get();
    boolean byRule = set.imageRule().isPresent();
    rule.show(set.imageRule());
    if (!folder.getText().strip().equals(set.images().orElse(""))) {
      folder.setText(set.images().orElse(""));
    }
    folder.setVisible(!byRule);
    folder.setManaged(!byRule);
    picked.setVisible(byRule);
    picked.setManaged(byRule);
    PickedStimuli.Picked taken =
        model
            .stimuli()
            .pickedProperty()
            .get()
            .getOrDefault(set.name(), PickedStimuli.none())
            .images();
    picked.setText(String.join("\n", taken.names()));
    picked.setPromptText(
        taken
            .reason()
            .map(model.look().messages()::sentence)
            .orElseGet(() -> model.look().text("battery.picking")));
    showing = before;
  }
}
