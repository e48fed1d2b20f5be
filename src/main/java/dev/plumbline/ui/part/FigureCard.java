package dev.plumbline.ui.part;

import dev.plumbline.report.Figure;
import dev.plumbline.report.Subject;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.FigureState;
import dev.plumbline.ui.session.Look;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// A card with a chart, the button that shows its table instead, its export menu, and the sentence
/// that stands there when there is none.
public final class FigureCard {
  private static final String TABLE = "figure-table";

  private final Card card;
  private final ChartPane chart;
  private final EmptyState empty;
  private final FigureModel model;
  private final Look look;
  private final StackPane stack;
  private final ToggleButton asTable = new ToggleButton();
  private Optional<ScrolledChart> scrolled = Optional.empty();
  private Subscription listening = Subscription.EMPTY;

  /// A card for one chart.
  ///
  /// @param id id of the chart's node
  /// @param title question shown until the chart brings its own
  /// @param way what the button does while there is no chart
  /// @param exports writes a chart to files and clipboard
  /// @param picked hears what the user clicked at
  public FigureCard(
      String id,
      String title,
      FigureModel model,
      Look look,
      Optional<EmptyState.Way> way,
      FigureExports exports,
      Consumer<Subject> picked) {
    this.model = model;
    this.look = look;
    card = new Card(title);
    card.setId(id + "-card");
    chart = new ChartPane(id, picked);
    empty = new EmptyState("", way);
    stack = new StackPane(chart, empty);
    stack.setMinSize(0, 0);
    card.content(stack);
    card.actions(tableButton(id), menu(id, exports));
    exports.copyOn(chart);
  }

  /// A card for one chart whose question is the text of its id, with full stops for hyphens.
  ///
  /// @param id id of the chart's node
  /// @param picked hears what the user clicked at
  public static FigureCard of(
      Workbench bench, String id, FigureModel model, Consumer<Subject> picked) {
    return new FigureCard(
        id,
        bench.look().text(id.replace('-', '.')),
        model,
        bench.look(),
        Optional.empty(),
        bench.exports(),
        picked);
  }

  /// Starts to follow the chart; [#dispose()] ends it.
  public FigureCard listen() {
    listening = model.stateProperty().subscribe(this::show);
    return this;
  }

  /// Puts controls above the chart.
  public FigureCard choices(Node... nodes) {
    card.choices(nodes);
    return this;
  }

  /// Puts a line about the chart's numbers right above it.
  public FigureCard line(Node node) {
    card.line(node);
    return this;
  }

  /// Lets the chart be taller than the card where it has many rows, and wider where it has many
  /// columns.
  public FigureCard scrolling() {
    ScrolledChart room = new ScrolledChart(chart);
    stack.getChildren().setAll(room, empty);
    scrolled = Optional.of(room);
    return this;
  }

  /// The card.
  public Card node() {
    return card;
  }

  /// The pane of the chart.
  public ChartPane chart() {
    return chart;
  }

  /// Stops following the chart.
  public void dispose() {
    listening.unsubscribe();
  }

  private void show(FigureState state) {
    switch (state) {
      case FigureState.Waiting _ -> sentence("");
      case FigureState.Missing missing -> sentence(look.messages().sentence(missing.sentence()));
      case FigureState.Shown shown -> figure(shown.figure());
    }
  }

  /// The button that puts the chart's table in its place.
  private ToggleButton tableButton(String id) {
    asTable.setId(id + "-as-table");
    asTable.setGraphic(new FontIcon(MaterialDesignT.TABLE));
    asTable.getStyleClass().addAll("flat", "button-icon");
    asTable.setAccessibleText(look.text("figure.table"));
    asTable.setTooltip(new Tooltip(look.text("figure.table")));
    asTable.setOnAction(_ -> show(model.stateProperty().get()));
    asTable.setDisable(true);
    return asTable;
  }

  private void showTable(Figure figure) {
    stack.getChildren().removeIf(node -> node.getStyleClass().contains(TABLE));
    boolean wanted = asTable.isSelected();
    room().setVisible(!wanted);
    if (wanted) {
      Node rows =
          new FigureRows(figure.table(), look).node(chart.getId() + "-table", figure.title());
      rows.getStyleClass().add(TABLE);
      stack.getChildren().add(rows);
    }
  }

  /// The chart with what lets it be larger than the card.
  private Node room() {
    return stack.getChildren().getFirst();
  }

  private void sentence(String text) {
    stack.getChildren().removeIf(node -> node.getStyleClass().contains(TABLE));
    asTable.setDisable(true);
    room().setVisible(true);
    empty.setSentence(text);
    empty.setVisible(!text.isEmpty());
    chart.setVisible(false);
    card.subtitle().setText("");
  }

  private void figure(Figure figure) {
    card.title().setText(figure.title());
    card.subtitle().setText(figure.subtitle());
    empty.setVisible(false);
    chart.setVisible(true);
    scrolled.ifPresent(room -> room.fit(figure.nativeChart()));
    chart.show(figure);
    asTable.setDisable(figure.table().rows().isEmpty());
    showTable(figure);
  }

  private MenuButton menu(String id, FigureExports exports) {
    MenuButton button = new MenuButton();
    button.setId(id + "-export");
    button.setGraphic(new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN));
    button.getStyleClass().addAll("flat", "button-icon", "no-arrow");
    button.setAccessibleText(look.text("figure.export"));
    button.setTooltip(new Tooltip(look.text("figure.export")));
    MenuItem copy = new MenuItem(look.text("figure.copy"));
    copy.setOnAction(_ -> exports.copy(chart));
    MenuItem copyTable = new MenuItem(look.text("figure.copy-table"));
    copyTable.setId(id + "-copy-table");
    copyTable.setOnAction(_ -> model.figure().ifPresent(figure -> exports.copy(figure.table())));
    button.getItems().addAll(copy, copyTable);
    for (FigureExports.Format format : FigureExports.Format.values()) {
      MenuItem item = new MenuItem(look.text("figure.save." + format.name()));
      item.setOnAction(_ -> model.figure().ifPresent(figure -> exports.save(figure, format)));
      button.getItems().add(item);
    }
    button.disableProperty().bind(chart.visibleProperty().not());
    return button;
  }
}
