package dev.plumbline.ui.data;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for a manifest that lies where a cluster sees it: the server's address, paths as the
/// cluster names them, and a token that is forgotten when the program ends.
final class ClusterDialog {
  private final Workbench bench;
  private final DataViewModel model;
  private final TextField address = new TextField();
  private final TextArea files = new TextArea();
  private final PasswordField token = new PasswordField();
  private final Label problem = new Label();
  private final Dialog<ButtonType> dialog = new Dialog<>();
  private final ButtonType add;

  /// @param missing why this program cannot reach clusters, if it cannot
  ClusterDialog(Workbench bench, DataViewModel model, Optional<String> missing) {
    this.bench = bench;
    this.model = model;
    add = new ButtonType(text("cluster.add"), ButtonData.OK_DONE);
    ButtonType cancel = new ButtonType(text("cluster.cancel"), ButtonData.CANCEL_CLOSE);
    dialog.setTitle("Plumbline");
    dialog.setHeaderText(text("cluster.title"));
    dialog.getDialogPane().getButtonTypes().setAll(add, cancel);
    dialog.getDialogPane().setContent(form());
    dialog.getDialogPane().setId("cluster-dialog");
    dialog.getDialogPane().setPrefWidth(520);
    Node button = dialog.getDialogPane().lookupButton(add);
    button.setId("cluster-add");
    dialog.getDialogPane().lookupButton(cancel).setId("cluster-cancel");
    missing.ifPresent(
        sentence -> {
          problem.setText(sentence);
          button.setDisable(true);
        });
    button.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          if (!added()) {
            event.consume();
          }
        });
  }

  /// Shows the dialog and waits until it is closed.
  void show(Node owner) {
    dialog.initOwner(owner.getScene().getWindow());
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    address.requestFocus();
    dialog.showAndWait();
    token.clear();
  }

  private Node form() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form-grid");
    address.setPromptText("sc://host:15002");
    files.setPromptText("s3://bucket/laion/*.parquet");
    files.setPrefRowCount(3);
    line(grid, 0, "cluster.address", address, "cluster-address");
    line(grid, 1, "cluster.files", files, "cluster-files");
    line(grid, 2, "cluster.token", token, "cluster-token");
    problem.setId("cluster-problem");
    problem.setWrapText(true);
    problem.setMinHeight(40);
    problem.getStyleClass().add("note");
    Label note = new Label(text("cluster.note"));
    note.setWrapText(true);
    note.getStyleClass().addAll("muted", "note");
    VBox box = new VBox(8, grid, note, problem);
    box.setFillWidth(true);
    return box;
  }

  private void line(GridPane grid, int row, String key, Control field, String id) {
    Label label = new Label(text(key));
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setId(id);
    field.setTooltip(new Tooltip(text(key + ".tip")));
    field.setAccessibleText(text(key));
    GridPane.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
    grid.addRow(row, label, field);
  }

  /// Adds the manifest, or says what is wrong.
  private boolean added() {
    List<String> paths =
        files.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    try {
      EngineAddress cluster = EngineAddress.parse(address.getText()).withToken(token.getText());
      if (cluster.embedded()) {
        throw new PlumblineException(text("cluster.local"));
      }
      if (paths.isEmpty()) {
        throw new PlumblineException(text("cluster.no-files"));
      }
      model.add(cluster, paths);
      return true;
    } catch (PlumblineException e) {
      problem.setText(bench.look().messages().sentence(e.getMessage()));
      return false;
    }
  }

  private String text(String key) {
    return bench.look().text(key);
  }
}
