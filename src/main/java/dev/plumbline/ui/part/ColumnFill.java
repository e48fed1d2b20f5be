package dev.plumbline.ui.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final List<Part> parts = new ArrayList<>();
  private final Map<TableColumn<?, ?>, TableColumn<?, ?>> below = new HashMap<>();
  private boolean folded;

  /// A column.
  ///
  /// @param grows whether it gives way
  private record Part(TableColumn<?, ?> column, double width, double least, boolean grows) {
    double given(double left, double share) {
      return Math.max(least, width + left * width / share);
    }

    Part atLeast(Part lower) {
      return new Part(column, Math.max(width, lower.width), Math.max(least, lower.least), grows);
    }
  }

  ColumnFill(TableView<?> table) {
    this.table = table;
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.widthProperty().subscribe(_ -> fill());
  }

  void add(TableColumn<?, ?> column, double width, boolean grows) {
    double title = titleWidth(column.getText());
    double wide = Math.max(width, title);
    parts.add(
        grows
            ? new Part(column, width, Math.max(LEAST * width, title), true)
            : new Part(column, wide, wide, false));
    column.setPrefWidth(wide);
    column.visibleProperty().subscribe(_ -> fill());
    fill();
  }

  /// Notes that `lower` may stand below `upper`.
  void fold(TableColumn<?, ?> upper, TableColumn<?, ?> lower) {
    below.put(upper, lower);
  }

  /// Says whether the columns that may stand below others do.
  void folded(boolean now) {
    folded = now;
    fill();
  }

  /// Whether the columns have no room side by side.
  ///
  /// @param without columns that are not shown
  boolean tooNarrow(Set<? extends TableColumn<?, ?>> without) {
    double least =
        parts.stream()
            .filter(part -> !without.contains(part.column()))
            .mapToDouble(Part::least)
            .sum();
    return least > table.getWidth() - SCROLL_BAR;
  }

  private static double titleWidth(String title) {
    Text text = new Text(title);
    text.setFont(Font.font(TITLE_SIZE));
    return Math.ceil(text.getLayoutBounds().getWidth()) + AROUND_TITLE;
  }

  private Part part(TableColumn<?, ?> column) {
    return parts.stream().filter(part -> part.column() == column).findFirst().orElseThrow();
  }

  private List<Part> shown() {
    return parts.stream()
        .filter(part -> part.column().isVisible())
        .map(
            part ->
                folded && below.containsKey(part.column())
                    ? part.atLeast(part(below.get(part.column())))
                    : part)
        .toList();
  }

  /// Those that would be too narrow get their least width, and the others share what is then left.
  private void fill() {
    if (table.getWidth() <= 0) {
      return;
    }
    double room = table.getWidth() - SCROLL_BAR;
    List<Part> open = new ArrayList<>();
    for (Part part : shown()) {
      if (part.grows()) {
        open.add(part);
      } else {
        part.column().setPrefWidth(part.width());
        room -= part.width();
      }
    }
    while (!open.isEmpty()) {
      double share = open.stream().mapToDouble(Part::width).sum();
      double left = room - share;
      List<Part> narrow =
          open.stream().filter(it -> it.width() + left * it.width() / share < it.least()).toList();
      if (narrow.isEmpty()) {
        open.forEach(it -> it.column().setPrefWidth(it.given(left, share)));
        return;
      }
      for (Part it : narrow) {
        it.column().setPrefWidth(it.least());
        room -= it.least();
      }
      open.removeAll(narrow);
    }
  }
}
