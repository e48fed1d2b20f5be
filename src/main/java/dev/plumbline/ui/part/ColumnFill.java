package dev.plumbline.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Lets the columns of a table fill it: columns of text share the room that is left, and where
/// there is none they give way down to a share of their width, after which the table scrolls
/// sideways.
final class ColumnFill {
  private static final double SCROLL_BAR = 18;
  private static final double LEAST = 0.6;

  private final TableView<?> table;
  private final List<TableColumn<?, ?>> flexible = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();
  private double total;

  ColumnFill(TableView<?> table) {
    this.table = table;
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.widthProperty().subscribe(_ -> fill());
  }

  void add(TableColumn<?, ?> column, double width, boolean grows) {
    total += width;
    if (grows) {
      flexible.add(column);
      widths.add(width);
    }
    fill();
  }

  private void fill() {
    double left = table.getWidth() - SCROLL_BAR - total;
    double share = widths.stream().mapToDouble(Double::doubleValue).sum();
    if (table.getWidth() <= 0) {
      return;
    }
    for (int i = 0; i < flexible.size(); i++) {
      double width = widths.get(i);
      flexible.get(i).setPrefWidth(Math.max(LEAST * width, width + left * width / share));
    }
  }
}
