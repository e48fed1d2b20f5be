package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.relation.PredictionBasis;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.Figure;
import dev.plumbline.report.Highlight;
import dev.plumbline.study.EffectRows;
import dev.plumbline.study.Failure;
import dev.plumbline.ui.data.captions.Captions;
import dev.plumbline.ui.data.count.BackgroundCounts;
import dev.plumbline.ui.data.whatif.ManifestDifferences;
import dev.plumbline.ui.data.whatif.WhatIfViewModel;
import dev.plumbline.ui.lexicon.CaptionSupply;
import dev.plumbline.ui.lexicon.LexiconViewModel;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Manifests of the study, the one looked at, its columns, first rows and facets.
public final class DataViewModel extends PageModel {
  /// Facet that stands for the lexicon's term lists.
  public static final String MENTIONS = "mentions";

  private final ManifestEdits edits;
  private final OpenedManifest opened;
  private final BackgroundCounts counts;
  private final CountOrder order;
  private final ObservableList<ManifestRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<DatasetId> chosen = new SimpleObjectProperty<>();
  private final FacetModel facets;
  private final ObjectProperty<DataView> view = new SimpleObjectProperty<>(DataView.PROFILE);
  private final WhatIfViewModel whatIf;
  private final ManifestDifferences differences;
  private final ObjectProperty<SampleView> sampleView = new SimpleObjectProperty<>(SampleView.ROWS);
  private final Captions captions;
  private final LexiconViewModel lexicons;

  /// The Data page of a session.
  public DataViewModel(StudySession session, Look look, Workers workers, ManifestWork work) {
    super(session, look, workers);
    edits = new ManifestEdits(session, look, work.engines());
    opened = new OpenedManifest(work.readings(), workers, this::invalidate);
    counts =
        new BackgroundCounts(
            work.fullCount(),
            work.counting(),
            (subject, composition) -> session.counted(subject.source(), composition),
            this::invalidate);
    order = new CountOrder(session, counts, work.running());
    facets = new FacetModel(new Estimates(work.firstLook(), workers, this::invalidate), workers);
    whatIf =
        new WhatIfViewModel(
            workers,
            work.engines(),
            wanted ->
                session.edit(
                    look.text("undo.what-if"), request -> request.with(it -> it.whatIf = wanted)));
    differences = new ManifestDifferences(look, workers);
    captions = new Captions(look, workers);
    lexicons = new LexiconViewModel(session, look, workers, CaptionSupply::draw);
    lexicons.openProperty().subscribe(_ -> invalidate());
    opened.inspectionProperty().subscribe(_ -> lookAtCaptions());
    view.subscribe(_ -> invalidate());
    chosen.subscribe(_ -> invalidate());
    facets.shownProperty().subscribe(_ -> invalidate());
    facets.figure().stateProperty().subscribe(_ -> workers.drawing().execute(this::invalidate));
    work.running().subscribe(_ -> invalidate());
    follow();
  }

  /// Adds manifests.
  public void add(List<Path> files) {
    edits.add(files).ifPresent(chosen::set);
  }

  /// Adds a manifest that a cluster sees; its credentials are kept in memory only.
  ///
  /// @param files files, folders or globs as the cluster names them
  public void add(EngineAddress cluster, List<String> files) {
    chosen.set(edits.add(cluster, files));
  }

  /// Looks at the profile of a manifest.
  public void look(DatasetId id) {
    view.set(DataView.PROFILE);
    chosen.set(id);
  }

  /// Removes a manifest; undo brings it back with its profile.
  public void remove(DatasetId id) {
    edits.remove(id);
  }

  /// Assigns a column of the manifest looked at by hand, or gives the role back to recognition.
  public void assign(ColumnRole role, Optional<String> column) {
    edits.assign(chosen.get(), role, column);
  }

  /// Picks the manifest out on all pages.
  public void highlight(DatasetId id) {
    session().selection().onlyOfKind(new Choice.Dataset(id));
  }

