package dev.plumbline.ui.bias;

import dev.plumbline.core.ModelId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.Multiplicity;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.FigureExports;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Effect sizes of all models, and one test model by model: as dots before published figures, in
/// numbers, with its stimuli.
public final class BiasPage implements Page {
  private final Workbench bench;
  private final BiasViewModel model;
  private final FigureCard heatMap;
  private final FigureCard dots;
  private final Segments<OrderChoice> orders;
  private final Segments<Multiplicity> adjustments;
  private final Segments<ReferenceChoice> references;
  private final RowTable<BiasRow> table;
  private final Card detail;
  private final StackPane stimuli = new StackPane();
  private final GridPane cards;
  private final OpenedTest opened;
  private final StackPane node;
  private final ListChangeListener<BiasRow> rowListener = _ -> showRows();
  private final Subscription listening;

  /// The page in the language of now.
  public BiasPage(Workbench bench, BiasViewModel model) {
    this.bench = bench;
    this.model = model;
    orders = new Segments<>("bias-order", model.orderProperty(), this::orderName).listen();
    orders.setChoices(List.of(OrderChoice.values()));
    adjustments =
        new Segments<>(
                "bias-adjust", model.multiplicityProperty(), it -> text("bias.adjust." + it.name()))
            .listen();
    adjustments.setChoices(List.of(Multiplicity.values()));
    references =
        new Segments<>(
                "bias-reference",
                model.referenceProperty(),
                it -> text("bias.reference." + it.name()))
            .listen();
    references.setChoices(List.of(ReferenceChoice.values()));
    heatMap = heatMap();
    heatMap.node().actions(adjustments);
    dots = dots();
    table = new TestTable(bench).table(row -> dataset(row.model()));
    table.onChosen(row -> model.highlight(row.model()));
    detail = new Card(text("bias.numbers")).content(table.view());
    detail.actions(copyButton(), csvButton());
    Card sets = new Card(text("bias.stimuli")).actions(batteryButton()).content(stimuli);
    cards =
        Quarters.columns(
            "page-bias",
            new double[] {50, 50},
            Quarters.rows(new double[] {70, 30}, heatMap.node(), detail),
            Quarters.rows(new double[] {70, 30}, dots.node(), sets));
    opened = new OpenedTest(bench, model);
    node = new StackPane(cards, opened);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::back);
    model.rows().addListener(rowListener);
    showRows();
    listening =
        Subscription.combine(
            model.testProperty().subscribe(this::showTest),
            model.modelProperty().subscribe(this::showModel),
            model.openedProperty().subscribe(it -> open(it.isPresent())));
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    model.rows().removeListener(rowListener);
    orders.dispose();
    adjustments.dispose();
    references.dispose();
    heatMap.dispose();
    dots.dispose();
    opened.dispose();
    listening.unsubscribe();
  }

  private void open(boolean one) {
    cards.setVisible(!one);
    opened.setVisible(one);
    if (one) {
      opened.focus();
    }
  }

  private void back(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && opened.isVisible()) {
      model.close();
      event.consume();
    }
  }

  private FigureCard heatMap() {
    return new FigureCard(
            "bias-map",
            text("bias.title"),
            model.heatMap(),
            bench.look(),
            Optional.of(new EmptyState.Way(text("run.run"), bench.runs()::run)),
            bench.exports(),
            model::pick)
        .choices(orders)
        .scrolling()
        .listen();
  }

  private FigureCard dots() {
    Label published = new Label(text("bias.reference"));
    published.setTooltip(new Tooltip(text("bias.reference.tip")));
    published.getStyleClass().add("muted");
    published.setMinWidth(Region.USE_PREF_SIZE);
    return new FigureCard(
            "bias-dots",
            text("bias.detail"),
            model.dots(),
            bench.look(),
            Optional.empty(),
            bench.exports(),
            model::pick)
        .choices(
            Choices.of(
                "bias-test",
                text("bias.test"),
                model.tests(),
                model.testProperty(),
                test -> test.label().in(bench.look().locale())),
            published,
            references)
        .scrolling()
        .listen();
  }

  private Button copyButton() {
    Button copy = small("bias-copy", "bias.copy");
    copy.setOnAction(_ -> table.copy());
    return copy;
  }

  private Button csvButton() {
    Button csv = small("bias-csv", "bias.csv");
    csv.setOnAction(
        _ ->
            model
                .dots()
                .figure()
                .ifPresent(figure -> bench.exports().save(figure, FigureExports.Format.CSV)));
    return csv;
  }

  private Button small(String id, String key) {
    Button button = new Button(text(key));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setTooltip(new Tooltip(text(key + ".tip")));
    return button;
  }

  private Button batteryButton() {
    Button battery = small("bias-battery", "bias.battery");
    battery.setOnAction(
        _ ->
            Guarded.run(
                bench,
                () ->
                    bench.dialogs().open(FileDialogs.Kind.BATTERY).stream()
                        .findFirst()
                        .ifPresent(file -> BatteryChoice.load(bench, file))));
    return battery;
  }

  private Optional<String> dataset(ModelId id) {
    return bench.session().result().models().stream()
        .filter(facts -> facts.id().equals(id))
        .findFirst()
        .flatMap(ModelFacts::pretrainingDataset);
  }

  private void showRows() {
    table.setRows(List.copyOf(model.rows()));
    showModel(model.modelProperty().get());
  }

  private void showTest(AssociationTest test) {
    if (test == null) {
      detail.subtitle().setText("");
      stimuli.getChildren().setAll(new EmptyState(text("bias.no-tests"), Optional.empty()));
      return;
    }
    detail.subtitle().setText(text("bias.detail.subtitle", name(test.x()), name(test.a())));
    stimuli
        .getChildren()
        .setAll(new StimuliView(bench.look()).of(test, bench.session().request().battery()));
  }

  private String name(String set) {
    return bench.session().request().battery().sets().get(set).label().in(bench.look().locale());
  }

  private void showModel(ModelId id) {
    table.choose(row -> row.model().equals(id));
  }

  private String orderName(OrderChoice order) {
    return text(order == OrderChoice.ALL ? "bias.all-orders" : "order." + order.name());
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
