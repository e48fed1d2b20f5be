package dev.plumbline.association;

import java.util.List;

/// Effect sizes of the permutations that p was counted from, in bins of equal width.
///
/// Relabelling leaves the spread of all stimuli as it is, so that the d of a partition is its
/// difference of means over the same SD. The bins reach to five standard deviations of that
/// distribution, `√(N/(n_X n_Y))` for ddof 1, or to the bound of d if that is nearer: they depend
/// on the numbers of stimuli alone and are the same for all models. The observed partition is
/// counted.
///
/// @param low lower edge of the first bin
/// @param high upper edge of the last bin
/// @param counts partitions in each bin, lower edge included
/// @param below partitions below the first bin
/// @param above partitions above the last bin, its upper edge included
/// @param observed observed d
/// @param exact whether all partitions were counted
/// @param partitions partitions counted, the sum of all counts
public record NullDistribution(
    double low,
    double high,
    List<Long> counts,
    long below,
    long above,
    double observed,
    boolean exact,
    long partitions) {
  public NullDistribution {
    counts = List.copyOf(counts);
  }

  /// Width of a bin.
  public double width() {
    return (high - low) / counts.size();
  }

  /// Lower edge of a bin.
  public double edge(int bin) {
    return low + bin * width();
  }
}
