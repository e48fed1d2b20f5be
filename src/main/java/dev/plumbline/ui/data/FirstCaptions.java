package dev.plumbline.ui.data;

import dev.plumbline.composition.CaptionSample;
import dev.plumbline.manifest.ColumnRole;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The captions among the first rows of a manifest.
final class FirstCaptions {
  private FirstCaptions() {}

  /// The captions of an opened manifest; empty if none is open or no column is the caption.
  static Optional<CaptionSample> of(InspectionState state) {
    if (!(state instanceof InspectionState.Opened(Inspection opened))) {
      return Optional.empty();
    }
    List<List<String>> rows = opened.preview().rows();
    return opened
        .manifest()
        .column(ColumnRole.CAPTION)
        .map(opened.preview().columns()::indexOf)
        .filter(place -> place >= 0)
        .map(
            place ->
                new CaptionSample(
                    opened.manifest().id(),
                    rows.stream().map(row -> row.get(place)).filter(Objects::nonNull).toList(),
                    rows.size(),
                    false));
  }
}
