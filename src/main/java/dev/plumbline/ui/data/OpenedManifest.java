package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Reject;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Columns, first rows and rejects of the manifest looked at.
///
/// Showing them takes the screen about as long as a first look takes the engine, so they are held
/// back until [#show()], and shown all the same a second after they came.
final class OpenedManifest {
  private static final long LONGEST_WAIT_MILLIS = 1000;

  private final Readings readings;
  private final Runnable came;
  private final Executor late;
  private final Latest<Inspection> inspecting;
  private final ReadOnlyObjectWrapper<InspectionState> inspection =
      new ReadOnlyObjectWrapper<>(new InspectionState.Nothing());
  private final ReadOnlyObjectWrapper<List<Reject>> rejects =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<ManifestSource> inspected = Optional.empty();
  private Optional<Inspection> held = Optional.empty();
  private Optional<CompositionResult> profile = Optional.empty();

  /// @param came called on screen when something came that [#show()] would show
  OpenedManifest(Readings readings, Workers workers, Runnable came) {
    this.came = came;
    this.readings = readings;
    late =
        CompletableFuture.delayedExecutor(
            LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS, workers.screen());
    inspecting = new Latest<>(workers.quick(), workers.screen());
  }

  /// Opens a manifest in the background, unless it is the one that was opened last.
  void look(Optional<ManifestRow> row) {
    profile = row.flatMap(ManifestRow::profile);
    inspect(row.map(ManifestRow::source));
    showRejects();
  }

  private void inspect(Optional<ManifestSource> source) {
    if (source.equals(inspected)) {
      return;
    }
    if (!source.map(ManifestSource::id).equals(inspected.map(ManifestSource::id))) {
      inspection.set(
          source
              .<InspectionState>map(now -> new InspectionState.Opening(now.id()))
              .orElseGet(InspectionState.Nothing::new));
    }
    inspected = source;
    held = Optional.empty();
    if (source.isEmpty()) {
      inspecting.drop();
      return;
    }
    inspecting.request(
        () -> readings.of(source.get(), Inspection::of),
        this::hold,
        failure ->
            inspection.set(new InspectionState.Failed(String.valueOf(failure.getMessage()))));
  }

  private void hold(Inspection opened) {
    held = Optional.of(opened);
    came.run();
    if (held.isPresent()) {
      late.execute(() -> held.filter(still -> still == opened).ifPresent(_ -> show()));
    }
  }

  /// Shows what came of the manifest.
  void show() {
    held.ifPresent(
        opened -> {
          held = Optional.empty();
          inspection.set(new InspectionState.Opened(opened));
          showRejects();
        });
  }

  /// A profile knows more than the opened files alone.
  private void showRejects() {
    List<Reject> opened =
        inspection.get() instanceof InspectionState.Opened(Inspection found)
            ? found.manifest().rejects()
            : List.of();
    rejects.set(profile.map(CompositionResult::rejects).orElse(opened));
  }

  /// Columns and first rows.
  ReadOnlyObjectProperty<InspectionState> inspectionProperty() {
    return inspection.getReadOnlyProperty();
  }

  /// What could not be read.
  ReadOnlyObjectProperty<List<Reject>> rejectsProperty() {
    return rejects.getReadOnlyProperty();
  }

  /// Rows by what a downloader noted of them.
  Map<String, Long> statuses() {
    return profile.map(CompositionResult::statuses).orElse(Map.of());
  }

  /// Rows that a downloader marked as failed.
  long failed() {
    return profile.map(CompositionResult::failed).orElse(0L);
  }
}
