package dev.plumbline.ui.session;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.performance.Score;
import dev.plumbline.study.Failure;
import dev.plumbline.study.ImportedResults;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.Provenance;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The study on screen: request, results, selection, undo, and whether it is saved.
///
/// Knows no files, threads or nodes. All methods are called on the screen's thread.
public final class StudySession {
  private final ReadOnlyObjectWrapper<StudyRequest> request;
  private final ReadOnlyObjectWrapper<StudyResult> result =
      new ReadOnlyObjectWrapper<>(StudyResult.empty());
  private final ReadOnlyObjectWrapper<Provenance> provenance;
  private final ReadOnlyObjectWrapper<Optional<Path>> file =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private final Selection selection = new Selection();
  private final UndoStack<StudyRequest> undo = new UndoStack<>();
  private final Notices notices = new Notices();

  private Study base;
  private StudyRequest ran;
  private StudyResult whole = StudyResult.empty();
  private boolean interrupted;

  /// A session that shows `study`, which is in no file.
  public StudySession(Study study) {
    request = new ReadOnlyObjectWrapper<>(study.request());
    provenance = new ReadOnlyObjectWrapper<>(study.provenance());
    open(study, Optional.empty());
  }

  /// Shows another study.
  public void open(Study study, Optional<Path> from) {
    undo.clear();
    selection.clear();
    base = study;
    ran = study.request();
    whole = study.result();
    interrupted =
        !study.provenance().complete()
            && study.provenance().started().isPresent()
            && !isEmpty(whole);
    request.set(study.request());
    provenance.set(study.provenance());
    file.set(from);
    show();
    saved.set(true);
  }

  /// Changes the request; the step can be undone under that name.
  public void edit(String step, UnaryOperator<StudyRequest> change) {
    StudyRequest before = request.get();
    StudyRequest after = change.apply(before);
    if (!after.equals(before)) {
      undo.push(step, before);
      request.set(after);
      saved.set(false);
      show();
    }
  }

  /// Takes the newest step back.
  public void undo() {
    undo.pop()
        .ifPresent(
            step -> {
              request.set(step.before());
              saved.set(false);
              show();
            });
  }

  /// Shows what a run has found so far, on top of what was there.
  void arrived(StudyRequest asked, StudyResult soFar) {
    ran = asked;
    whole = ResultParts.over(soFar, whole);
    show();
  }

  /// Shows what a run that came to its end has found, and nothing else.
  void finished(Study study) {
    interrupted = false;
    base = study;
    ran = study.request();
    whole = study.result();
    provenance.set(study.provenance());
    saved.set(false);
    show();
  }

  /// Takes the count of a manifest that was made outside of a run; one that nobody asks for any
  /// more is left aside.
  public void counted(ManifestSource source, CompositionResult composition) {
    if (!request.get().manifests().contains(source)) {
      return;
    }
    List<Failure> others =
        whole.failures().stream()
            .filter(failure -> !failure.subject().equals(source.id().value()))
            .toList();
    whole =
        ResultParts.over(
            new StudyResult(List.of(composition), List.of(), List.of(), List.of(), others), whole);
    Lexicon lexicon = composition.settings().lexicon();
    boolean all =
        whole.compositions().stream().allMatch(it -> it.settings().lexicon().equals(lexicon));
    StudyRequest with = StudyEdits.withSource(ran, source);
    ran = all ? StudyEdits.withLexicon(with, lexicon) : with;
    saved.set(false);
    show();
  }

  /// Whether a manifest of the request is counted as it is asked for now: the same files, columns
  /// and term lists.
  public boolean isCounted(ManifestSource source) {
    Lexicon lexicon = request.get().lexicon();
    return ran.manifests().contains(source)
        && whole.compositions().stream()
            .anyMatch(
                it -> it.dataset().equals(source.id()) && it.settings().lexicon().equals(lexicon));
  }

  /// Adds a score table that was read already; the step can be undone under that name.
  public void imported(String step, Path table, List<Score> scores) {
    whole =
        ResultParts.over(
            new StudyResult(List.of(), List.of(), List.of(), scores, whole.failures()), whole);
    ran = StudyEdits.withScores(ran, table);
    edit(step, before -> StudyEdits.withScores(before, table));
  }

  /// Adds a table of association results that was read already; the step can be undone under that
  /// name.
  public void reported(String step, Path table, ImportedResults results) {
    whole = ImportedResults.joined(whole, List.of(results));
    ran = StudyEdits.withResults(ran, table);
    edit(step, before -> StudyEdits.withResults(before, table));
  }

  /// Changes facts of models that were edited in their bundles.
  public void factsEdited(UnaryOperator<ModelFacts> change) {
    whole =
        new StudyResult(
            whole.compositions(),
            whole.models().stream().map(change).toList(),
            whole.bias(),
            whole.scores(),
            whole.failures(),
            whole.retrieval());
    show();
  }

  /// Keeps what is there and marks it as old.
  void interrupted() {
    interrupted = true;
    show();
  }

  /// Notes that `study` is in `path` now.
  public void savedAs(Path path, Study study) {
    file.set(Optional.of(path));
    saved.set(study.request() == request.get() && study.result() == result.get());
  }

  /// Everything, to be saved.
  public Study study() {
    return new Study(request.get(), result.get(), provenance.get(), base.log());
  }

  /// What is asked for.
  public ReadOnlyObjectProperty<StudyRequest> requestProperty() {
    return request.getReadOnlyProperty();
  }

  /// What is asked for, now.
  public StudyRequest request() {
    return request.get();
  }

  /// What is known about it.
  public ReadOnlyObjectProperty<StudyResult> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /// What is known about it, now.
  public StudyResult result() {
    return result.get();
  }

  /// Where the newest complete result comes from.
  public ReadOnlyObjectProperty<Provenance> provenanceProperty() {
    return provenance.getReadOnlyProperty();
  }

  /// The study's file.
  public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
    return file.getReadOnlyProperty();
  }

  /// Whether the file holds everything, or there is nothing to lose.
  public ReadOnlyBooleanProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /// Whether the results are older than the request, or a run was cut off.
  public ReadOnlyBooleanProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  /// What is picked out.
  public Selection selection() {
    return selection;
  }

  /// Steps that can be undone.
  public UndoStack<StudyRequest> undoStack() {
    return undo;
  }

  /// What the user has to be told.
  public Notices notices() {
    return notices;
  }

  /// Ids of the manifests, in the request's order; colours are keyed by it.
  public List<String> datasets() {
    return request.get().manifests().stream().map(source -> source.id().value()).toList();
  }

  private void show() {
    result.set(ResultParts.asked(whole, request.get(), ran));
    boolean behind = !ResultParts.covered(request.get(), ran) && !isCountedOnly();
    outdated.set((interrupted || behind) && !isEmpty(result.get()));
  }

  /// Whether there is nothing but counts of manifests, each as it is asked for now.
  private boolean isCountedOnly() {
    StudyResult now = result.get();
    return now.bias().isEmpty()
        && now.scores().isEmpty()
        && request.get().manifests().stream()
            .filter(source -> has(now, source))
            .allMatch(this::isCounted);
  }

  private static boolean has(StudyResult result, ManifestSource source) {
    return result.compositions().stream().anyMatch(it -> it.dataset().equals(source.id()));
  }

  private static boolean isEmpty(StudyResult result) {
    return result.compositions().isEmpty() && result.bias().isEmpty() && result.scores().isEmpty();
  }
}
