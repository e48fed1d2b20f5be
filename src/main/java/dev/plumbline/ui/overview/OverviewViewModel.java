package dev.plumbline.ui.overview;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Order;
import dev.plumbline.relation.CorrelationMethod;
import dev.plumbline.report.CaptionAssociationDots;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.CompositionBars;
import dev.plumbline.report.DuplicateBars;
import dev.plumbline.report.Figure;
import dev.plumbline.report.Measure;
import dev.plumbline.report.Subject;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Offer;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.ScoreBooks;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Choices and charts of the Overview: composition left, bias against performance right, linked.
public final class OverviewViewModel extends PageModel {
  /// Facet that stands for the lexicon's term lists.
  public static final String MENTIONS = "mentions";

  private final ObservableList<String> facets = FXCollections.observableArrayList(MENTIONS);
  private final ObservableList<String> categories = FXCollections.observableArrayList();
  private final ObservableList<Order> orders = FXCollections.observableArrayList();
  private final ObservableList<Measure> measures = FXCollections.observableArrayList();
  private final ObjectProperty<String> facet = new SimpleObjectProperty<>(MENTIONS);
  private final ObjectProperty<String> category = new SimpleObjectProperty<>();
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>();
  private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>();
  private final ObjectProperty<CorrelationMethod> method =
      new SimpleObjectProperty<>(CorrelationMethod.PEARSON);
  private final ScoreBooks scores;
  private final FigureModel composition;
  private final FigureModel captions;
  private final FigureModel scatter;
  private final FigureModel relations;
  private final PointModel point;

  /// The Overview of a session.
  public OverviewViewModel(StudySession session, Look look, Workers workers, ScoreBooks scores) {
    super(session, look, workers);
    this.scores = scores;
    scores.bookProperty().subscribe(_ -> invalidate());
    composition = new FigureModel(workers);
    captions = new FigureModel(workers);
    scatter = new FigureModel(workers);
    relations = new FigureModel(workers);
    point = new PointModel(session, workers, this::invalidate);
    Stream.of(facet, category, order, measure, method)
        .forEach(choice -> choice.subscribe(_ -> invalidate()));
    category.addListener((_, _, chosen) -> followCategory(chosen));
    follow();
  }

  @Override
  public void pick(Subject subject) {
    if (subject instanceof Subject.Effect effect) {
      point.ask(effect);
      return;
    }
    super.pick(subject);
    switch (subject) {
      case Subject.Relation cell -> {
        categoryChosen(cell.category());
        orders.stream()
            .filter(candidate -> candidate.label().equals(cell.order()))
            .forEach(order::set);
      }
      case Subject.Caption _ ->
          session().selection().choices().stream()
              .filter(Choice.Category.class::isInstance)
              .map(Choice.Category.class::cast)
              .forEach(chosen -> categoryChosen(chosen.name()));
      default -> {}
    }
  }

  /// The point of the scatter that is asked about.
  PointModel point() {
    return point;
  }

  @Override
  protected void refresh() {
    offer();
    showComposition();
    showRelations();
    point.refresh(
        choice().map(chosen -> new RelationCharts(session().result(), chosen, style())),
        scores.book().scores());
  }

  @Override
  public List<Callable<Figure>> deck() {
    List<Callable<Figure>> figures = new ArrayList<>();
    StudyResult result = session().result();
    ChartStyle style = style();
    if (!result.compositions().isEmpty()) {
      figures.add(() -> CompositionBars.of(result.compositions(), style));
      figures.add(() -> CaptionAssociationDots.of(result.compositions(), style));
    }
    choice()
        .ifPresent(
            chosen -> {
              RelationCharts charts = new RelationCharts(result, chosen, style);
              figures.add(charts::scatter);
              figures.add(charts::heatMap);
            });
    return figures;
  }

  private void showComposition() {
    List<CompositionResult> compositions = session().result().compositions();
    if (compositions.isEmpty()) {
      String sentence =
          look().text(session().datasets().isEmpty() ? "empty.manifests" : "empty.profile");
      composition.missing(sentence);
      captions.missing(sentence);
      return;
    }
    ChartStyle style = style();
    String shown = facet.get();
    composition.show(
        List.of(compositions, shown, style),
        () ->
            shown.equals(MENTIONS)
                ? CompositionBars.of(compositions, style)
                : CompositionBars.of(compositions, shown, style));
    captions.show(
        List.of(compositions, style), () -> CaptionAssociationDots.of(compositions, style));
  }

