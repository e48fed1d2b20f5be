package dev.plumbline.manifest;

import java.util.Locale;

/// What a column of a manifest means, whatever it is called there.
public enum ColumnRole {
  URL,
  CAPTION,
  WIDTH,
  HEIGHT,
  SIMILARITY,
  LANGUAGE,
  NSFW,
  WATERMARK,
  LICENSE,
  AESTHETIC,
  STATUS,
  UID,
  HASH,
  SOURCE,
  YEAR,
  FACES;

  /// The name used in JSON and in `--map`: lower case.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
