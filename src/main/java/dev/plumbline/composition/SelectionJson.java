package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.util.Arrays;

/// Reads the parts of a selection from JSON.
public final class SelectionJson {
  private SelectionJson() {}

  /// A filter, as it is written.
  ///
  /// @throws PlumblineException if it is none
  public static Filter filter(JsonTree json) {
    try {
      return Filter.parse(json.text());
    } catch (PlumblineException e) {
      throw new PlumblineException(json.file() + ": " + e.getMessage(), e);
    }
  }

  /// The column by which repeats are left out.
  ///
  /// @throws PlumblineException if it is none
  public static DuplicateKey key(JsonTree json) {
    String name = json.text();
    return Arrays.stream(DuplicateKey.values())
        .filter(key -> key.key().equals(name))
        .findFirst()
        .orElseThrow(() -> json.error("must be url, caption, hash or uid"));
  }
}
