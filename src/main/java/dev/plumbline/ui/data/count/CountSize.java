package dev.plumbline.ui.data.count;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How much there is to count.
///
/// @param rows rows that the files declare, or about how many there are by the length of some lines
/// @param estimated whether the rows are estimated so
/// @param bytes size of the files; 0 where only a cluster sees them
/// @param seconds about so long a count would take, where that was tried
public record CountSize(OptionalLong rows, boolean estimated, long bytes, OptionalDouble seconds) {
  /// With rows that are declared or unknown.
  public CountSize(OptionalLong rows, long bytes, OptionalDouble seconds) {
    this(rows, false, bytes, seconds);
  }
}
