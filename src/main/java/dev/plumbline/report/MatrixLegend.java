package dev.plumbline.report;

import java.util.Optional;

/// What the colours and marks of a [Matrix] mean, drawn below it.
///
/// @param ends how the two ends of the scale are written, low end first
/// @param low what the low end means
/// @param high what the high end means
/// @param strong what a dotted cell means
/// @param empty what an empty cell means, if there is one
/// @param unwritten why cells have no number, said only where they are too small for one
record MatrixLegend(
    Ends ends, String low, String high, String strong, Optional<String> empty, String unwritten) {

  /// The two ends of the scale as written.
  record Ends(String low, String high) {}

  /// All its words, to choose a font for.
  String text() {
    return low + high + strong + empty.orElse("") + unwritten;
  }
}
