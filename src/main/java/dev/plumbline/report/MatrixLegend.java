package dev.plumbline.report;

import java.util.List;
import java.util.stream.Collectors;

/// What the colours and marks of a [Matrix] mean, drawn below it.
///
/// @param ends how the two ends of the scale are written, low end first
/// @param low what the low end means
/// @param high what the high end means
/// @param strong what a dotted cell means, empty where none is
/// @param gaps what empty cells mean
/// @param unwritten why cells have no number, said only where they are too small for one
record MatrixLegend(
    Ends ends, String low, String high, String strong, List<Gap> gaps, String unwritten) {
  MatrixLegend {
    gaps = List.copyOf(gaps);
  }

  /// The two ends of the scale as written.
  ///
  /// @param parting whether values part at zero into two colours; else one colour deepens
  record Ends(String low, String high, boolean parting) {
    /// Ends of a scale that parts at zero.
    Ends(String low, String high) {
      this(low, high, true);
    }
  }

  /// A kind of empty cell.
  ///
  /// @param sign what is written in it, nothing if it is crossed out
  /// @param meaning why it is empty
  record Gap(String sign, String meaning) {}

  /// All its words, to choose a font for.
  String text() {
    return low
        + high
        + strong
        + gaps.stream().map(gap -> gap.sign() + gap.meaning()).collect(Collectors.joining())
        + unwritten;
  }
}
