package dev.plumbline.ui.models;

import dev.plumbline.embedding.Complaint;
import dev.plumbline.embedding.ModelBundle;
import java.util.Optional;

/// What is known of a folder named as a model.
public sealed interface BundleState {
  /// It is being looked at.
  record Looking() implements BundleState {}

  /// It is a bundle.
  ///
  /// @param bundle the bundle, with the checks made so far
  /// @param ran whether it was run to check it
  /// @param device where it ran then
  record Opened(ModelBundle bundle, boolean ran, Optional<String> device) implements BundleState {}

  /// It is none, for that reason.
  record Failed(Complaint reason) implements BundleState {}
}
