package dev.plumbline.ui.data;

/// What is known of the columns and first rows of a manifest.
public sealed interface InspectionState {
  /// No manifest is looked at, or it is being opened.
  record Nothing() implements InspectionState {}

  /// Opened.
  record Opened(Inspection inspection) implements InspectionState {}

  /// It cannot be opened.
  record Failed(String sentence) implements InspectionState {}
}
