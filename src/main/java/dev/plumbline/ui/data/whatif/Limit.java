package dev.plumbline.ui.data.whatif;

import dev.plumbline.manifest.ColumnRole;
import java.util.List;
import java.util.Locale;

/// A limit that is set by a slider; one end of the slider switches it off.
enum Limit {
  SIMILARITY(0, 0.5, 0.01, 2, true, ColumnRole.SIMILARITY),
  SIDE(0, 1024, 32, 0, true, ColumnRole.WIDTH, ColumnRole.HEIGHT),
  ELONGATION(1, 5, 0.25, 2, false, ColumnRole.WIDTH, ColumnRole.HEIGHT),
  WORDS(0, 30, 1, 0, true, ColumnRole.CAPTION),
  UNSAFE(0, 1, 0.05, 2, false, ColumnRole.NSFW);

  private final double low;
  private final double high;
  private final double step;
  private final int decimals;
  private final boolean least;
  private final List<ColumnRole> roles;

  /// @param least whether it is a lower limit, so that the low end is off
  Limit(double low, double high, double step, int decimals, boolean least, ColumnRole... roles) {
    this.low = low;
    this.high = high;
    this.step = step;
    this.decimals = decimals;
    this.least = least;
    this.roles = List.of(roles);
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  double step() {
    return step;
  }

  int decimals() {
    return decimals;
  }

  /// Whether it is a lower limit.
  boolean least() {
    return least;
  }

  /// Where the slider stands if the limit is off.
  double off() {
    return least ? low : high;
  }

  /// Columns without which it cannot be set.
  List<ColumnRole> roles() {
    return roles;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
