package dev.plumbline.ui.overview;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.report.PointRecord;
import dev.plumbline.report.Subject;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Link;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The record of the point picked out, with the ways to its test and to its manifest.
final class PointCard {
  private final Workbench bench;
  private final PointModel model;
  private final GridPane lines = new GridPane();
  private final Button test;
  private final Button manifest;
  private final Card card;
  private final Subscription listening;

  PointCard(Workbench bench, PointModel model) {
    this.bench = bench;
    this.model = model;
    test = button("point-test", this::openTest);
    manifest = button("point-manifest", this::openManifest);
    Button close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    close.setId("point-close");
    close.getStyleClass().addAll("flat", "button-icon", "small");
    close.setAccessibleText(text("point-close"));
    close.setTooltip(new Tooltip(text("point-close")));
    close.setOnAction(_ -> model.close());
    lines.setId("point-lines");
    lines.getStyleClass().add("point-lines");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints texts = new ColumnConstraints();
    texts.setHgrow(Priority.ALWAYS);
    lines.getColumnConstraints().setAll(names, texts);
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setMinSize(0, 0);
    scroll.getStyleClass().add("plain-scroll");
    card = new Card("").actions(test, manifest, close).content(scroll);
    card.setId("point-card");
    listening = model.recordProperty().subscribe(this::show);
  }

  Card node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(text(key));
    button.setId(key);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(text(key + ".tip")));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void show(Optional<PointRecord> point) {
    card.setVisible(point.isPresent());
    lines.getChildren().clear();
    point.ifPresent(this::show);
  }

  private void show(PointRecord point) {
    card.title().setText(point.title());
    card.subtitle().setText(point.subtitle());
    card.setAccessibleText(
        point.title()
            + " "
            + point.lines().stream()
                .map(line -> line.name() + ": " + line.text())
                .collect(Collectors.joining(". ")));
    for (PointRecord.Line line : point.lines()) {
      Label name = new Label(line.name());
      name.getStyleClass().addAll("muted", "note");
      Label text = new Label(line.text());
      text.getStyleClass().add("note");
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      GridPane.setValignment(name, VPos.TOP);
      lines.addRow(lines.getRowCount(), name, text);
    }
    manifest.setDisable(manifestOf(point).isEmpty());
  }

  private Optional<DatasetId> manifestOf(PointRecord point) {
    return point
        .subject()
        .dataset()
        .filter(bench.session().datasets()::contains)
        .map(DatasetId::new);
  }

  private void openTest() {
    model
        .recordProperty()
        .get()
        .map(PointRecord::subject)
        .ifPresent(point -> bench.links().follow(test(point)));
  }

  private static Link test(Subject.Effect point) {
    return new Link.Test(point.model(), new TestId(point.test()), Order.parse(point.order()));
  }

  private void openManifest() {
    model
        .recordProperty()
        .get()
        .flatMap(this::manifestOf)
        .ifPresent(id -> bench.links().follow(new Link.Manifest(id)));
  }

  private String text(String key) {
    return bench.look().text(key);
  }
}
