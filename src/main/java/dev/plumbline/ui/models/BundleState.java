package dev.plumbline.ui.models;

import dev.plumbline.embedding.ModelBundle;

/// What is known of a folder named as a model.
public sealed interface BundleState {
  /// It is being looked at.
  record Looking() implements BundleState {}

  /// It is a bundle.
  record Opened(ModelBundle bundle) implements BundleState {}

  /// It is none, for the reason of the sentence.
  record Failed(String sentence) implements BundleState {}
}
