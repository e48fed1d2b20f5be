package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Reject;
import dev.plumbline.relation.PredictionBasis;
import dev.plumbline.report.Figure;
import dev.plumbline.study.EffectRows;
import dev.plumbline.study.Failure;
import dev.plumbline.ui.data.captions.Captions;
import dev.plumbline.ui.data.whatif.ManifestDifferences;
import dev.plumbline.ui.data.whatif.WhatIfViewModel;
import dev.plumbline.ui.lexicon.CaptionSupply;
import dev.plumbline.ui.lexicon.LexiconViewModel;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Manifests of the study, the one looked at, its columns, first rows and facets.
public final class DataViewModel extends PageModel {
  /// Facet that stands for the lexicon's term lists.
  public static final String MENTIONS = "mentions";

  private final Engines engines;
  private final Inspection.Inspector inspector;
  private final Latest<Inspection> inspecting;
  private final ObservableList<ManifestRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<DatasetId> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<InspectionState> inspection =
      new ReadOnlyObjectWrapper<>(new InspectionState.Nothing());
  private final FacetModel facets;
  private final ObjectProperty<DataView> view = new SimpleObjectProperty<>(DataView.PROFILE);
  private final WhatIfViewModel whatIf;
  private final ManifestDifferences differences;
  private final ObjectProperty<SampleView> sampleView = new SimpleObjectProperty<>(SampleView.ROWS);
  private final ReadOnlyObjectWrapper<List<Reject>> rejects =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Captions captions;
  private final LexiconViewModel lexicons;
  private Optional<ManifestSource> inspected = Optional.empty();

  /// The Data page of a session.
  public DataViewModel(
      StudySession session,
      Look look,
      Workers workers,
      Engines engines,
      Inspection.Inspector inspector,
      FirstLook firstLook) {
    super(session, look, workers);
    this.engines = engines;
    this.inspector = inspector;
    inspecting = new Latest<>(workers.quick(), workers.screen());
    facets = new FacetModel(new Estimates(firstLook, workers, this::invalidate), workers);
    whatIf =
        new WhatIfViewModel(
            workers,
            engines,
            wanted ->
                session.edit(look.text("undo.what-if"), request -> request.withWhatIf(wanted)));
    differences = new ManifestDifferences(look, workers);
    captions = new Captions(look, workers);
    lexicons = new LexiconViewModel(session, look, workers, CaptionSupply::draw);
    lexicons.openProperty().subscribe(_ -> invalidate());
    inspection.subscribe(_ -> lookAtCaptions());
    view.subscribe(_ -> invalidate());
    chosen.subscribe(_ -> invalidate());
    facets.shownProperty().subscribe(_ -> invalidate());
    follow();
  }

  /// Adds manifests.
  public void add(List<Path> files) {
    files.forEach(
        file ->
            session()
                .edit(
                    look().text("undo.add-manifest", file.getFileName()),
                    request -> StudyEdits.withManifest(request, file)));
    if (!files.isEmpty()) {
      chosen.set(session().request().manifests().getLast().id());
    }
  }

  /// Adds a manifest that a cluster sees; its credentials are kept in memory only.
  ///
  /// @param files files, folders or globs as the cluster names them
  public void add(EngineAddress cluster, List<String> files) {
    engines.remember(cluster);
    String last = files.getFirst().replaceAll("/+$", "");
    String name = last.substring(last.lastIndexOf('/') + 1).replaceAll("[*?].*|[.][^.]*$", "");
    session()
        .edit(
            look().text("undo.add-manifest", last),
            request ->
                StudyEdits.withManifest(
                    request,
                    name.isBlank() ? "cluster" : name,
                    files,
                    Optional.of(cluster.text())));
    chosen.set(session().request().manifests().getLast().id());
  }

  /// Looks at the profile of a manifest.
  public void look(DatasetId id) {
    view.set(DataView.PROFILE);
    chosen.set(id);
  }

  /// Removes a manifest; undo brings it back with its profile.
  public void remove(DatasetId id) {
    session()
        .edit(
            look().text("undo.remove", id.value()),
            request -> StudyEdits.withoutManifest(request, id));
  }

