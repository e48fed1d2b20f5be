package dev.plumbline.ui.bias;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.report.BiasDots;
import dev.plumbline.report.BiasHeatMap;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.Figure;
import dev.plumbline.report.Subject;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.Multiplicity;
import dev.plumbline.ui.battery.BatteryViewModel;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Offer;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The heat map of effect sizes, and the test and order looked at.
public final class BiasViewModel extends PageModel {
  private final ObservableList<AssociationTest> tests = FXCollections.observableArrayList();
  private final ObservableList<BiasRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<AssociationTest> test = new SimpleObjectProperty<>();
  private final ObjectProperty<OrderChoice> order = new SimpleObjectProperty<>(OrderChoice.ALL);
  private final ObjectProperty<Multiplicity> multiplicity =
      new SimpleObjectProperty<>(Multiplicity.BENJAMINI_HOCHBERG);
  private final ObjectProperty<ReferenceChoice> reference =
      new SimpleObjectProperty<>(ReferenceChoice.NORMS);
  private final FigureModel heatMap;
  private final FigureModel dots;
  private final BatteryViewModel battery;
  private final RetrievalModel retrieval;
  private Set<TestId> tested = Set.of();
  private final BooleanProperty choosing = new SimpleBooleanProperty();
  private final OpenedModel opened;
  private final ReadOnlyBooleanProperty running;

  /// The Bias page of a session.
  ///
  /// @param running whether a run is under way
  /// @param details looks into opened tests
  public BiasViewModel(
      StudySession session,
      Look look,
      Workers workers,
      Remembered remembered,
      ReadOnlyBooleanProperty running,
      DetailSource details) {
    super(session, look, workers);
    battery = new BatteryViewModel(session, look, workers, remembered);
    retrieval = new RetrievalModel(session, look, workers, this::invalidate);
    opened = new OpenedModel(session, look, workers, details, this::invalidate);
    this.running = running;
    running.subscribe(_ -> invalidate());
    heatMap = new FigureModel(workers);
    dots = new FigureModel(workers);
    test.subscribe(_ -> invalidate());
    order.subscribe(_ -> invalidate());
    multiplicity.subscribe(_ -> invalidate());
    reference.subscribe(_ -> invalidate());
    follow();
  }

  @Override
  public void pick(Subject subject) {
    super.pick(subject);
    if (retrieval.pick(subject)) {
      return;
    }
    if (subject instanceof Subject.Effect effect) {
      open(effect.model(), new TestId(effect.test()), Order.parse(effect.order()));
    }
  }

  /// Opens one test of one model in one order.
  public void open(ModelId tested, TestId id, Order inOrder) {
    offerTests();
    choosing.set(false);
    tests.stream().filter(candidate -> candidate.id().equals(id)).forEach(test::set);
    opened.open(tested, inOrder);
  }

  /// Leads to the battery: which tests, which stimuli.
  public void chooseTests() {
    battery.begin();
    choosing.set(true);
  }

  /// Whether the battery is on screen instead of the results.
  public BooleanProperty choosingProperty() {
    return choosing;
  }

  /// The battery being chosen and edited.
  public BatteryViewModel battery() {
    return battery;
  }

  /// Picks a model out on all pages.
  public void highlight(ModelId id) {
    session().selection().onlyOfKind(new Choice.Model(id));
  }

  @Override
  protected void refresh() {
    offerTests();
    List<BiasRow> all = multiplicity.get().adjust(session().result().bias());
    leadToTested(all);
    TestId shown = test.get() == null ? null : test.get().id();
    List<BiasRow> now =
        all.stream()
            .filter(row -> row.test().equals(shown) && order.get().shows(row.order()))
            .toList();
    draw(all, now);
    if (retrieval.openProperty().get()) {
      retrieval.refresh(style(), running.get());
    }
    opened.refresh(test.get(), all, style());
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
  }

  private void offerTests() {
    List<AssociationTest> known =
        ReportedTests.after(session().request().battery().tests(), session().result().bias());
    Offer.update(tests, known, test, known.isEmpty() ? null : known.getFirst());
  }

