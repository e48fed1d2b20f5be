package dev.plumbline.ui.bias;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Nodes side by side, as many as fit whole; those behind them are not shown.
final class OneLine extends Pane {
  private final double gap;

  /// @param gap space between two
  OneLine(double gap) {
    this.gap = gap;
    setMinWidth(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = -gap;
    for (Node child : getManagedChildren()) {
      width += child.prefWidth(-1) + gap;
    }
    return Math.max(0, width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return getManagedChildren().stream().mapToDouble(it -> it.prefHeight(-1)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    boolean fits = true;
    for (Node child : getManagedChildren()) {
      double width = child.prefWidth(-1);
      fits = fits && x + width <= getWidth();
      child.setVisible(fits);
      double height = child.prefHeight(-1);
      layoutInArea(
          child,
          x,
          (getHeight() - height) / 2,
          width,
          height,
          0,
          Insets.EMPTY,
          javafx.geometry.HPos.LEFT,
          javafx.geometry.VPos.CENTER);
      x += width + gap;
    }
  }
}
