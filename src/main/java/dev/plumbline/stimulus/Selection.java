package dev.plumbline.stimulus;

/// A rule that takes stimuli from the user's own copy of published norms: the n at one end of a
/// dimension, such as the 25 most pleasant words.
///
/// All entries are sorted by falling rating, equal ones in the table's order; `top` takes the first
/// n, `bottom` the last n, as the reference implementation of arXiv 2502.07957 does.
///
/// @param norms table to take them from
/// @param by dimension
/// @param end which end
/// @param n how many, at least 1
public record Selection(NormsSource norms, NormsDimension by, End end, int n) {
  /// An end of a dimension.
  public enum End {
    TOP,
    BOTTOM;

    /// The name in files.
    public String label() {
      return this == TOP ? "top" : "bottom";
    }
  }
}
