package dev.plumbline.ui.data;

import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.ui.session.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;

/// The columns of a manifest as chips that are dragged onto a role. Enter or a click on a chip
/// opens a menu of the roles: the same by keyboard.
final class ColumnChips {
  private static final String DROP_HERE = "drop-here";

  private final Look look;
  private final Manifest manifest;
  private final BiConsumer<ColumnRole, String> assign;
  private final FlowPane node = new FlowPane(4, 4);
  private final List<Place> places = new ArrayList<>();

  /// @param assign called with a role and the column it is given
  ColumnChips(Look look, Manifest manifest, BiConsumer<ColumnRole, String> assign) {
    this.look = look;
    this.manifest = manifest;
    this.assign = assign;
    node.setId("column-chips");
    manifest.columns().forEach(column -> node.getChildren().add(chip(column)));
  }

  /// All chips.
  Node node() {
    return node;
  }

  private Button chip(Column column) {
    Button chip = new Button(column.name());
    chip.setMnemonicParsing(false);
    chip.setId("column-chip-" + node.getChildren().size());
    chip.getStyleClass().setAll("column-chip");
    Optional<ColumnRole> played = played(column.name());
    if (played.isPresent()) {
      chip.getStyleClass().add("played");
    }
    String role =
        played.map(it -> look.text("role." + it.key())).orElseGet(() -> look.text("role.none"));
    chip.setTooltip(new Tooltip(look.text("column.chip.tip", column.name(), column.type(), role)));
    chip.setAccessibleText(look.text("column.chip", column.name(), role));
    chip.setOnAction(_ -> menu(column.name()).show(chip, Side.BOTTOM, 0, 2));
    chip.setOnMouseDragged(
        event -> {
          chip.setCursor(Cursor.CLOSED_HAND);
          mark(under(event));
        });
    chip.setOnMouseReleased(
        event -> {
          boolean dragged = chip.getCursor() != null;
          chip.setCursor(null);
          mark(Optional.empty());
          if (dragged) {
            under(event).ifPresent(place -> assign.accept(place.role(), column.name()));
          }
        });
    return chip;
  }

  private Optional<ColumnRole> played(String column) {
    return manifest.roles().entrySet().stream()
        .filter(role -> role.getValue().column().equals(column))
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  private ContextMenu menu(String column) {
    ContextMenu menu = new ContextMenu();
    for (ColumnRole role : ColumnRole.values()) {
      CheckMenuItem item = new CheckMenuItem(look.text("role." + role.key()));
      item.setId("column-role-" + role.key());
      item.setSelected(manifest.column(role).equals(Optional.of(column)));
      item.setOnAction(_ -> assign.accept(role, column));
      menu.getItems().add(item);
    }
    return menu;
  }

  /// Lets a column be dropped on any of these nodes.
  ///
  /// @param shown is marked while a column is held over them
  void acceptOn(ColumnRole role, Node shown, Node... targets) {
    places.add(new Place(role, shown, List.of(targets)));
  }

  private Optional<Place> under(MouseEvent event) {
    return places.stream()
        .filter(
            place ->
                place.targets().stream()
                    .anyMatch(
                        target ->
                            target
                                .localToScene(target.getLayoutBounds())
                                .contains(event.getSceneX(), event.getSceneY())))
        .findFirst();
  }

  private void mark(Optional<Place> held) {
    for (Place place : places) {
      boolean here = held.filter(place::equals).isPresent();
      if (!here) {
        place.shown().getStyleClass().remove(DROP_HERE);
      } else if (!place.shown().getStyleClass().contains(DROP_HERE)) {
        place.shown().getStyleClass().add(DROP_HERE);
      }
    }
  }

  /// Where a column can be dropped.
  private record Place(ColumnRole role, Node shown, List<Node> targets) {}
}
