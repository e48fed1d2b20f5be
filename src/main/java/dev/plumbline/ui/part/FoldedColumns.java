package dev.plumbline.ui.part;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Columns that stand in a second line of the column before them, title and all, where the table is
/// too narrow for them side by side.
///
/// @param <T> a row
final class FoldedColumns<T> {
  private final TableView<T> table;
  private final ColumnFill fill;
  private final List<Fold<T>> folds = new ArrayList<>();
  private final Set<TableColumn<T, ?>> unwanted = new HashSet<>();
  private boolean folded;

  private record Fold<T>(TableColumn<T, ?> upper, TableColumn<T, ?> lower, String title) {}

  FoldedColumns(TableView<T> table, ColumnFill fill) {
    this.table = table;
    this.fill = fill;
    table.widthProperty().subscribe(_ -> Platform.runLater(this::show));
  }

  void add(TableColumn<T, ?> upper, TableColumn<T, ?> lower) {
    folds.add(new Fold<>(upper, lower, upper.getText()));
    fill.fold(upper, lower);
  }

  /// Says whether a column is shown at all, beside the one before it or below.
  void want(TableColumn<T, ?> column, boolean wanted) {
    if (wanted ? unwanted.remove(column) : unwanted.add(column)) {
      show();
      table.refresh();
    }
  }

  /// What stands below the cell of a column.
  Optional<String> below(TableColumn<T, ?> column, T row) {
    return folded
        ? folds.stream()
            .filter(fold -> fold.upper() == column && !unwanted.contains(fold.lower()))
            .map(fold -> String.valueOf(fold.lower().getCellData(row)))
            .findFirst()
        : Optional.empty();
  }

  private void show() {
    if (folds.isEmpty() || table.getWidth() <= 0) {
      return;
    }
    boolean now = fill.tooNarrow(unwanted);
    boolean changed = now != folded;
    folded = now;
    for (Fold<T> fold : folds) {
      boolean wanted = !unwanted.contains(fold.lower());
      fold.lower().setVisible(wanted && !folded);
      title(fold, wanted && folded);
    }
    fill.folded(folded);
    if (changed) {
      table.refresh();
    }
  }

  /// The title of a column stays its text, which is what is copied; what is drawn may be a graphic.
  private void title(Fold<T> fold, boolean both) {
    String text = both ? fold.title() + "\n" + fold.lower().getText() : fold.title();
    if (fold.upper().getGraphic() instanceof Label label) {
      label.setText(text);
    } else {
      fold.upper().setText(text);
    }
  }
}
