package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Reject;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Columns, first rows and rejects of the manifest looked at.
final class OpenedManifest {
  private final Inspection.Inspector inspector;
  private final Engines engines;
  private final Latest<Inspection> inspecting;
  private final ReadOnlyObjectWrapper<InspectionState> inspection =
      new ReadOnlyObjectWrapper<>(new InspectionState.Nothing());
  private final ReadOnlyObjectWrapper<List<Reject>> rejects =
      new ReadOnlyObjectWrapper<>(List.of());
  private Optional<ManifestSource> inspected = Optional.empty();
  private Optional<CompositionResult> profile = Optional.empty();

  OpenedManifest(Inspection.Inspector inspector, Engines engines, Workers workers) {
    this.inspector = inspector;
    this.engines = engines;
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
        failure ->
            inspection.set(new InspectionState.Failed(String.valueOf(failure.getMessage()))));
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
