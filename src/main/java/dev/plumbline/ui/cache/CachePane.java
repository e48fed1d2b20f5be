package dev.plumbline.ui.cache;

import dev.plumbline.ui.session.Look;
import java.util.Optional;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/// Shows what is kept for the next run: how much, where, up to which limit; clears it.
public final class CachePane extends VBox {
  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final long GIBIBYTE = 1L << 30;
  private static final double WIDTH = 400;

  private final Look look;
  private final CacheModel model;
  private final Label vectors = new Label();
  private final Label others = new Label();
  private final Label folder = new Label();
  private final ComboBox<Long> limit = new ComboBox<>();
  private final Button clear;
  private final Subscription listening;
  private boolean quiet;

  /// A pane in the language of now.
  public CachePane(Look look, CacheModel model) {
    this.look = look;
    this.model = model;
    setId("cache-pane");
    getStyleClass().add("cache-pane");
    setPrefWidth(WIDTH);
    Label title = new Label(look.text("cache.title"));
    title.getStyleClass().add("line-title");
    Label subtitle = new Label(look.text("cache.subtitle"));
    subtitle.setWrapText(true);
    subtitle.getStyleClass().addAll("muted", "note");
    clear = new Button(look.text("cache.clear"));
    clear.setId("cache-clear");
    clear.getStyleClass().add("small");
    clear.setOnAction(_ -> askAndClear());
    HBox foot = new HBox(clear);
    foot.setAlignment(Pos.CENTER_RIGHT);
    getChildren().addAll(title, subtitle, grid(), foot);
    listening = model.contentsProperty().subscribe(this::show);
  }

  /// Stops listening.
  public void dispose() {
    listening.unsubscribe();
  }

  private GridPane grid() {
    vectors.setId("cache-vectors");
    others.setId("cache-others");
    folder.setId("cache-folder");
    folder.setWrapText(true);
    limit.setId("cache-limit");
    limit.getStyleClass().add("small");
    limit.setAccessibleText(look.text("cache.limit"));
    limit.setTooltip(new Tooltip(look.text("cache.limit.tip")));
    limit.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Long bytes) {
            return bytes == null ? "" : look.text("cache.gigabytes", (double) bytes / GIBIBYTE);
          }

          @Override
          public Long fromString(String text) {
            throw new UnsupportedOperationException("limits are not typed");
          }
        });
    limit.setOnAction(
        _ -> {
          if (!quiet && limit.getValue() != null) {
            model.limit(limit.getValue());
          }
        });
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(8);
    row(grid, 0, "cache.vectors", vectors);
    row(grid, 1, "cache.others", others);
    row(grid, 2, "cache.limit", limit);
    row(grid, 3, "cache.folder", folder);
    return grid;
  }

  private void row(GridPane grid, int row, String key, Node value) {
    Label label = new Label(look.text(key));
    label.setMinWidth(USE_PREF_SIZE);
    label.getStyleClass().add("muted");
    grid.addRow(row, label, value);
  }

  private void show(Optional<CacheContents> contents) {
    clear.setDisable(contents.filter(it -> it.vectors() > 0).isEmpty());
    if (contents.isEmpty()) {
      return;
    }
    CacheContents now = contents.get();
    vectors.setText(
        look.text(
            "cache.vectors.of", (double) now.vectors(), now.vectorBytes() / BYTES_PER_MEGABYTE));
    others.setText(
        look.text("cache.others.of", (now.bytes() - now.vectorBytes()) / BYTES_PER_MEGABYTE));
    folder.setText(now.folder().toString());
    quiet = true;
    TreeSet<Long> choices = new TreeSet<>();
    for (long gibibytes = 1; gibibytes <= 64; gibibytes *= 2) {
      choices.add(gibibytes * GIBIBYTE);
    }
    choices.add(now.limit());
    limit.getItems().setAll(choices);
    limit.setValue(now.limit());
    quiet = false;
  }

  private void askAndClear() {
    ButtonType yes = new ButtonType(look.text("cache.clear.yes"), ButtonData.OK_DONE);
    ButtonType no = new ButtonType(look.text("cache.clear.no"), ButtonData.CANCEL_CLOSE);
    long count = model.contentsProperty().get().map(CacheContents::vectors).orElse(0L);
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION, look.text("cache.clear.text", (double) count), no, yes);
    alert.setTitle("Plumbline");
    alert.setHeaderText(look.text("cache.clear.title"));
    if (getScene() != null && getScene().getWindow() != null) {
      alert.initOwner(getScene().getWindow());
      alert.getDialogPane().getStylesheets().setAll(getScene().getStylesheets());
    }
    alert.getDialogPane().lookupButton(yes).setId("cache-clear-yes");
    alert.getDialogPane().lookupButton(no).setId("cache-clear-no");
    if (alert.showAndWait().filter(yes::equals).isPresent()) {
      model.clear();
    }
  }
}
