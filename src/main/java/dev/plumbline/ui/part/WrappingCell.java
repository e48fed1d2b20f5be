package dev.plumbline.ui.part;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of a list with an icon and lines of text that wrap to the list's width.
///
/// @param <T> what is listed
public abstract class WrappingCell<T> extends ListCell<T> {
  private static final double BESIDE = 30;
  private static final double AROUND = 8;

  /// Fills the lines below each other.
  protected abstract void fill(T item, VBox lines);

  /// Icon before the lines.
  protected abstract Ikon icon(T item);

  /// Style class of the icon.
  protected abstract String iconStyle(T item);

  @Override
  protected final void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    FontIcon icon = new FontIcon(icon(item));
    icon.getStyleClass().add(iconStyle(item));
    VBox lines = new VBox();
    lines.setMinWidth(0);
    fill(item, lines);
    HBox.setHgrow(lines, Priority.ALWAYS);
    setGraphic(new HBox(8, icon, lines));
    setPrefWidth(0);
  }

  @Override
  protected final double computePrefHeight(double width) {
    return getGraphic() instanceof HBox row
        ? row.prefHeight(getListView().getWidth() - BESIDE) + AROUND
        : super.computePrefHeight(width);
  }

  /// A muted line.
  protected static Label note(String text) {
    Label line = new Label(text);
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    line.getStyleClass().addAll("muted", "note");
    return line;
  }
}
