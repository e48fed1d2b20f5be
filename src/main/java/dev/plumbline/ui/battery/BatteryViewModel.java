package dev.plumbline.ui.battery;

import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryChecks;
import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.stimulus.BatteryWriter;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.study.ModelSource;
import dev.plumbline.study.TokenizerChecks;
import dev.plumbline.ui.session.DraftModel;
import dev.plumbline.ui.session.Followed;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A battery being chosen and edited: what is in it, what is wrong with it, which of its stimuli
/// the user has. The study keeps its own battery until the draft is taken over.
public final class BatteryViewModel extends DraftModel<Battery> {
  private final StudySession session;
  private final Look look;
  private final Workers workers;
  private final Remembered remembered;
  private final ObjectProperty<TestId> test = new SimpleObjectProperty<>();
  private final ObjectProperty<String> set = new SimpleObjectProperty<>();
  private final StimulusSearch stimuli;
  private final ObservableList<BatteryFinding> findings = FXCollections.observableArrayList();
  private final Latest<List<BatteryFinding>> tokens;

  /// A draft of the session's battery.
  public BatteryViewModel(StudySession session, Look look, Workers workers, Remembered remembered) {
    super(session.request().battery());
    this.session = session;
    this.look = look;
    this.workers = workers;
    this.remembered = remembered;
    tokens = new Latest<>(workers.quick(), workers.screen());
    stimuli = new StimulusSearch(draftProperty(), session.request().images(), workers, this::tell);
  }

  @Override
  public List<String> bundled() {
    return BatteryReader.BUNDLED;
  }

  @Override
  public void begin() {
    stimuli.folderProperty().set(session.request().images());
    beginWith(session.request().battery());
  }

  @Override
  public void choose(String bundled) {
    read(() -> BatteryReader.bundled(bundled), this::takeWithFolder);
  }

  @Override
  public void open(Path file) {
    read(() -> BatteryReader.read(file), this::takeWithFolder);
  }

  /// Where the study's own folder has none of the images, the folder of the last time is tried.
  private void takeWithFolder(Battery battery) {
    beginWith(battery);
    boolean own = battery.id().equals(session.request().battery().id());
    Optional<Path> last = remembered.now().stimuli().filter(Files::isDirectory);
    if (!own && last.isPresent()) {
      stimuli.folderProperty().set(last);
    }
  }

  private <T> void read(Callable<T> work, Consumer<T> then) {
    new Latest<T>(workers.quick(), workers.screen()).request(work, then, this::tell);
  }

  private void tell(Exception failure) {
    session.notices().error(String.valueOf(failure.getMessage()));
  }

  @Override
  protected void show(Battery battery) {
    Optional<TestId> looked = Followed.in(ids(battery), test.get(), ids(draft()));
    Optional<String> lookedSet = Followed.in(sets(battery), set.get(), sets(draft()));
    setDraft(battery);
    test.set(looked.orElse(null));
    set.set(lookedSet.orElse(null));
    findings.setAll(BatteryChecks.of(battery));
    checkTokens(battery);
    stimuli.look();
  }

  private static List<TestId> ids(Battery battery) {
    return battery.tests().stream().map(AssociationTest::id).toList();
  }

  private static List<String> sets(Battery battery) {
    return List.copyOf(battery.sets().keySet());
  }

  private void checkTokens(Battery battery) {
    List<Path> models = session.request().models().stream().map(ModelSource::folder).toList();
    Optional<Path> root = stimuli.folderProperty().get();
    tokens.request(
        () -> {
          boolean sound = BatteryChecks.of(battery).stream().noneMatch(BatteryFinding::isError);
          return sound ? TokenizerChecks.of(battery, models, root) : List.<BatteryFinding>of();
        },
        findings::addAll,
        this::tell);
  }

  /// Changes the test looked at.
  void editTest(String kind, UnaryOperator<AssociationTest> change) {
    int place = ids(draft()).indexOf(test.get());
    test()
        .ifPresent(
            it ->
                edit(
                    kind + " test " + place,
                    battery -> BatteryDraft.withTest(battery, it.id(), change)));
  }

  /// Changes the set looked at; its name stays.
  void editSet(String kind, UnaryOperator<StimulusSet> change) {
    set()
        .ifPresent(
            it ->
                edit(
                    kind + " set " + it.name(),
                    battery -> BatteryDraft.withSet(battery, it.name(), change)));
  }

  @Override
  public void rename(String name) {
    edit("id", battery -> BatteryDraft.renamed(battery, name));
  }

  /// Makes the draft the battery of the study, which can be undone there.
  ///
  /// @return whether it was taken; a draft with an error is not
  public boolean use() {
    if (hasError()) {
      return false;
    }
    Battery battery = draft();
    Optional<Path> images = stimuli.folderProperty().get();
    session.edit(
        look.text("undo.battery"), request -> StudyEdits.withBattery(request, battery, images));
    return true;
  }

  /// Writes the draft as JSON; one with an error is not written, since it could not be opened.
  public void save(Path file) {
    if (hasError()) {
      session.notices().warning(look.text("battery.not-saved", file.getFileName()));
      return;
    }
    Battery battery = draft();
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
    stimuli.folderProperty().set(Optional.of(other));
  }

  /// Whether the draft cannot be run.
  public boolean hasError() {
    return findings.stream().anyMatch(BatteryFinding::isError) || draft().tests().isEmpty();
  }

  @Override
  public String id() {
    return draft().id();
  }

  /// Test looked at, null if there is none.
  public ObjectProperty<TestId> testProperty() {
    return test;
  }

  /// The test looked at.
  Optional<AssociationTest> test() {
    return draft().tests().stream().filter(it -> it.id().equals(test.get())).findFirst();
  }

  /// Set looked at, null if there is none.
  public ObjectProperty<String> setProperty() {
    return set;
  }

  /// The set looked at.
  Optional<StimulusSet> set() {
    return Optional.ofNullable(draft().sets().get(set.get()));
  }

  /// Where the stimuli are, and what rules take.
  StimulusSearch stimuli() {
    return stimuli;
  }

  /// What is wrong or weak, errors and warnings.
  public ObservableList<BatteryFinding> findings() {
    return findings;
  }

  /// Language and colours.
  Look look() {
    return look;
  }
}
