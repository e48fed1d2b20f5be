package dev.plumbline.ui.data;

import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.Recognition;
import dev.plumbline.ui.session.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Which column plays which role, why, and combo boxes to change it.
final class ColumnAssignment {
  private final Look look;
  private final BiConsumer<ColumnRole, Optional<String>> assign;

  /// @param assign called with the column the user assigns to a role, empty for recognition
  ColumnAssignment(Look look, BiConsumer<ColumnRole, Optional<String>> assign) {
    this.look = look;
    this.assign = assign;
  }

  /// A line for each role.
  Node of(Manifest manifest) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form-grid");
    ColumnConstraints role = new ColumnConstraints();
    role.setMinWidth(92);
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(190);
    column.setPrefWidth(190);
    ColumnConstraints reason = new ColumnConstraints();
    reason.setHgrow(Priority.ALWAYS);
    reason.setMinWidth(0);
    grid.getColumnConstraints().setAll(role, column, reason);
    int line = 0;
    for (ColumnRole each : ColumnRole.values()) {
      grid.addRow(line++, name(each), box(manifest, each), reason(manifest, each));
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return scroll;
  }

  private Label name(ColumnRole role) {
    Label label = new Label(look.text("role." + role.key()));
    label.setTooltip(new Tooltip(look.text("role." + role.key() + ".tip")));
    return label;
  }

  private Node box(Manifest manifest, ColumnRole role) {
    String none = look.text("role.none");
    List<String> names = new ArrayList<>(List.of(none));
    manifest.columns().stream().map(Column::name).forEach(names::add);
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(names));
    box.setId("role-" + role.key());
    box.getStyleClass().add("small");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setValue(manifest.column(role).orElse(none));
    box.setAccessibleText(look.text("role.assign", look.text("role." + role.key())));
    box.setOnAction(
        _ -> {
          Optional<String> wanted = Optional.of(box.getValue()).filter(name -> !name.equals(none));
          if (!wanted.equals(manifest.column(role))) {
            assign.accept(role, wanted);
          }
        });
    return box;
  }

  private Label reason(Manifest manifest, ColumnRole role) {
    Recognition recognition = manifest.roles().get(role);
    String text = recognition == null ? "" : inWords(recognition.reason());
    Label label = new Label(text);
    label.getStyleClass().addAll("muted", "note");
    label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    label.setMinWidth(0);
    return label;
  }

  /// A reason in the user's language: its first phrase is one of a few, the rest names columns.
  private String inWords(String reason) {
    String first = reason.split(";", 2)[0];
    String key = "reason." + first.replace(' ', '-');
    return look.messages().has(key) ? look.text(key) + reason.substring(first.length()) : reason;
  }
}
