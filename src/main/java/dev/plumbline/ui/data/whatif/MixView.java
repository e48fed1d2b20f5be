package dev.plumbline.ui.data.whatif;

/// What of the weights is looked at beside the groups of the mix.
enum MixView {
  /// Shares of the term lists.
  LISTS,
  /// Caption associations.
  ASSOCIATIONS,
  /// Weights of the rows.
  WEIGHTS
}
