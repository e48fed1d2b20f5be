package dev.plumbline.ui.compare;

import dev.plumbline.core.ModelId;
import dev.plumbline.performance.Score;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.Figure;
import dev.plumbline.report.ModelComparison;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.StudyResult;
import dev.plumbline.study.TestDifference;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Offer;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.ScoreBooks;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Two models side by side.
public final class CompareViewModel extends PageModel {
  private final ScoreBooks books;
  private final ObservableList<ModelId> models = FXCollections.observableArrayList();
  private final ObservableList<CompareRow> tests = FXCollections.observableArrayList();
  private final ObservableList<CompareRow> scores = FXCollections.observableArrayList();
  private final ObjectProperty<ModelId> first = new SimpleObjectProperty<>();
  private final ObjectProperty<ModelId> second = new SimpleObjectProperty<>();
  private final FigureModel comparison;
  private final Differences differences;
  private final ReadOnlyBooleanProperty busy;

  /// The Compare page of a session.
  ///
  /// @param busy whether the study is being run; differences wait until it is done
  /// @param source measures how the two models differ
  public CompareViewModel(
      StudySession session,
      Look look,
      Workers workers,
      ScoreBooks books,
      ReadOnlyBooleanProperty busy,
      DifferenceSource source) {
    super(session, look, workers);
    this.books = books;
    this.busy = busy;
    differences = new Differences(source, workers);
    differences.stateProperty().subscribe(_ -> invalidate());
    busy.subscribe(_ -> invalidate());
    comparison = new FigureModel(workers);
    first.subscribe(_ -> invalidate());
    second.subscribe(_ -> invalidate());
    books.bookProperty().subscribe(_ -> invalidate());
    follow();
  }

  /// Lets the two models change places.
  public void swap() {
    ModelId kept = first.get();
    first.set(second.get());
    second.set(kept);
  }

  @Override
  protected void refresh() {
    offer();
    if (first.get() == null || second.get() == null || first.get().equals(second.get())) {
      tests.clear();
      scores.clear();
      differences.drop();
      comparison.missing(look().text(models.size() < 2 ? "compare.too-few" : "compare.same"));
      return;
    }
    StudyResult result = session().result();
    if (busy.get()) {
      differences.drop();
    } else {
      differences.look(session().request(), first.get(), second.get(), result.bias());
    }
    List<TestDifference> known = differences.stateProperty().get().measured();
    CompareRows rows =
        new CompareRows(
            session().request(), result, books.book(), look(), first.get(), second.get(), known);
    show(tests, rows.tests());
    show(scores, rows.scores());
    ChartStyle style = style();
    comparison.show(
        List.of(result.bias(), result.models(), style, first.get(), second.get(), known),
        figure(result, known, style, first.get(), second.get()));
  }

  @Override
  public List<Callable<Figure>> deck() {
    offer();
    if (first.get() == null || second.get() == null || first.get().equals(second.get())) {
      return List.of();
    }
    return List.of(
        figure(
            session().result(),
            differences.stateProperty().get().measured(),
            style(),
            first.get(),
            second.get()));
  }

  private static void show(ObservableList<CompareRow> shown, List<CompareRow> now) {
    if (!shown.equals(now)) {
      shown.setAll(now);
    }
  }

  private static Callable<Figure> figure(
      StudyResult result,
      List<TestDifference> differences,
      ChartStyle style,
      ModelId one,
      ModelId two) {
    ChartStyle plain = style.with(dev.plumbline.report.Highlight.none());
    return () ->
        ModelComparison.of(
            facts(result, one), facts(result, two), result.bias(), differences, plain);
  }

  private static ModelFacts facts(StudyResult result, ModelId id) {
    return result.models().stream()
        .filter(facts -> facts.id().equals(id))
        .findFirst()
        .orElseGet(
            () ->
                new ModelFacts(
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty()));
  }

  /// Offers all models; those picked out are compared, else the first two of different manifests.
  private void offer() {
    StudyResult result = session().result();
    Set<ModelId> known = new LinkedHashSet<>();
    result.models().forEach(facts -> known.add(facts.id()));
    result.scores().stream().map(Score::model).forEach(known::add);
    List<ModelId> now = new ArrayList<>(known);
    Offer.update(models, now, first, usualFirst(now));
    Offer.update(models, now, second, usualSecond(result, now));
  }

  private ModelId usualFirst(List<ModelId> known) {
    return session().selection().choices().stream()
        .filter(Choice.Model.class::isInstance)
        .map(choice -> ((Choice.Model) choice).id())
        .filter(known::contains)
        .findFirst()
        .orElse(known.isEmpty() ? null : known.getFirst());
  }

  private ModelId usualSecond(StudyResult result, List<ModelId> known) {
    Optional<String> dataset = dataset(result, first.get());
    return known.stream()
        .filter(id -> !id.equals(first.get()) && !dataset(result, id).equals(dataset))
        .findFirst()
        .orElse(known.size() < 2 ? null : known.get(1));
  }

  private static Optional<String> dataset(StudyResult result, ModelId id) {
    return result.models().stream()
        .filter(facts -> facts.id().equals(id))
        .findFirst()
        .flatMap(ModelFacts::pretrainingDataset);
  }

  /// Models that can be compared.
  public ObservableList<ModelId> models() {
    return models;
  }

  /// d of both, test by test.
  ObservableList<CompareRow> tests() {
    return tests;
  }

  /// Scores of both.
  ObservableList<CompareRow> scores() {
    return scores;
  }

  /// First model, null if there is none.
  public ObjectProperty<ModelId> firstProperty() {
    return first;
  }

  /// Second model, null if there is none.
  public ObjectProperty<ModelId> secondProperty() {
    return second;
  }

  /// Intervals of the differences, as far as they are known.
  ReadOnlyObjectProperty<Differences.State> differences() {
    return differences.stateProperty();
  }

  /// Effect sizes of both and their difference.
  public FigureModel comparison() {
    return comparison;
  }
}
