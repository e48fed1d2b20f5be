package dev.plumbline.ui.session;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.study.RequestReader;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens and saves the study of a session, off the screen's thread.
public final class StudyFiles {
  private static final Logger LOG = LoggerFactory.getLogger(StudyFiles.class);

  private final StudySession session;
  private final Workers workers;
  private final Remembered remembered;
  private final Latest<Study> opening;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /// Files of `session`.
  public StudyFiles(StudySession session, Workers workers, Remembered remembered) {
    this.session = session;
    this.workers = workers;
    this.remembered = remembered;
    this.opening = new Latest<>(workers.quick(), workers.screen());
  }

  /// Opens a study, or a request file (`.json`), from disk.
  public void open(Path file) {
    boolean request = file.toString().endsWith(".json");
    load(
        () -> request ? Study.of(RequestReader.read(file)) : StudyFile.read(file),
        study -> {
          session.open(study, request ? Optional.empty() : Optional.of(file));
          remembered.change(
              now -> request ? now.withFolderOf(file) : now.withFolderOf(file).withRecent(file));
        });
  }

  /// Opens the sample study, not yet run.
  public void openSample(Runnable then) {
    load(
        () -> Study.of(RequestReader.read(SampleStudy.locate())),
        study -> {
          session.open(study, Optional.empty());
          then.run();
        });
  }

  /// Opens a study made by `maker` in the background.
  public void open(Callable<Study> maker) {
    load(maker, study -> session.open(study, Optional.empty()));
  }

  /// Saves the study as it is now.
  public void save(Path file, Runnable then) {
    Study study = session.study();
    workers
        .quick()
        .execute(
            () -> {
              try {
                StudyFile.write(file, study);
                workers.screen().execute(() -> saved(file, study, then));
              } catch (RuntimeException e) {
                workers.screen().execute(() -> failed(e));
              }
            });
  }

  /// Whether a study is being opened.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  private void load(Callable<Study> reader, Consumer<Study> shown) {
    busy.set(true);
    opening.request(
        reader,
        study -> {
          busy.set(false);
          session.notices().clear();
          shown.accept(study);
        },
        failure -> {
          busy.set(false);
          failed(failure);
        });
  }

  private void saved(Path file, Study study, Runnable then) {
    session.savedAs(file, study);
    remembered.change(now -> now.withFolderOf(file).withRecent(file));
    then.run();
  }

  private void failed(Exception failure) {
    if (!(failure instanceof PlumblineException)) {
      LOG.error("A study could not be opened or saved", failure);
    }
    session.notices().error(String.valueOf(failure.getMessage()));
  }
}