  private void showRelations() {
    Optional<ScatterChoice> chosen = choice();
    if (chosen.isEmpty()) {
      String sentence = look().text(missingForScatter());
      scatter.missing(sentence);
      relations.missing(sentence);
      return;
    }
    StudyResult result = session().result();
    RelationCharts charts = new RelationCharts(result, chosen.get(), style());
    List<?> ingredients =
        List.of(result.bias(), result.scores(), result.models(), chosen.get(), charts.style());
    scatter.show(ingredients, charts::scatter);
    relations.show(ingredients, charts::heatMap);
  }

  private String missingForScatter() {
    if (session().result().bias().isEmpty()) {
      return session().request().models().isEmpty() ? "empty.models" : "empty.bias";
    }
    return "empty.scores";
  }

  private Optional<ScatterChoice> choice() {
    if (category.get() == null || order.get() == null || measure.get() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new ScatterChoice(category.get(), order.get().label(), measure.get(), method.get()));
  }

  private void offer() {
    StudyResult result = session().result();
    List<String> names = new ArrayList<>(List.of(MENTIONS));
    result.compositions().stream()
        .flatMap(part -> part.facetNames().stream())
        .distinct()
        .forEach(names::add);
    if (result.compositions().stream().anyMatch(part -> !part.duplicates().isEmpty())) {
      names.add(DuplicateBars.NAME);
    }
    Offer.update(facets, names, facet, MENTIONS);
    List<BiasRow> measured = result.bias().stream().filter(row -> row.d().isPresent()).toList();
    List<String> found = measured.stream().map(BiasRow::category).distinct().toList();
    Offer.update(categories, found, category, found.isEmpty() ? null : found.getFirst());
    List<Order> inOrder = measured.stream().map(BiasRow::order).distinct().sorted().toList();
    Order usual = inOrder.contains(Order.ALL_TEXT) ? Order.ALL_TEXT : first(inOrder);
    Offer.update(orders, inOrder, order, usual);
    List<Measure> known = scores.book().measures();
    Offer.update(measures, known, measure, first(known));
  }

  private static <T> T first(List<T> list) {
    return list.isEmpty() ? null : list.getFirst();
  }

  private void categoryChosen(String name) {
    if (categories.contains(name)) {
      category.set(name);
    }
  }

  private void followCategory(String chosen) {
    boolean picked =
        session().selection().choices().stream().anyMatch(Choice.Category.class::isInstance);
    Choice wanted = chosen == null ? null : new Choice.Category(chosen);
    if (picked && wanted != null && !session().selection().choices().contains(wanted)) {
      session().selection().onlyOfKind(wanted);
    }
  }

  /// Facets that some manifest has, mentions first.
  public ObservableList<String> facets() {
    return facets;
  }

  /// Categories with measured tests.
  public ObservableList<String> categories() {
    return categories;
  }

  /// Orders with measured tests.
  public ObservableList<Order> orders() {
    return orders;
  }

  /// Performance measures of which there are scores.
  public ObservableList<Measure> measures() {
    return measures;
  }

  /// Facet of the composition chart.
  public ObjectProperty<String> facetProperty() {
    return facet;
  }

  /// Category of the scatter.
  public ObjectProperty<String> categoryProperty() {
    return category;
  }

  /// Order of the scatter.
  public ObjectProperty<Order> orderProperty() {
    return order;
  }

  /// Performance of the scatter and the heat map.
  public ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  /// Kind of correlation.
  public ObjectProperty<CorrelationMethod> methodProperty() {
    return method;
  }

  /// Composition bars.
  public FigureModel composition() {
    return composition;
  }

  /// Caption associations.
  public FigureModel captions() {
    return captions;
  }

  /// Bias against performance.
  public FigureModel scatter() {
    return scatter;
  }

  /// Grid of correlations.
  public FigureModel relations() {
    return relations;
  }
}
