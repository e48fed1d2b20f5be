package dev.plumbline.ui.part;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/// A cell of one line, or of two where the column beside it is folded below.
///
/// @param <T> a row
final class RowCell<T> extends TableCell<T, Object> {
  private static final double AROUND = 8;

  private final Function<T, Node> before;
  private final FoldedColumns<T> folds;

  /// @param before what stands before the text, or null
  RowCell(Function<T, Node> before, boolean number, FoldedColumns<T> folds) {
    this.before = before;
    this.folds = folds;
    if (number) {
      getStyleClass().add("number");
    }
  }

  @Override
  protected void updateItem(Object item, boolean empty) {
    super.updateItem(item, empty);
    T row = getTableRow() == null ? null : getTableRow().getItem();
    String text = empty || item == null ? null : item.toString();
    if (text != null && row != null) {
      text = folds.below(getTableColumn(), row).map((text + "\n")::concat).orElse(text);
    }
    setText(text);
    setGraphic(before == null || empty || row == null ? null : before.apply(row));
    setTooltip(text == null || text.length() < 8 ? null : new Tooltip(text));
  }

  @Override
  protected double computePrefHeight(double width) {
    double height = super.computePrefHeight(width);
    return getText() != null && getText().contains("\n") ? height + AROUND : height;
  }
}
