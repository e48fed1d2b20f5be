package dev.plumbline.report;

/// By what two manifests are far apart in a facet.
public enum DistanceMeasure {
  /// Total variation distance, 0 to 1.
  TOTAL_VARIATION,
  /// Jensen–Shannon divergence, 0 to 1 bit.
  JENSEN_SHANNON,
  /// The largest difference of the shares of a bin, 0 to 1; of mentions too.
  LARGEST
}