  /// Assigns a column of the manifest looked at by hand, or gives the role back to recognition.
  public void assign(ColumnRole role, Optional<String> column) {
    DatasetId id = chosen.get();
    session()
        .edit(
            look().text("undo.reassign", id.value()),
            request -> StudyEdits.reassigned(request, id, role, column));
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
    inspect();
    showRejects();
    lookAtCaptions();
    facets.look(
        chosenRow(),
        session().request().lexicon(),
        look().text(rows.isEmpty() ? "empty.manifests" : "data.unprofiled"),
        style().with(dev.plumbline.report.Highlight.none()));
    if (view.get() == DataView.DIFFERENCE) {
      differences.look(
          session().result().compositions(), style().with(dev.plumbline.report.Highlight.none()));
    }
    if (view.get() == DataView.CAPTIONS) {
      captions.look(
          session().result().compositions(),
          Optional.ofNullable(chosen.get()).map(DatasetId::value),
          style().with(dev.plumbline.report.Highlight.none()));
    }
    if (view.get() == DataView.WHAT_IF || view.get() == DataView.MIX) {
      whatIf.look(
          new WhatIfViewModel.Subject(
              chosenRow().map(ManifestRow::source),
              chosenRow().flatMap(ManifestRow::profile),
              session().request().lexicon(),
              basis(),
              style().with(dev.plumbline.report.Highlight.none())),
          session().request().whatIf());
    }
  }

  /// What term lists catch is looked up only while they are edited.
  private void lookAtCaptions() {
    if (lexicons.openProperty().get()) {
      lexicons.lookAt(chosenRow().map(ManifestRow::source), FirstCaptions.of(inspection.get()));
    }
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

  private void inspect() {
    Optional<ManifestSource> source = chosenRow().map(ManifestRow::source);
    if (source.equals(inspected)) {
      return;
    }
    inspected = source;
    if (source.isEmpty()) {
      inspecting.drop();
      inspection.set(new InspectionState.Nothing());
      return;
    }
    inspecting.request(
        () -> inspector.inspect(source.get(), engines),
        opened -> {
          inspection.set(new InspectionState.Opened(opened));
          showRejects();
        },
        failure -> inspection.set(new InspectionState.Failed(sentence(failure))));
  }

  /// A profile knows more than the opened files alone.
  private void showRejects() {
    List<Reject> opened =
        inspection.get() instanceof InspectionState.Opened(Inspection found)
            ? found.manifest().rejects()
            : List.of();
    rejects.set(
        chosenRow().flatMap(ManifestRow::profile).map(CompositionResult::rejects).orElse(opened));
  }

  private static String sentence(Exception failure) {
    return failure instanceof PlumblineException
        ? failure.getMessage()
        : String.valueOf(failure.getMessage());
  }

  /// Looks for other term lists from now on.
  void lookFor(Lexicon lexicon) {
    session()
        .edit(
            look().text("undo.lexicon", lexicon.id()),
            request -> StudyEdits.withLexicon(request, lexicon));
  }

  /// The term lists that are looked for.
  Lexicon lexicon() {
    return session().request().lexicon();
  }

  /// The editor of term lists.
  public LexiconViewModel lexicons() {
    return lexicons;
  }

  /// How two manifests differ.
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

  /// Columns and first rows of the manifest looked at.
  public ReadOnlyObjectProperty<InspectionState> inspectionProperty() {
    return inspection.getReadOnlyProperty();
  }

  /// What could not be read of the manifest looked at.
  public ReadOnlyObjectProperty<List<Reject>> rejectsProperty() {
    return rejects.getReadOnlyProperty();
  }

  /// Rows of the manifest looked at by what a downloader noted of them.
  Map<String, Long> statuses() {
    return chosenRow()
        .flatMap(ManifestRow::profile)
        .map(CompositionResult::statuses)
        .orElse(Map.of());
  }

  /// Rows of the manifest looked at that a downloader marked as failed.
  long failed() {
    return chosenRow().flatMap(ManifestRow::profile).map(CompositionResult::failed).orElse(0L);
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
