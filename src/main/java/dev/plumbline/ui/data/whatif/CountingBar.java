package dev.plumbline.ui.data.whatif;

import dev.plumbline.ui.session.Look;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// How far the count of all rows is, with a button that stops it and later goes on with it; not
/// there where all rows are counted.
final class CountingBar {
  private final Look look;
  private final WhatIfViewModel model;
  private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Button button = new Button();
  private final HBox node = new HBox(8, bar, button);
  private final Subscription listening;

  /// @param id id of the button
  CountingBar(String id, Look look, WhatIfViewModel model) {
    this.look = look;
    this.model = model;
    bar.setPrefWidth(120);
    bar.setMaxHeight(6);
    button.setId(id);
    button.getStyleClass().addAll("small", "flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    node.setAlignment(Pos.CENTER_LEFT);
    bar.managedProperty().bind(bar.visibleProperty());
    button.managedProperty().bind(button.visibleProperty());
    node.managedProperty().bind(node.visibleProperty());
    listening =
        Subscription.combine(
            model.stateProperty().subscribe(this::show),
            model.progressProperty().subscribe(share -> bar.setProgress(share.doubleValue())));
  }

  Node node() {
    return node;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void show(WhatIfState state) {
    boolean opening = state instanceof WhatIfState.Opening;
    boolean counting = state instanceof WhatIfState.Counted counted && !counted.complete();
    boolean stopped =
        state instanceof WhatIfState.Counted counted
            && counted.complete()
            && counted.result().sample().isPresent();
    bar.setVisible(opening || counting);
    button.setVisible(counting || stopped);
    node.setVisible(opening || counting || stopped);
    button.setText(look.text(stopped ? "whatif.count-all" : "whatif.stop"));
    button.setOnAction(_ -> model.countAll(stopped));
  }
}
