package dev.plumbline.ui.overview;

import dev.plumbline.core.Order;
import dev.plumbline.relation.CorrelationMethod;
import dev.plumbline.report.DuplicateBars;
import dev.plumbline.report.Measure;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;
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
  private final GridPane grid;
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
    point = new PointCard(bench, model.point());
    StackPane below = new StackPane(relations.node(), point.node());
    below.setMinSize(0, 0);
    listening =
        model.point().recordProperty().subscribe(it -> relations.node().setVisible(it.isEmpty()));
    grid =
        Quarters.columns(
            "page-overview",
            new double[] {50, 50},
            Quarters.rows(new double[] {58, 42}, composition.node(), captions.node()),
            Quarters.rows(new double[] {66, 34}, scatter.node(), below));
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
