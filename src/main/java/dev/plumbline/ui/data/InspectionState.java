package dev.plumbline.ui.data;

import dev.plumbline.core.DatasetId;

/// What is known of the columns and first rows of a manifest.
public sealed interface InspectionState {
  /// No manifest is looked at.
  record Nothing() implements InspectionState {}

  /// It is being opened.
  record Opening(DatasetId id) implements InspectionState {}

  /// Opened.
  record Opened(Inspection inspection) implements InspectionState {}

  /// It cannot be opened.
  record Failed(String sentence) implements InspectionState {}
}
