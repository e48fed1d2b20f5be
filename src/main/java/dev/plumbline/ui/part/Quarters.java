package dev.plumbline.ui.part;

import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// The layout of a page: columns of cards, each with heights of its own.
public final class Quarters {
  private Quarters() {}

  /// Columns side by side that fill the page.
  ///
  /// @param percents widths of the columns
  public static GridPane columns(String id, double[] percents, Node... columns) {
    GridPane grid = new GridPane();
    grid.setId(id);
    grid.getStyleClass().add("page-grid");
    for (int i = 0; i < columns.length; i++) {
      grid.getColumnConstraints().add(column(percents[i]));
      grid.add(columns[i], i, 0);
    }
    RowConstraints all = new RowConstraints();
    all.setVgrow(Priority.ALWAYS);
    all.setPercentHeight(100);
    grid.getRowConstraints().setAll(all);
    return grid;
  }

  /// Cards one below the other.
  ///
  /// @param percents heights of the cards
  public static GridPane rows(double[] percents, Node... cards) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("card-column");
    grid.setMinSize(0, 0);
    grid.getColumnConstraints().setAll(column(100));
    for (int i = 0; i < cards.length; i++) {
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(percents[i]);
      row.setMinHeight(0);
      grid.getRowConstraints().add(row);
      grid.add(cards[i], 0, i);
    }
    return grid;
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setHgrow(Priority.ALWAYS);
    column.setMinWidth(0);
    return column;
  }
}
