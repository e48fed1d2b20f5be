package dev.plumbline.association;

/// Which share of the first results each value of an attribute ought to have.
public enum DesiredDistribution {
  /// The value's share of the labelled images: results are to look like the folder.
  DATASET("dataset"),
  /// The same share for every value, whatever the folder holds.
  UNIFORM("uniform");

  private final String label;

  DesiredDistribution(String label) {
    this.label = label;
  }

  /// Its name on the command line and in files.
  public String label() {
    return label;
  }
}
