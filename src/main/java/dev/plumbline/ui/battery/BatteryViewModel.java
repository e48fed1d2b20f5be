package dev.plumbline.ui.battery;

import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryChecks;
import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.stimulus.BatteryWriter;
import dev.plumbline.stimulus.StimulusNeed;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.stimulus.StimulusSupply;
import dev.plumbline.study.ModelSource;
import dev.plumbline.study.TokenizerChecks;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.UndoStack;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A battery being chosen and edited: what is in it, what is wrong with it, which of its stimuli
/// the user has. The study keeps its own battery until the draft is taken over.
public final class BatteryViewModel {
  private static final long ONE_STEP_NANOS = 1_500_000_000L;

  private final StudySession session;
  private final Look look;
  private final Workers workers;
  private final Remembered remembered;
  private final ReadOnlyObjectWrapper<Battery> draft;
  private final ObjectProperty<TestId> test = new SimpleObjectProperty<>();
  private final ObjectProperty<String> set = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<Path>> folder;
  private final ObservableList<BatteryFinding> findings = FXCollections.observableArrayList();
  private final ObservableList<StimulusNeed> needs = FXCollections.observableArrayList();
  private final UndoStack<Battery> undo = new UndoStack<>();
  private final Latest<List<BatteryFinding>> tokens;
  private final Latest<List<StimulusNeed>> looking;
  private String step = "";
  private long stepNanos;

  /// A draft of the session's battery.
  public BatteryViewModel(StudySession session, Look look, Workers workers, Remembered remembered) {
    this.session = session;
    this.look = look;
    this.workers = workers;
    this.remembered = remembered;
    draft = new ReadOnlyObjectWrapper<>(session.request().battery());
    folder = new SimpleObjectProperty<>(session.request().images());
    tokens = new Latest<>(workers.quick(), workers.screen());
    looking = new Latest<>(workers.quick(), workers.screen());
    folder.addListener((_, _, _) -> lookForStimuli());
  }

  /// Begins anew with the battery of the study.
  public void begin() {
    folder.set(session.request().images());
    take(session.request().battery());
  }

  /// Begins with a battery that comes along.
  public void choose(String bundled) {
    read(() -> BatteryReader.bundled(bundled), this::takeWithFolder);
  }

  /// Begins with a battery of the user's.
  public void open(Path file) {
    read(() -> BatteryReader.read(file), this::takeWithFolder);
  }

  /// Where the study's own folder has none of the images, the folder of the last time is tried.
  private void takeWithFolder(Battery battery) {
    take(battery);
    boolean own = battery.id().equals(session.request().battery().id());
    Optional<Path> last = remembered.now().stimuli().filter(Files::isDirectory);
    if (!own && last.isPresent()) {
      folder.set(last);
    }
  }

  private void take(Battery battery) {
    undo.clear();
    step = "";
    show(battery);
  }

  private <T> void read(Callable<T> work, Consumer<T> then) {
    new Latest<T>(workers.quick(), workers.screen())
        .request(
            work, then, failure -> session.notices().error(String.valueOf(failure.getMessage())));
  }

  private void show(Battery battery) {
    draft.set(battery);
    List<TestId> tests = battery.tests().stream().map(AssociationTest::id).toList();
    if (!tests.contains(test.get())) {
      test.set(tests.isEmpty() ? null : tests.getFirst());
    }
    if (!battery.sets().containsKey(set.get())) {
      set.set(battery.sets().keySet().stream().findFirst().orElse(null));
    }
    findings.setAll(BatteryChecks.of(battery));
    checkTokens(battery);
    lookForStimuli();
  }

  private void checkTokens(Battery battery) {
    List<Path> models = session.request().models().stream().map(ModelSource::folder).toList();
    Optional<Path> root = folder.get();
    tokens.request(
        () -> {
          boolean sound = BatteryChecks.of(battery).stream().noneMatch(BatteryFinding::isError);
          return sound ? TokenizerChecks.of(battery, models, root) : List.<BatteryFinding>of();
        },
        findings::addAll,
        failure -> session.notices().error(String.valueOf(failure.getMessage())));
  }

  private void lookForStimuli() {
    Battery battery = draft.get();
    Optional<Path> root = folder.get();
    looking.request(
        () -> StimulusSupply.of(battery, root).needs(),
        needs::setAll,
        failure -> session.notices().error(String.valueOf(failure.getMessage())));
  }

  /// Changes the draft. Changes of the same kind in quick succession, such as the letters of a
  /// word, are undone together.
  void edit(String kind, UnaryOperator<Battery> change) {
    Battery before = draft.get();
    Battery after = change.apply(before);
    if (after.equals(before)) {
      return;
    }
    long now = System.nanoTime();
    if (!kind.equals(step) || now - stepNanos > ONE_STEP_NANOS) {
      undo.push(kind, before);
    }
    step = kind;
    stepNanos = now;
    show(after);
  }

  /// Takes the newest step back.
  public void undo() {
    step = "";
    undo.pop().ifPresent(last -> show(last.before()));
  }

  /// Makes the draft the battery of the study, which can be undone there.
  ///
  /// @return whether it was taken; a draft with an error is not
  public boolean use() {
    if (hasError()) {
      return false;
    }
    Battery battery = draft.get();
    Optional<Path> images = folder.get();
    session.edit(
        look.text("undo.battery"), request -> StudyEdits.withBattery(request, battery, images));
    return true;
  }

  /// Writes the draft as JSON.
  public void save(Path file) {
    Battery battery = draft.get();
    read(
        () -> {
          BatteryWriter.write(file, battery);
          return file;
        },
        written -> session.notices().information(look.text("figure.saved", written)));
  }

  /// Looks for stimuli below another folder, which is remembered.
  public void lookIn(Path other) {
    remembered.change(now -> now.withStimuli(other));
    folder.set(Optional.of(other));
  }

  /// Whether the draft cannot be run.
  public boolean hasError() {
    return findings.stream().anyMatch(BatteryFinding::isError) || draft.get().tests().isEmpty();
  }

  /// The battery as it stands.
  public ReadOnlyObjectProperty<Battery> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /// Test looked at, null if there is none.
  public ObjectProperty<TestId> testProperty() {
    return test;
  }

  /// The test looked at.
  Optional<AssociationTest> test() {
    return draft.get().tests().stream().filter(it -> it.id().equals(test.get())).findFirst();
  }

  /// Set looked at, null if there is none.
  public ObjectProperty<String> setProperty() {
    return set;
  }

  /// The set looked at.
  Optional<StimulusSet> set() {
    return Optional.ofNullable(draft.get().sets().get(set.get()));
  }

  /// The user's stimulus folder.
  public ObjectProperty<Optional<Path>> folderProperty() {
    return folder;
  }

  /// What is wrong or weak, errors and warnings.
  public ObservableList<BatteryFinding> findings() {
    return findings;
  }

  /// What the battery does not bring along, with what was found.
  public ObservableList<StimulusNeed> needs() {
    return needs;
  }

  /// Steps that can be undone.
  public UndoStack<Battery> undoStack() {
    return undo;
  }

  /// Language and colours.
  Look look() {
    return look;
  }
}
