package dev.plumbline.ui.models;

import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.CatalogEntry;
import dev.plumbline.embedding.CatalogPreset;
import dev.plumbline.embedding.CatalogWriter;
import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.embedding.PrecomputedVectors;
import dev.plumbline.embedding.VectorsDeclaration;
import dev.plumbline.report.Figure;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.ModelSource;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.Dropped;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.TaskQueue;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Bundles of the study, what was checked, and the facts that can be edited.
public final class ModelsViewModel extends PageModel {
  private final Workers workers;
  private final Bundles bundles;
  private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Path> chosen = new SimpleObjectProperty<>();
  private final Preflights preflights;
  private final EmbedProgress embedding = new EmbedProgress();
  private final ReadOnlyLongWrapper embedded = new ReadOnlyLongWrapper();

  /// The Models page of a session.
  ///
  /// @param settings how bundles are run to check them
  public ModelsViewModel(
      StudySession session,
      Look look,
      Workers workers,
      TaskQueue tasks,
      Supplier<EmbeddingSettings> settings) {
    super(session, look, workers);
    this.workers = workers;
    bundles = new Bundles(workers, BundleReader::read, this::invalidate);
    preflights =
        new Preflights(
            tasks, workers, settings, BundleReader::read, bundles, session.notices()::error);
    chosen.subscribe(_ -> invalidate());
    tasks
        .currentProperty()
        .subscribe(
            task -> {
              if (embedding.tell(task)) {
                embedded.set(embedded.get() + 1);
              }
            });
    follow();
  }

  /// Adds a bundle, or all bundles of a folder, and checks what was added.
  public void add(Path folder) {
    new Latest<List<Dropped>>(workers.quick(), workers.screen())
        .request(
            () -> Dropped.of(folder),
            this::addBundles,
            failure -> session().notices().error(String.valueOf(failure.getMessage())));
  }

  /// Adds vectors computed elsewhere as a model: their declaration, or files of ids and vectors,
  /// for which one is written.
  public void addVectors(List<Path> files) {
    new Latest<Path>(workers.quick(), workers.screen())
        .request(
            () ->
                files.size() == 1 && PrecomputedVectors.isDeclaration(files.getFirst())
                    ? PrecomputedVectors.folder(files.getFirst())
                    : VectorsDeclaration.write(files),
            folder -> addBundles(List.of(new Dropped.Bundle(folder))),
            failure -> session().notices().error(String.valueOf(failure.getMessage())));
  }

  /// Removes the model in a folder; undo brings it back with its results.
  public void remove(Path folder) {
    session()
        .edit(
            look().text("undo.remove", folder.getFileName()),
            request -> StudyEdits.withoutModel(request, folder));
  }

  /// Says which manifest a model was trained on, in this study; none gives way to its bundle.
  public void trainedOn(Path folder, Optional<String> dataset) {
    session()
        .edit(
            look().text("undo.trained-on", folder.getFileName()),
            request -> StudyEdits.trainedOn(request, folder, dataset));
  }

  /// Writes edited facts into the bundle.
  public void save(Path folder, CatalogEntry entry) {
    new Latest<CatalogEntry>(workers.quick(), workers.screen())
        .request(
            () -> {
              CatalogWriter.write(folder, entry);
              return entry;
            },
            written -> {
              bundles.forget(folder);
              session().factsEdited(facts -> edited(facts, folder, written));
              session()
                  .notices()
                  .information(look().text("models.saved", folder.resolve(CatalogEntry.FILE)));
              invalidate();
            },
            failure -> session().notices().error(String.valueOf(failure.getMessage())));
  }

  /// Writes Plumbline's rules for facts to a file, to be edited and chosen.
  public void copyRules(Path file) {
    new Latest<Path>(workers.quick(), workers.screen())
        .request(
            () -> {
              Files.writeString(file, CatalogPreset.PLUMBLINE.json());
              return file;
            },
            written -> session().notices().information(look().text("models.saved", written)),
            failure -> session().notices().error(look().text("models.not-saved", file)));
  }

