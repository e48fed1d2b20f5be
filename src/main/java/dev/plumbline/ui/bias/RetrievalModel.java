package dev.plumbline.ui.bias;

import dev.plumbline.association.DesiredDistribution;
import dev.plumbline.core.ModelId;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.Figure;
import dev.plumbline.report.QuerySkewMap;
import dev.plumbline.report.RetrievalDots;
import dev.plumbline.report.SkewMeasure;
import dev.plumbline.report.Subject;
import dev.plumbline.stimulus.LabelledFolderReader;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.RetrievalRow;
import dev.plumbline.study.RetrievalSource;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Offer;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Searches of labelled folders: skew of all models, and the single searches of one of them.
final class RetrievalModel {
  private final StudySession session;
  private final Look look;
  private final FigureModel dots;
  private final FigureModel queries;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<SkewMeasure> measure =
      new SimpleObjectProperty<>(SkewMeasure.MAX_SKEW);
  private final ObjectProperty<DesiredDistribution> desired =
      new SimpleObjectProperty<>(DesiredDistribution.DATASET);
  private final ObservableList<Searched> attributes = FXCollections.observableArrayList();
  private final ObjectProperty<Searched> attribute = new SimpleObjectProperty<>();
  private final ObservableList<ModelId> models = FXCollections.observableArrayList();
  private final ObjectProperty<ModelId> model = new SimpleObjectProperty<>();

  /// @param changed asks for a refresh
  RetrievalModel(StudySession session, Look look, Workers workers, Runnable changed) {
    this.session = session;
    this.look = look;
    dots = new FigureModel(workers);
    queries = new FigureModel(workers);
    open.subscribe(_ -> changed.run());
    measure.subscribe(_ -> changed.run());
    desired.subscribe(this::compareWith);
    attribute.subscribe(_ -> changed.run());
    model.subscribe(_ -> changed.run());
  }

  /// Searches a folder from the next run on.
  ///
  /// @throws dev.plumbline.core.PlumblineException if it does not hold what is needed
  void add(Path folder) {
    RetrievalSource source = RetrievalSource.of(folder);
    LabelledFolderReader.read(
            source.images(), source.labels(), source.queries(), source.attributes())
        .notes()
        .forEach(session.notices()::warning);
    session.edit(look.text("undo.retrieval"), before -> StudyEdits.withRetrieval(before, source));
    session.notices().information(look.text("retrieval.added", source.id()));
  }

  /// Compares with another distribution from the next run on.
  private void compareWith(DesiredDistribution wanted) {
    session.edit(
        look.text("undo.desired"),
        before ->
            before.with(
                it ->
                    it.retrieval =
                        it.retrieval.stream().map(source -> source.withDesired(wanted)).toList()));
  }

  /// Leads to what the user pointed at; false if it is about something else.
  boolean pick(Subject subject) {
    Optional<Subject.Skew> skew =
        switch (subject) {
          case Subject.Skew it -> Optional.of(it);
          case Subject.Query it -> Optional.of(it.skew());
          default -> Optional.empty();
        };
    skew.ifPresent(
        it -> {
          attribute.set(new Searched(it.source(), it.attribute()));
          model.set(it.model());
        });
    if (skew.isEmpty() && open.get() && subject instanceof Subject.Model it) {
      model.set(it.model());
    }
    return skew.isPresent();
  }

  /// Brings charts and choices up to date.
  void refresh(ChartStyle style, boolean running) {
    session.request().retrieval().stream()
        .map(RetrievalSource::desired)
        .findFirst()
        .ifPresent(desired::set);
    List<RetrievalRow> rows = session.result().retrieval();
    List<Searched> searched = rows.stream().map(Searched::of).distinct().toList();
    Offer.update(attributes, searched, attribute, searched.isEmpty() ? null : searched.getFirst());
    List<ModelId> ids = rows.stream().map(RetrievalRow::model).distinct().toList();
    Offer.update(models, ids, model, ids.isEmpty() ? null : ids.getFirst());
    if (rows.isEmpty()) {
      String why = missing(running);
      dots.missing(why);
      queries.missing(why);
      return;
    }
    RetrievalDots.Content content = content(rows);
    dots.show(List.of(content, style), () -> RetrievalDots.of(content, style));
    rows.stream()
        .filter(row -> row.model().equals(model.get()))
        .filter(row -> Searched.of(row).equals(attribute.get()))
        .findFirst()
        .ifPresentOrElse(
            row -> {
              List<ModelFacts> facts = session.result().models();
              queries.show(List.of(row, facts, style), () -> QuerySkewMap.of(row, facts, style));
            },
            () -> queries.missing(look.text("retrieval.running")));
  }

  private String missing(boolean running) {
    List<RetrievalSource> sources = session.request().retrieval();
    if (sources.isEmpty()) {
      return look.text("retrieval.none");
    }
    return running
        ? look.text("retrieval.running")
        : look.text(
            "retrieval.unrun",
            sources.stream().map(RetrievalSource::id).collect(Collectors.joining(", ")));
  }

  /// The chart for a deck, if there is one.
  List<Callable<Figure>> deck(ChartStyle style) {
    List<RetrievalRow> rows = session.result().retrieval();
    RetrievalDots.Content content = content(rows);
    return rows.isEmpty() ? List.of() : List.of(() -> RetrievalDots.of(content, style));
  }

  private RetrievalDots.Content content(List<RetrievalRow> rows) {
    return new RetrievalDots.Content(rows, session.result().models(), measure.get());
  }

  /// Skew of all models.
  FigureModel dots() {
    return dots;
  }

  /// Searches of one model.
  FigureModel queries() {
    return queries;
  }

  /// Whether searches are on screen instead of association tests.
  BooleanProperty openProperty() {
    return open;
  }

  /// The measure of the dots.
  ObjectProperty<SkewMeasure> measureProperty() {
    return measure;
  }

  /// What the first results are compared with.
  ObjectProperty<DesiredDistribution> desiredProperty() {
    return desired;
  }

  /// Attributes that were measured.
  ObservableList<Searched> attributes() {
    return attributes;
  }

  /// The attribute whose searches are shown.
  ObjectProperty<Searched> attributeProperty() {
    return attribute;
  }

  /// Models that searched.
  ObservableList<ModelId> models() {
    return models;
  }

  /// The model whose searches are shown.
  ObjectProperty<ModelId> modelProperty() {
    return model;
  }
}
