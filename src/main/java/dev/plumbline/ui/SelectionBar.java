package dev.plumbline.ui;

import dev.plumbline.report.ChartTheme;
import dev.plumbline.report.DatasetColours;
import dev.plumbline.report.Names;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.Selection;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is picked out, one chip each; a chip's × lets go of it.
final class SelectionBar extends HBox {
  private final Workbench bench;
  private final Selection selection;
  private final ListChangeListener<Choice> listener = _ -> show();

  SelectionBar(Workbench bench) {
    this.bench = bench;
    this.selection = bench.session().selection();
    getStyleClass().add("selection-bar");
    setAlignment(Pos.CENTER_LEFT);
    selection.choices().addListener(listener);
    show();
  }

  void dispose() {
    selection.choices().removeListener(listener);
  }

  private void show() {
    getChildren().setAll(new Label(bench.look().text("selection.title")));
    getChildren().getFirst().getStyleClass().add("muted");
    selection.choices().forEach(choice -> getChildren().add(chip(choice)));
    Label hint =
        new Label(
            bench
                .look()
                .text(selection.choices().isEmpty() ? "selection.none" : "selection.escape"));
    hint.getStyleClass().add("muted");
    getChildren().add(hint);
  }

  private Button chip(Choice choice) {
    Button chip = new Button(label(choice), new FontIcon(MaterialDesignC.CLOSE));
    chip.getStyleClass().add("chip");
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setAccessibleText(bench.look().text("selection.remove", label(choice)));
    chip.setOnAction(_ -> selection.remove(choice));
    if (choice instanceof Choice.Dataset dataset) {
      chip.setGraphic(new HBox(6, dot(dataset.id().value()), new FontIcon(MaterialDesignC.CLOSE)));
      ((HBox) chip.getGraphic()).setAlignment(Pos.CENTER);
    }
    return chip;
  }

  private Node dot(String dataset) {
    ChartTheme theme = bench.look().chartTheme();
    java.awt.Color color = new DatasetColours(bench.session().datasets()).of(dataset, theme);
    return new Circle(4, Color.web(ChartTheme.hex(color)));
  }

  private String label(Choice choice) {
    return switch (choice) {
      case Choice.Dataset it -> it.id().value();
      case Choice.Model it -> it.id().value();
      case Choice.Category it ->
          Names.of(bench.session().request().battery(), bench.look().locale()).category(it.name());
    };
  }
}
