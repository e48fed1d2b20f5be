package dev.plumbline.ui.part;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Lets the columns of a table fill it: columns of text share the room that is left, and where
/// there is none they give way down to a share of their width, but never below their title, after
/// which the table scrolls sideways.
final class ColumnFill {
  private static final double SCROLL_BAR = 18;
  private static final double LEAST = 0.6;
  private static final double TITLE_SIZE = 12;
  private static final double AROUND_TITLE = 22;

  private final TableView<?> table;
  private final List<Flexible> flexible = new ArrayList<>();
  private double fixed;

  /// A column that gives way.
  private record Flexible(TableColumn<?, ?> column, double width, double least) {
    double given(double left, double share) {
      return Math.max(least, width + left * width / share);
    }
  }

  ColumnFill(TableView<?> table) {
    this.table = table;
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.widthProperty().subscribe(_ -> fill());
  }

  void add(TableColumn<?, ?> column, double width, boolean grows) {
    double title = titleWidth(column.getText());
    if (grows) {
      flexible.add(new Flexible(column, width, Math.max(LEAST * width, title)));
    } else {
      double wide = Math.max(width, title);
      column.setPrefWidth(wide);
      fixed += wide;
    }
    fill();
  }

  private static double titleWidth(String title) {
    Text text = new Text(title);
    text.setFont(Font.font(TITLE_SIZE));
    return Math.ceil(text.getLayoutBounds().getWidth()) + AROUND_TITLE;
  }

  /// Those that would be too narrow get their least width, and the others share what is then left.
  private void fill() {
    if (table.getWidth() <= 0) {
      return;
    }
    double room = table.getWidth() - SCROLL_BAR - fixed;
    List<Flexible> open = new ArrayList<>(flexible);
    while (!open.isEmpty()) {
      double share = open.stream().mapToDouble(Flexible::width).sum();
      double left = room - share;
      List<Flexible> narrow =
          open.stream().filter(it -> it.width() + left * it.width() / share < it.least()).toList();
      if (narrow.isEmpty()) {
        open.forEach(it -> it.column().setPrefWidth(it.given(left, share)));
        return;
      }
      for (Flexible it : narrow) {
        it.column().setPrefWidth(it.least());
        room -= it.least();
      }
      open.removeAll(narrow);
    }
  }
}
