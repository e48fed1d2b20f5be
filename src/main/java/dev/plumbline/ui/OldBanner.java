package dev.plumbline.ui;

import dev.plumbline.ui.part.Workbench;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Says that the results on screen are older than what is asked for.
final class OldBanner extends HBox {
  OldBanner(Workbench bench) {
    getStyleClass().addAll("old-banner");
    setId("old-banner");
    setAlignment(Pos.CENTER_LEFT);
    Label text = new Label(bench.look().text("old.text"));
    Button run = new Button(bench.look().text("old.run"));
    run.getStyleClass().addAll("small");
    run.setOnAction(_ -> bench.runs().run());
    getChildren().addAll(new FontIcon(MaterialDesignA.ALERT_OUTLINE), text, run);
    visibleProperty()
        .bind(bench.session().outdatedProperty().and(bench.runs().runningProperty().not()));
    managedProperty().bind(visibleProperty());
  }
}
