package dev.plumbline.association;

/// How the interval of d is obtained from the bootstrap of the stimuli.
public enum IntervalMethod {
  /// Quantiles of the resampled d.
  PERCENTILE("percentile"),
  /// Quantiles corrected for bias and acceleration.
  BCA("bca");

  private final String label;

  IntervalMethod(String label) {
    this.label = label;
  }

  /// The name used on the command line and in JSON.
  public String label() {
    return label;
  }
}
