package dev.plumbline.ui.bias;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.TestId;
import dev.plumbline.report.BiasHeatMap;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.Figure;
import dev.plumbline.report.Subject;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Offer;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The heat map of effect sizes, and the test and order looked at.
public final class BiasViewModel extends PageModel {
  private final ObservableList<AssociationTest> tests = FXCollections.observableArrayList();
  private final ObservableList<BiasRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<AssociationTest> test = new SimpleObjectProperty<>();
  private final ObjectProperty<OrderChoice> order = new SimpleObjectProperty<>(OrderChoice.ALL);
  private final ObjectProperty<ModelId> model = new SimpleObjectProperty<>();
  private final FigureModel heatMap;

  /// The Bias page of a session.
  public BiasViewModel(StudySession session, Look look, Workers workers) {
    super(session, look, workers);
    heatMap = new FigureModel(workers);
    test.subscribe(_ -> invalidate());
    order.subscribe(_ -> invalidate());
    follow();
  }

  @Override
  public void pick(Subject subject) {
    super.pick(subject);
    if (subject instanceof Subject.Effect effect) {
      tests.stream()
          .filter(candidate -> candidate.id().value().equals(effect.test()))
          .forEach(test::set);
      model.set(effect.model());
    }
  }

  /// Picks a model out on all pages.
  public void highlight(ModelId id) {
    session().selection().onlyOfKind(new Choice.Model(id));
  }

  @Override
  protected void refresh() {
    List<AssociationTest> known = session().request().battery().tests();
    Offer.update(tests, known, test, known.isEmpty() ? null : known.getFirst());
    StudyResult result = session().result();
    if (result.bias().isEmpty()) {
      boolean none = session().request().models().isEmpty();
      heatMap.missing(look().text(none ? "empty.models" : "empty.bias"));
    } else {
      ChartStyle style = style();
      heatMap.show(
          List.of(result.bias(), result.models(), order.get(), style), figure(result, style));
    }
    TestId shown = test.get() == null ? null : test.get().id();
    List<BiasRow> now =
        result.bias().stream()
            .filter(row -> row.test().equals(shown) && order.get().shows(row.order()))
            .toList();
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
  }

  @Override
  public List<Callable<Figure>> deck() {
    StudyResult result = session().result();
    return result.bias().isEmpty() ? List.of() : List.of(figure(result, style()));
  }

  private Callable<Figure> figure(StudyResult result, ChartStyle style) {
    OrderChoice shown = order.get();
    return () ->
        BiasHeatMap.of(
            result.bias().stream().filter(row -> shown.shows(row.order())).toList(),
            result.models(),
            style);
  }

  /// Tests of the battery.
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

  /// The model last clicked at, null if none was.
  public ObjectProperty<ModelId> modelProperty() {
    return model;
  }

  /// Heat map of d.
  public FigureModel heatMap() {
    return heatMap;
  }
}