  /// Runs one bundle to check it.
  public void check(Path folder) {
    preflights.check(List.of(folder));
  }

  /// Runs every bundle of the study to check it.
  public void checkAll() {
    preflights.check(folders());
  }

  /// Gives up checking; what was found stays.
  public void cancelCheck() {
    preflights.cancel();
  }

  /// Checks a bundle and compares it with a user's own embeddings, now and whenever it is checked
  /// again.
  public void compare(Path folder, Path reference) {
    preflights.compare(folder, reference);
    preflights.check(List.of(folder));
  }

  /// Uses a bundle in another precision from now on, remembered in the bundle, and checks it anew.
  public void use(Path folder, String variant) {
    new Latest<String>(workers.quick(), workers.screen())
        .request(
            () -> {
              CatalogWriter.remember(folder, variant);
              return variant;
            },
            _ -> preflights.check(List.of(folder)),
            failure -> {
              session().notices().error(String.valueOf(failure.getMessage()));
              invalidate();
            });
  }

  /// Picks a model out on all pages.
  public void highlight(ModelRow row) {
    row.catalog()
        .map(CatalogEntry::id)
        .ifPresent(id -> session().selection().onlyOfKind(new Choice.Model(id)));
  }

  @Override
  protected void refresh() {
    List<ModelRow> now = session().request().models().stream().map(this::row).toList();
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
    if (now.stream().noneMatch(row -> row.folder().equals(chosen.get()))) {
      chosen.set(now.isEmpty() ? null : now.getFirst().folder());
    }
  }

  @Override
  public List<Callable<Figure>> deck() {
    return List.of();
  }

  private void addBundles(List<Dropped> found) {
    found.forEach(thing -> addBundle(thing.path()));
    List<Path> wanted = found.stream().map(thing -> absolute(thing.path())).toList();
    List<Path> there =
        folders().stream().filter(folder -> wanted.contains(absolute(folder))).toList();
    if (!there.isEmpty()) {
      chosen.set(there.getLast());
      preflights.check(there);
    }
  }

  private void addBundle(Path folder) {
    session()
        .edit(
            look().text("undo.add-model", folder.getFileName()),
            request -> StudyEdits.withModel(request, folder));
  }

  private List<Path> folders() {
    return session().request().models().stream().map(ModelSource::folder).toList();
  }

  private ModelRow row(ModelSource source) {
    Optional<ModelFacts> facts =
        session().result().models().stream()
            .filter(known -> isAt(known, source.folder()))
            .findFirst();
    return new ModelRow(source, bundles.of(source.folder()), facts);
  }

  private static boolean isAt(ModelFacts facts, Path folder) {
    return facts
        .location()
        .map(Path::of)
        .filter(it -> absolute(it).equals(absolute(folder)))
        .isPresent();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static ModelFacts edited(ModelFacts facts, Path folder, CatalogEntry entry) {
    if (!isAt(facts, folder)) {
      return facts;
    }
    return new ModelFacts(
        facts.id(),
        facts.location(),
        entry.architecture(),
        entry.architectureFamily(),
        entry.pretrainingDataset(),
        entry.datasetFamily(),
        facts.parameters(),
        facts.layout(),
        facts.device(),
        facts.deviceNotes());
  }

  /// Models in the request's order.
  ObservableList<ModelRow> rows() {
    return rows;
  }

  /// Ids of the manifests a model can have been trained on.
  List<String> manifests() {
    return session().datasets();
  }

  /// Preflights that are under way.
  Preflights preflights() {
    return preflights;
  }

  /// How far a run has come in embedding with a model.
  Optional<EmbedProgress.Part> embedding(ModelRow row) {
    return embedding.of(row.name());
  }

  /// Changes whenever [#embedding(ModelRow)] does.
  ReadOnlyLongProperty embeddedProperty() {
    return embedded.getReadOnlyProperty();
  }

  /// Folder of the model looked at, null if there is none.
  public ObjectProperty<Path> chosenProperty() {
    return chosen;
  }
}