  /// When results of other tests arrive, the first of them is looked at instead of one without any.
  private void leadToTested(List<BiasRow> all) {
    Set<TestId> now = all.stream().map(BiasRow::test).collect(Collectors.toSet());
    if (!now.equals(tested) && test.get() != null && !now.contains(test.get().id())) {
      tests.stream().filter(it -> now.contains(it.id())).findFirst().ifPresent(test::set);
    }
    tested = now;
  }

  private void draw(List<BiasRow> all, List<BiasRow> one) {
    boolean waiting = running.get() && !session().result().models().isEmpty();
    if (all.isEmpty() && !waiting) {
      boolean none = session().request().models().isEmpty();
      String sentence =
          look().text(none ? "empty.models" : running.get() ? "empty.looking" : "empty.bias");
      heatMap.missing(sentence);
      dots.missing(sentence);
      return;
    }
    ChartStyle style = style();
    BiasHeatMap.Content map = mapContent(all);
    heatMap.show(List.of(map, style), () -> BiasHeatMap.of(map, style));
    if (one.isEmpty()) {
      dots.missing(look().text(waiting ? "empty.waiting" : "empty.bias"));
    } else {
      BiasDots.Content content = content(test.get().id(), one);
      dots.show(List.of(content, style), () -> BiasDots.of(content, style));
    }
  }

  private BiasDots.Content content(TestId id, List<BiasRow> one) {
    return new BiasDots.Content(id, one, session().result().models(), reference.get().attributes());
  }

  @Override
  public List<Callable<Figure>> deck() {
    List<BiasRow> all = multiplicity.get().adjust(session().result().bias());
    ChartStyle style = style();
    if (all.isEmpty()) {
      return retrieval.deck(style);
    }
    BiasHeatMap.Content map = mapContent(all);
    List<Callable<Figure>> figures = new ArrayList<>();
    figures.add(() -> BiasHeatMap.of(map, style));
    for (AssociationTest each :
        ReportedTests.after(session().request().battery().tests(), session().result().bias())) {
      List<BiasRow> one =
          all.stream()
              .filter(row -> row.test().equals(each.id()) && order.get().shows(row.order()))
              .toList();
      if (!one.isEmpty()) {
        BiasDots.Content content = content(each.id(), one);
        figures.add(() -> BiasDots.of(content, style));
      }
    }
    figures.addAll(retrieval.deck(style));
    return figures;
  }

  private BiasHeatMap.Content mapContent(List<BiasRow> all) {
    OrderChoice shown = order.get();
    List<AssociationTest> asked =
        session().request().battery().tests().stream()
            .map(it -> it.withOrders(it.orders().stream().filter(shown::shows).toList()))
            .filter(it -> !it.orders().isEmpty())
            .toList();
    return new BiasHeatMap.Content(
        all.stream().filter(row -> shown.shows(row.order())).toList(),
        session().result().models(),
        asked,
        multiplicity.get(),
        running.get());
  }

  /// Tests of the battery, then those that only tables report.
  public ObservableList<AssociationTest> tests() {
    return tests;
  }

  /// Rows of the test and order looked at.
  public ObservableList<BiasRow> rows() {
    return rows;
  }

  /// The test looked at, null if there is none.
  public ObjectProperty<AssociationTest> testProperty() {
    return test;
  }

  /// Orders shown.
  public ObjectProperty<OrderChoice> orderProperty() {
    return order;
  }

  /// Heat map of d.
  public FigureModel heatMap() {
    return heatMap;
  }

  /// Dots of the test looked at, one a model.
  public FigureModel dots() {
    return dots;
  }

  /// The test that is opened, if one is.
  OpenedModel opened() {
    return opened;
  }

  /// Searches of labelled folders.
  RetrievalModel retrieval() {
    return retrieval;
  }

  /// How p is adjusted.
  public ObjectProperty<Multiplicity> multiplicityProperty() {
    return multiplicity;
  }

  /// Published figures shown behind the dots.
  public ObjectProperty<ReferenceChoice> referenceProperty() {
    return reference;
  }
}
