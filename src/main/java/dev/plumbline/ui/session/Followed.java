package dev.plumbline.ui.session;

import java.util.List;
import java.util.Optional;

/// What is looked at after a list has changed.
public final class Followed {
  private Followed() {}

  /// The same as before if it is still there, else what stands in its place now.
  ///
  /// @param looked what was looked at, null if nothing was: then the first
  /// @return empty if the list is
  public static <T> Optional<T> in(List<T> after, T looked, List<T> before) {
    if (after.isEmpty()) {
      return Optional.empty();
    }
    if (looked == null) {
      return Optional.of(after.getFirst());
    }
    return Optional.of(
        after.contains(looked)
            ? looked
            : after.get(Math.clamp(before.indexOf(looked), 0, after.size() - 1)));
  }
}
