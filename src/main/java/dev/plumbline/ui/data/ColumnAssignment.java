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
import javafx.scene.layout.VBox;

/// Which column plays which role, and why; changed by dragging a column onto a role, by a column's
/// menu, or by a role's list.
final class ColumnAssignment {
  private final Look look;
  private final BiConsumer<ColumnRole, Optional<String>> assign;
  private final Manifest manifest;
  private final ColumnChips chips;

  /// @param assign called with the column the user assigns to a role, empty for recognition
  ColumnAssignment(Look look, BiConsumer<ColumnRole, Optional<String>> assign, Manifest manifest) {
    this.look = look;
    this.assign = assign;
    this.manifest = manifest;
    chips = new ColumnChips(look, manifest, (role, column) -> assign(role, Optional.of(column)));
  }

  /// The columns, and a line for each role.
  Node node() {
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
      Label name = name(each);
      ComboBox<String> box = box(each);
      Label why = reason(each);
      chips.acceptOn(each, box, name, box, why);
      grid.addRow(line++, name, box, why);
    }
    VBox all = new VBox(6);
    severalCaptions().ifPresent(all.getChildren()::add);
    all.getChildren().addAll(chips.node(), grid);
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return scroll;
  }

  private void assign(ColumnRole role, Optional<String> column) {
    boolean recognised =
        manifest.column(role).equals(column)
            && !manifest.roles().get(role).reason().equals("assigned by hand")
            && manifest.roles().get(role).others().isEmpty();
    if (!recognised) {
      assign.accept(role, column);
    }
  }

  /// Where several columns could be the caption the user picks: nobody else knows which the models
  /// were trained on.
  private Optional<Node> severalCaptions() {
    Recognition caption = manifest.roles().get(ColumnRole.CAPTION);
    if (caption == null || caption.others().isEmpty()) {
      return Optional.empty();
    }
    List<String> candidates = new ArrayList<>(List.of(caption.column()));
    candidates.addAll(caption.others());
    return Optional.of(
        new CaptionChoice(
                look, candidates, column -> assign(ColumnRole.CAPTION, Optional.of(column)))
            .node());
  }

  private Label name(ColumnRole role) {
    Label label = new Label(look.text("role." + role.key()));
    label.setId("role-name-" + role.key());
    label.setTooltip(new Tooltip(look.text("role." + role.key() + ".tip")));
    return label;
  }

  private ComboBox<String> box(ColumnRole role) {
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

  private Label reason(ColumnRole role) {
    Recognition recognition = manifest.roles().get(role);
    String text = recognition == null ? "" : inWords(recognition);
    Label label = new Label(text);
    label.getStyleClass().addAll("muted", "note");
    label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /// A reason in the user's language: its first phrase is one of a few, the rest names columns that
  /// could serve as well.
  private String inWords(Recognition recognition) {
    String first = recognition.reason().split(";", 2)[0];
    String key = "reason." + first.replace(' ', '-');
    String phrase = look.messages().has(key) ? look.text(key) : first;
    return recognition.others().isEmpty()
        ? phrase
        : look.text("reason.others", phrase, String.join(", ", recognition.others()));
  }
}
