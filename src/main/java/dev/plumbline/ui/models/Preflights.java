package dev.plumbline.ui.models;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.embedding.Check;
import dev.plumbline.embedding.Complaint;
import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.ParityReference;
import dev.plumbline.embedding.Preflight;
import dev.plumbline.embedding.PreflightResult;
import dev.plumbline.ui.session.TaskQueue;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Preflights of bundles, in background tasks; what one bundle says is shown as soon as it is
/// known, and stays when the rest is cancelled.
///
/// All methods are called on the screen's thread.
final class Preflights {
  private final TaskQueue tasks;
  private final Workers workers;
  private final Supplier<EmbeddingSettings> settings;
  private final Bundles.Reader reader;
  private final Bundles bundles;
  private final Consumer<String> complaints;
  private final Map<Path, Path> references = new HashMap<>();
  private final ReadOnlyObjectWrapper<Set<Path>> open = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Optional<Path>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private Optional<Cancellation> newest = Optional.empty();

  /// @param settings how bundles are run, asked for at the start of each task
  /// @param complaints takes a sentence if a task as a whole fails
  Preflights(
      TaskQueue tasks,
      Workers workers,
      Supplier<EmbeddingSettings> settings,
      Bundles.Reader reader,
      Bundles bundles,
      Consumer<String> complaints) {
    this.tasks = tasks;
    this.workers = workers;
    this.settings = settings;
    this.reader = reader;
    this.bundles = bundles;
    this.complaints = complaints;
  }

  /// Checks bundles anew, as they lie on disk now; what is still being checked is given up.
  void check(List<Path> folders) {
    cancel();
    EmbeddingSettings now = settings.get();
    Map<Path, Path> compared = Map.copyOf(references);
    open.set(new LinkedHashSet<>(folders));
    Cancellation[] mine = new Cancellation[1];
    Runnable ended = () -> ended(Optional.ofNullable(mine[0]));
    mine[0] =
        tasks.submit(
            (progress, cancellation) -> {
              for (int i = 0; i < folders.size(); i++) {
                Path folder = folders.get(i);
                workers.screen().execute(() -> begun(folder, cancellation));
                Progress all = progress(progress, i, folders.size(), cancellation);
                Optional<Path> reference = Optional.ofNullable(compared.get(folder));
                BundleState state = look(folder, reference, now, all, cancellation);
                workers.screen().execute(() -> found(folder, state, cancellation));
              }
              return null;
            },
            new TaskQueue.Outcome<>(
                _ -> ended.run(),
                ended,
                sentence -> {
                  ended.run();
                  complaints.accept(sentence);
                }));
    newest = open.get().isEmpty() ? Optional.empty() : Optional.of(mine[0]);
  }

  /// Compares a bundle with a user's own embeddings from now on, whenever it is checked.
  void compare(Path folder, Path reference) {
    references.put(folder, reference);
  }

  /// The user's own embeddings that a bundle is compared with.
  Optional<Path> reference(Path folder) {
    return Optional.ofNullable(references.get(folder));
  }

  /// Gives up what is being checked.
  void cancel() {
    newest.ifPresent(Cancellation::cancel);
    newest = Optional.empty();
    open.set(Set.of());
    running.set(Optional.empty());
  }

  /// Folders that are being checked or wait for it.
  ReadOnlyObjectProperty<Set<Path>> openProperty() {
    return open.getReadOnlyProperty();
  }

  /// The folder that is being checked.
  ReadOnlyObjectProperty<Optional<Path>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// How far the bundle that is being checked has come, from 0 to 1.
  ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /// Tells both: how far the bundle has come, and how far all have.
  private Progress progress(Progress all, int index, int count, Cancellation cancellation) {
    return (stage, done, total) -> {
      all.update(stage, count == 1 ? done : index, count == 1 ? total : count);
      double reached = total > 0 ? (double) done / total : 0;
      workers.screen().execute(() -> reached(reached, cancellation));
    };
  }

  private void begun(Path folder, Cancellation cancellation) {
    if (!cancellation.cancelled()) {
      share.set(0);
      running.set(Optional.of(folder));
    }
  }

  private void reached(double now, Cancellation cancellation) {
    if (!cancellation.cancelled()) {
      share.set(now);
    }
  }

  private BundleState look(
      Path folder,
      Optional<Path> reference,
      EmbeddingSettings now,
      Progress progress,
      Cancellation cancellation) {
    try {
      ModelBundle bundle = reader.read(folder);
      Preflight preflight = new Preflight(now);
      PreflightResult result = preflight.run(bundle, progress, cancellation);
      if (reference.isPresent()) {
        result = result.with(compared(preflight, bundle, reference.get(), progress, cancellation));
      }
      return new BundleState.Opened(result.bundle(), true, result.device());
    } catch (PlumblineException e) {
      return new BundleState.Failed(Complaint.of(e));
    }
  }

  private static List<Check> compared(
      Preflight preflight,
      ModelBundle bundle,
      Path reference,
      Progress progress,
      Cancellation cancellation) {
    try {
      return preflight.compare(bundle, ParityReference.read(reference), progress, cancellation);
    } catch (PlumblineException e) {
      return List.of(Check.failed("reference", Complaint.of(e)));
    }
  }

  private void found(Path folder, BundleState state, Cancellation cancellation) {
    if (!cancellation.cancelled()) {
      Set<Path> left = new LinkedHashSet<>(open.get());
      left.remove(folder);
      open.set(left);
      bundles.found(folder, state);
    }
  }

  private void ended(Optional<Cancellation> task) {
    if (task.isEmpty() || task.equals(newest)) {
      newest = Optional.empty();
      open.set(Set.of());
      running.set(Optional.empty());
    }
  }
}
