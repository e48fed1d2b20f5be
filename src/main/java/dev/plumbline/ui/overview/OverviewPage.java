package dev.plumbline.ui.overview;

import dev.plumbline.core.Order;
import dev.plumbline.relation.CorrelationMethod;
import dev.plumbline.report.DuplicateBars;
import dev.plumbline.report.Measure;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Composition left, bias against performance right.
public final class OverviewPage implements Page {
  private static final List<String> FACET_ORDER =
      List.of(
          OverviewViewModel.MENTIONS,
          "captionWords",
          "language",
          "similarity",
          "domain",
          "resolution",
          DuplicateBars.NAME);

  private final Workbench bench;
  private final OverviewViewModel model;
  private final GridPane grid = new GridPane();
  private final Segments<String> facets;
  private final ListChangeListener<String> facetListener = _ -> showFacets();
  private final List<FigureCard> cards;
  private final PointCard point;
  private final Subscription listening;

  /// The page in the language of now.
  public OverviewPage(Workbench bench, OverviewViewModel model) {
    this.bench = bench;
    this.model = model;
    facets = new Segments<>("facet", model.facetProperty(), this::facetName).wrapping().listen();
    model.facets().addListener(facetListener);
    showFacets();
    FigureCard composition = card("composition", model.composition());
    composition.choices(facets);
    FigureCard captions = card("captions", model.captions());
    FigureCard scatter = card("scatter", model.scatter());
    scatter.choices(categories(), orders(), measures(), methods());
    FigureCard relations = card("relations", model.relations());
    cards = List.of(composition, captions, scatter, relations);
    grid.getStyleClass().add("page-grid");
    grid.setId("page-overview");
    grid.getColumnConstraints().setAll(column(50), column(50));
    point = new PointCard(bench, model.point());
    StackPane below = new StackPane(relations.node(), point.node());
    below.setMinSize(0, 0);
    listening =
        model.point().recordProperty().subscribe(it -> relations.node().setVisible(it.isEmpty()));
    grid.add(column(composition.node(), captions.node(), 58), 0, 0);
    grid.add(column(scatter.node(), below, 66), 1, 0);
    RowConstraints all = new RowConstraints();
    all.setVgrow(Priority.ALWAYS);
    grid.getRowConstraints().setAll(all);
  }

  @Override
  public Parent node() {
    return grid;
  }

  @Override
  public void dispose() {
    model.facets().removeListener(facetListener);
    facets.dispose();
    cards.forEach(FigureCard::dispose);
    point.dispose();
    listening.unsubscribe();
  }

  private FigureCard card(String id, FigureModel figure) {
    Look look = bench.look();
    Optional<EmptyState.Way> way =
        Optional.of(new EmptyState.Way(look.text("run.run"), bench.runs()::run));
    return new FigureCard(
            id, look.text("card." + id), figure, look, way, bench.exports(), model::pick)
        .listen();
  }

  private static GridPane column(Node above, Node below, double percentAbove) {
    GridPane column = new GridPane();
    column.getStyleClass().add("card-column");
    column.getColumnConstraints().setAll(column(100));
    RowConstraints first = new RowConstraints();
    first.setPercentHeight(percentAbove);
    RowConstraints second = new RowConstraints();
    second.setPercentHeight(100 - percentAbove);
    column.getRowConstraints().setAll(first, second);
    column.add(above, 0, 0);
    column.add(below, 0, 1);
    return column;
  }

  private static ColumnConstraints column(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setHgrow(Priority.ALWAYS);
    column.setMinWidth(0);
    return column;
  }

  private void showFacets() {
    facets.setChoices(
        model.facets().stream()
            .filter(FACET_ORDER::contains)
            .sorted((one, other) -> FACET_ORDER.indexOf(one) - FACET_ORDER.indexOf(other))
            .toList());
  }

  private String facetName(String facet) {
    return bench.look().text("facet." + facet);
  }

  private ComboBox<String> categories() {
    return Choices.of(
        "choice-category",
        bench.look().text("choice.category"),
        model.categories(),
        model.categoryProperty(),
        category -> model.names().category(category));
  }

  private ComboBox<Order> orders() {
    return Choices.of(
        "choice-order",
        bench.look().text("choice.order"),
        model.orders(),
        model.orderProperty(),
        order -> bench.look().text("order." + order.name()));
  }

  private ComboBox<Measure> measures() {
    return Choices.of(
        "choice-measure",
        bench.look().text("choice.measure"),
        model.measures(),
        model.measureProperty(),
        measure -> measure.dataset() + " · " + measure.metric());
  }

  private Segments<CorrelationMethod> methods() {
    Segments<CorrelationMethod> methods =
        new Segments<>(
                "choice-method",
                model.methodProperty(),
                (CorrelationMethod method) -> bench.look().text("method." + method.name()))
            .listen();
    methods.setChoices(List.of(CorrelationMethod.values()));
    return methods;
  }
}
