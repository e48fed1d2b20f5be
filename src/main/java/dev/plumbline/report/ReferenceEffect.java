package dev.plumbline.report;

/// Effect sizes published for many models, in one category and order.
///
/// @param category its category, as published
/// @param order label of the order
/// @param attributes which attribute stimuli were used
/// @param mean mean of d over the models; positive as `positive` says
/// @param sd standard deviation of d over the models
/// @param models number of models
/// @param positive what goes together where d is positive
/// @param source where it was published
public record ReferenceEffect(
    String category,
    String order,
    Attributes attributes,
    double mean,
    double sd,
    int models,
    String positive,
    String source) {

  /// Attribute stimuli of the published tests.
  public enum Attributes {
    /// Words of NRC-VAD and images of OASIS by their norms.
    NORMS,
    /// The stimuli of the original word, sentence and image tests.
    ORIGINAL
  }

  /// One standard deviation below the mean.
  public double low() {
    return mean - sd;
  }

  /// One standard deviation above the mean.
  public double high() {
    return mean + sd;
  }
}