  @Override
  protected void refresh() {
    List<ManifestRow> now = session().request().manifests().stream().map(this::row).toList();
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
    boolean gone = now.stream().noneMatch(row -> row.id().equals(chosen.get()));
    if (gone) {
      chosen.set(now.isEmpty() ? null : now.getFirst().id());
    }
    opened.look(chosenRow());
    facets.look(
        chosenRow(),
        lexicon(),
        look().text(rows.isEmpty() ? "empty.manifests" : "data.unprofiled"),
        plain());
    boolean seen = chosenRow().filter(row -> !facets.seen(row, lexicon())).isEmpty();
    if (seen) {
      opened.show();
    }
    lookAtCaptions();
    order.advance(chosenRow().map(ManifestRow::source), seen);
    switch (view.get()) {
      case PROFILE -> {}
      case DIFFERENCE -> differences.look(session().result().compositions(), plain());
      case CAPTIONS ->
          captions.look(
              session().result().compositions(),
              Optional.ofNullable(chosen.get()).map(DatasetId::value),
              plain());
      case WHAT_IF, MIX ->
          whatIf.look(
              new WhatIfViewModel.Subject(
                  chosenRow().map(ManifestRow::source),
                  chosenRow().flatMap(ManifestRow::profile),
                  lexicon(),
                  basis(),
                  plain()),
              session().request().whatIf());
    }
  }

  /// What term lists catch is looked up only while they are edited.
  private void lookAtCaptions() {
    if (lexicons.openProperty().get()) {
      lexicons.lookAt(
          chosenRow().map(ManifestRow::source),
          FirstCaptions.of(opened.inspectionProperty().get()));
    }
  }

  /// The style of charts in which nothing is picked out.
  private ChartStyle plain() {
    return style().with(Highlight.none());
  }

  @Override
  public List<Callable<Figure>> deck() {
    return List.of();
  }

  private ManifestRow row(ManifestSource source) {
    Optional<CompositionResult> profile =
        session().result().compositions().stream()
            .filter(result -> result.dataset().equals(source.id()))
            .findFirst();
    Optional<String> failure =
        session().result().failures().stream()
            .filter(failed -> failed.subject().equals(source.id().value()))
            .map(Failure::sentence)
            .findFirst();
    return new ManifestRow(source, profile, failure);
  }

  private Optional<ManifestRow> chosenRow() {
    return rows.stream().filter(row -> row.id().equals(chosen.get())).findFirst();
  }

  /// Looks for other term lists from now on.
  void lookFor(Lexicon lexicon) {
    edits.lookFor(lexicon);
  }

  /// The term lists that are looked for.
  Lexicon lexicon() {
    return session().request().lexicon();
  }

  /// The editor of term lists.
  public LexiconViewModel lexicons() {
    return lexicons;
  }

  /// How manifests differ.
  ManifestDifferences differences() {
    return differences;
  }

  /// Who is spoken of with what.
  Captions captions() {
    return captions;
  }

  private PredictionBasis basis() {
    Map<ModelId, String> trainedOn = new HashMap<>();
    session()
        .result()
        .models()
        .forEach(
            model ->
                model
                    .pretrainingDataset()
                    .ifPresent(dataset -> trainedOn.put(model.id(), dataset)));
    return new PredictionBasis(
        EffectRows.rows(session().result().bias()), trainedOn, session().result().compositions());
  }

  /// The view on screen.
  public ObjectProperty<DataView> viewProperty() {
    return view;
  }

  /// What a filter would leave of the manifest looked at.
  WhatIfViewModel whatIf() {
    return whatIf;
  }

  /// Columns, first rows and rejects of the manifest looked at.
  OpenedManifest opened() {
    return opened;
  }

  /// Counts of all rows in the background.
  public BackgroundCounts counts() {
    return counts;
  }

  /// Manifests in the request's order.
  ObservableList<ManifestRow> rows() {
    return rows;
  }

  /// Facets of the manifest looked at, mentions first.
  public ObservableList<String> facets() {
    return facets.names();
  }

  /// The manifest looked at, null if there is none.
  public ObjectProperty<DatasetId> chosenProperty() {
    return chosen;
  }

  /// The facet looked at.
  public ObjectProperty<String> facetProperty() {
    return facets.shownProperty();
  }

  /// Whether first rows or rejects are on screen.
  public ObjectProperty<SampleView> sampleViewProperty() {
    return sampleView;
  }

  /// Facet of the manifest looked at.
  public FigureModel facetFigure() {
    return facets.figure();
  }
}
