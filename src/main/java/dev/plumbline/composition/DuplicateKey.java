package dev.plumbline.composition;

import dev.plumbline.manifest.ColumnRole;
import java.util.Locale;

/// What makes two rows the same sample: exactly equal text in this column. Rows without one are
/// never duplicates.
public enum DuplicateKey {
  URL(ColumnRole.URL),
  CAPTION(ColumnRole.CAPTION),
  HASH(ColumnRole.HASH),
  UID(ColumnRole.UID);

  private final ColumnRole role;

  DuplicateKey(ColumnRole role) {
    this.role = role;
  }

  /// The column compared.
  public ColumnRole role() {
    return role;
  }

  /// The name in options and files: lower case.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
