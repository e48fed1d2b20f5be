package dev.plumbline.ui.part;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.TextAlignment;

/// A table of records: numbers to the right and sorted as numbers, selected rows copied as
/// tab-separated text.
///
/// @param <T> a row
public final class RowTable<T> {
  private static final int MANY = 12;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final TableView<T> table = new TableView<>();
  private final ColumnFill fill;
  private final FoldedColumns<T> folds;
  private Consumer<T> chosen = _ -> {};
  private boolean quiet;

  /// A number as it sorts, and as it is written.
  private record Written(double value, String text) implements Comparable<Written> {
    @Override
    public int compareTo(Written other) {
      return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// An empty table.
  ///
  /// @param name what it lists, for screen readers
  public RowTable(String id, String name) {
    table.setId(id);
    table.setAccessibleText(name);
    table.getStyleClass().addAll("dense");
    fill = new ColumnFill(table);
    folds = new FoldedColumns<>(table, fill);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.setMinSize(0, 60);
    table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::copyOn);
  }

  /// A column of text.
  public RowTable<T> text(String title, double width, Function<T, String> text) {
    add(title, width, text, false);
    return this;
  }

  /// A column of text with something before it, such as a colour.
  public RowTable<T> text(
      String title, double width, Function<T, String> text, Function<T, Node> before) {
    TableColumn<T, Object> column = add(title, width, text, false);
    column.setCellFactory(_ -> new RowCell<>(before, false, folds));
    return this;
  }

  /// Lets the text of the column added last go on in further lines where the column is narrow.
  public RowTable<T> wrapped() {
    column().setCellFactory(_ -> new WrappedCell<>());
    column().widthProperty().addListener((_, _, _) -> Platform.runLater(table::refresh));
    return this;
  }

  /// Lets the column added last stand in a second line of the one before it where the table is too
  /// narrow for all of its columns.
  public RowTable<T> folding() {
    int last = table.getColumns().size() - 1;
    folds.add(table.getColumns().get(last - 1), table.getColumns().get(last));
    return this;
  }

  /// Says whether a column that folds is shown at all.
  public void want(int column, boolean wanted) {
    folds.want(table.getColumns().get(column), wanted);
  }

  @SuppressWarnings("unchecked") // every column is made by this class
  private TableColumn<T, Object> column() {
    return (TableColumn<T, Object>) table.getColumns().getLast();
  }

  /// A column of numbers; a row without one shows nothing.
  public RowTable<T> number(
      String title,
      double width,
      Function<T, OptionalDouble> number,
      DoubleFunction<String> style) {
    add(
        title,
        width,
        row -> {
          OptionalDouble value = number.apply(row);
          return value.isPresent()
              ? new Written(value.getAsDouble(), style.apply(value.getAsDouble()))
              : new Written(Double.NEGATIVE_INFINITY, "");
        },
        true);
    return this;
  }

  /// A column of numbers written with what belongs to them, such as an interval; sorted by number.
  public RowTable<T> numberWith(
      String title, double width, Function<T, OptionalDouble> number, Function<T, String> text) {
    add(
        title,
        width,
        row -> new Written(number.apply(row).orElse(Double.NEGATIVE_INFINITY), text.apply(row)),
        true);
    return this;
  }

  /// Explains the column added last, where its title is pointed at.
  public RowTable<T> explained(String text) {
    TableColumn<T, ?> column = table.getColumns().getLast();
    Label title = new Label(column.getText());
    title.setTooltip(new Tooltip(text));
    if (column.getStyleClass().contains("number")) {
      title.setTextAlignment(TextAlignment.RIGHT);
    }
    column.setGraphic(title);
    column.getStyleClass().add("explained");
    return this;
  }

  /// Hears which row the user selects.
  public RowTable<T> onChosen(Consumer<T> listener) {
    chosen = listener;
    return this;
  }

  /// Selects the first row that fits, without telling the listener.
  public void choose(Predicate<T> fits) {
    quietly(
        () ->
            table.getItems().stream()
                .filter(fits)
                .findFirst()
                .filter(row -> !table.getSelectionModel().getSelectedItems().contains(row))
                .ifPresent(
                    row -> {
                      table.getSelectionModel().clearSelection();
                      table.getSelectionModel().select(row);
                      if (table.getItems().size() > MANY) {
                        table.scrollTo(row);
                      }
                    }));
  }

  /// Shows these rows; what was selected stays selected where it is still there.
  public void setRows(List<T> rows) {
    if (!table.getItems().equals(rows)) {
      quietly(
          () -> {
            List<T> selected = List.copyOf(table.getSelectionModel().getSelectedItems());
            table.setItems(FXCollections.observableArrayList(rows));
            selected.stream().filter(rows::contains).forEach(table.getSelectionModel()::select);
            table.sort();
          });
    }
  }

  private void quietly(Runnable change) {
    boolean before = quiet;
    quiet = true;
    change.run();
    quiet = before;
  }

  private void selected(T row) {
    if (row != null && !quiet) {
      chosen.accept(row);
    }
  }

  /// Node shown while there is no row.
  public RowTable<T> placeholder(Node node) {
    table.setPlaceholder(node);
    return this;
  }

  /// The table.
  public TableView<T> view() {
    return table;
  }

  /// Selected rows, or all if none is, as lines of tab-separated cells below a line of titles.
  public String tabSeparated() {
    List<T> selected = table.getSelectionModel().getSelectedItems();
    List<T> rows = selected.isEmpty() ? table.getItems() : selected;
    String titles =
        table.getColumns().stream().map(TableColumn::getText).collect(Collectors.joining("\t"));
    String lines = rows.stream().map(this::line).collect(Collectors.joining("\n"));
    return titles + "\n" + lines + "\n";
  }

  private String line(T row) {
    return table.getColumns().stream()
        .map(column -> String.valueOf(column.getCellData(row)).replaceAll("[\t\r\n]+", " "))
        .collect(Collectors.joining("\t"));
  }

  private TableColumn<T, Object> add(
      String title, double width, Function<T, ?> value, boolean number) {
    TableColumn<T, Object> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(Math.min(width, 40));
    column.setReorderable(false);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    column.setCellFactory(_ -> new RowCell<>(null, number, folds));
    if (number) {
      column.getStyleClass().add("number");
    }
    table.getColumns().add(column);
    fill.add(column, width, !number);
    return column;
  }

  private void copyOn(KeyEvent event) {
    if (COPY.match(event)) {
      copy();
      event.consume();
    }
  }

  /// Puts [#tabSeparated()] on the clipboard.
  public void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(tabSeparated());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
