package dev.plumbline.ui.bias;

import dev.plumbline.study.Multiplicity;
import dev.plumbline.ui.battery.BatteryPane;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.MeasureHelp;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
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
  private final TestCard test;
  private final GridPane cards;
  private final OpenedTest opened;
  private final BatteryPane battery;
  private final RetrievalPane retrieval;
  private final MeasureHelp help;
  private final StackPane node;
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
    test = new TestCard(bench, model);
    cards =
        Quarters.columns(
            "page-bias",
            new double[] {54, 46},
            Quarters.rows(new double[] {100}, heatMap.node()),
            Quarters.rows(new double[] {59, 41}, dots.node(), test.node()));
    help = new MeasureHelp(bench.look());
    heatMap.node().actions(help.button("bias-map-help", "d"), search());
    dots.node().actions(help.button("bias-dots-help", "ci-percentile"));
    opened = new OpenedTest(bench, model, help);
    battery = new BatteryPane(bench, model.battery(), () -> model.choosingProperty().set(false));
    retrieval = new RetrievalPane(bench, model.retrieval(), model::pick, help);
    node = new StackPane(cards, opened, battery, retrieval, help);
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::back);
    listening =
        Subscription.combine(
            model.opened().orderProperty().subscribe(_ -> show()),
            model.choosingProperty().subscribe(_ -> show()),
            model.retrieval().openProperty().subscribe(_ -> show()));
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    orders.dispose();
    adjustments.dispose();
    references.dispose();
    heatMap.dispose();
    dots.dispose();
    test.dispose();
    opened.dispose();
    battery.dispose();
    retrieval.dispose();
    listening.unsubscribe();
  }

  private void show() {
    boolean choosing = model.choosingProperty().get();
    boolean searching = !choosing && model.retrieval().openProperty().get();
    boolean one = !choosing && !searching && model.opened().orderProperty().get().isPresent();
    cards.setVisible(!choosing && !searching && !one);
    retrieval.setVisible(searching);
    opened.setVisible(one);
    battery.setVisible(choosing);
    if (one) {
      opened.focus();
    } else if (searching) {
      retrieval.focus();
    } else if (choosing) {
      battery.focus();
    }
  }

  private void back(KeyEvent event) {
    if (event.getCode() == KeyCode.F1) {
      help.toggle();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && help.isVisible()) {
      help.close();
      show();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && retrieval.isVisible()) {
      model.retrieval().openProperty().set(false);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && opened.isVisible()) {
      model.opened().close();
      event.consume();
    }
  }

  private Button search() {
    Button search = new Button(text("bias.search"));
    search.setId("bias-search");
    search.getStyleClass().add("small");
    search.setTooltip(new Tooltip(text("bias.search.tip")));
    search.setOnAction(_ -> model.retrieval().openProperty().set(true));
    return search;
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
                it -> it.label().in(bench.look().locale())),
            published,
            references)
        .scrolling()
        .listen();
  }

  private String orderName(OrderChoice order) {
    return text(order == OrderChoice.ALL ? "bias.all-orders" : "order." + order.name());
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
