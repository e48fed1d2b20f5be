package dev.plumbline.ui.part;

import javafx.scene.control.TableCell;

/// A cell of a table as high as its lines.
///
/// @param <T> a row
final class WrappedCell<T> extends TableCell<T, Object> {
  private static final double AROUND = 8;

  WrappedCell() {
    setWrapText(true);
  }

  @Override
  protected void updateItem(Object item, boolean empty) {
    super.updateItem(item, empty);
    setText(empty || item == null ? null : item.toString());
  }

  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(getTableColumn().getWidth()) + AROUND;
  }
}
