package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import java.util.Optional;

/// Which used rows of a manifest are kept.
///
/// @param filter rows must pass it
/// @param dedupe of the rows that pass and agree in this, one is kept: the first by address,
///   caption, identity, similarity and size, so that the choice does not depend on the order of the
///   files
public record RowSelection(Filter filter, Optional<DuplicateKey> dedupe) {
  /// Every row.
  public static RowSelection all() {
    return new RowSelection(new Filter.All(), Optional.empty());
  }

  /// The rows that pass a filter.
  public static RowSelection of(Filter filter) {
    return new RowSelection(filter, Optional.empty());
  }

  /// Whether every row is kept.
  public boolean keepsAll() {
    return filter instanceof Filter.All && dedupe.isEmpty();
  }
}
