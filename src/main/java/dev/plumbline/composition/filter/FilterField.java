package dev.plumbline.composition.filter;

import dev.plumbline.manifest.ColumnRole;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a filter may ask of a row, by the names that facets and roles have.
///
/// Sizes count only where they are at least 1 pixel; a number that is not finite is missing.
/// `aspect` is width / height as in the facet, `elongation` the longer side / the shorter. `words`
/// are runs of characters that are no white space, `characters` Unicode code points of the caption.
/// `script`, `domain` and `tld` are the script of the caption, the registrable and the top-level
/// domain of the address as the facets name them, `host` is the whole host; names of hosts may be
/// given in Punycode or in their own script, and addresses hold either: both are one name. `nsfw`
/// and `watermark` are published as numbers and as words and can be asked for as both.
public enum FilterField {
  SIMILARITY(true, false, ColumnRole.SIMILARITY),
  AESTHETIC(true, false, ColumnRole.AESTHETIC),
  WIDTH(true, false, ColumnRole.WIDTH),
  HEIGHT(true, false, ColumnRole.HEIGHT),
  SIDE(true, false, ColumnRole.WIDTH, ColumnRole.HEIGHT),
  ASPECT(true, false, ColumnRole.WIDTH, ColumnRole.HEIGHT),
  ELONGATION(true, false, ColumnRole.WIDTH, ColumnRole.HEIGHT),
  WORDS(true, false, ColumnRole.CAPTION),
  CHARACTERS(true, false, ColumnRole.CAPTION),
  NSFW(true, true, ColumnRole.NSFW),
  WATERMARK(true, true, ColumnRole.WATERMARK),
  FACES(true, false, ColumnRole.FACES),
  YEAR(true, false, ColumnRole.YEAR),
  SCRIPT(false, true, ColumnRole.CAPTION),
  CAPTION(false, true, ColumnRole.CAPTION),
  LANGUAGE(false, true, ColumnRole.LANGUAGE),
  DOMAIN(false, true, ColumnRole.URL),
  TLD(false, true, ColumnRole.URL),
  HOST(false, true, ColumnRole.URL),
  URL(false, true, ColumnRole.URL),
  LICENSE(false, true, ColumnRole.LICENSE),
  SOURCE(false, true, ColumnRole.SOURCE),
  UID(false, true, ColumnRole.UID),
  HASH(false, true, ColumnRole.HASH);

  private final boolean number;
  private final boolean text;
  private final List<ColumnRole> roles;

  FilterField(boolean number, boolean text, ColumnRole... roles) {
    this.number = number;
    this.text = text;
    this.roles = List.of(roles);
  }

  /// The name in expressions: lower case.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it can be compared with numbers.
  public boolean number() {
    return number;
  }

  /// Whether it can be compared with texts.
  public boolean text() {
    return text;
  }

  /// The columns that a manifest must have for it.
  public List<ColumnRole> roles() {
    return roles;
  }

  /// The field of that name in any case; `chars` is short for `characters`.
  public static Optional<FilterField> named(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    String full = key.equals("chars") ? "characters" : key;
    return Arrays.stream(values()).filter(field -> field.key().equals(full)).findFirst();
  }

  /// All names, for sentences.
  static List<String> names() {
    return Arrays.stream(values()).map(FilterField::key).toList();
  }
}
