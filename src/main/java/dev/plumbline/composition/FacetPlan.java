package dev.plumbline.composition;

import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How one facet is computed.
///
/// @param name stable name of the facet
/// @param keys SQL of what rows are grouped by, over [ManifestTable]'s columns and `summary`
/// @param value SQL of the number that is averaged, as an exact decimal so that the sum does not
///   depend on the order of the rows; empty if the facet has no mean or its keys are the numbers
/// @param bins bins of the numbers, if there are any
/// @param kind what the keys hold
/// @param ofCaption whether the keys refer to `summary`
record FacetPlan(
    String name,
    List<String> keys,
    Optional<String> value,
    Optional<NumericBins> bins,
    Kind kind,
    boolean ofCaption) {

  /// What the keys of a facet hold.
  enum Kind {
    /// One key: the whole number itself.
    WHOLE,
    /// Two keys: the index of the bin of a number, and a word where there is no number.
    BINNED,
    /// One key: a name.
    NAME,
    /// One key: the part of a web address that holds the host, of which the domain is wanted.
    DOMAIN,
    /// The same, of which the top-level domain is wanted.
    TOP_LEVEL_DOMAIN,
    /// One key: what stands for a script in [CaptionSql].
    SCRIPT
  }

  private static final NumericBins WORDS = NumericBins.whole(0, 1, 3, 5, 10, 15, 20, 30, 50, 100);
  private static final NumericBins CHARACTERS =
      NumericBins.whole(0, 1, 10, 20, 40, 60, 80, 100, 150, 200, 300, 500, 1000);
  private static final NumericBins SIDES =
      NumericBins.whole(1, 64, 128, 200, 256, 384, 512, 768, 1024);
  private static final NumericBins FACES = NumericBins.whole(0, 1, 2, 3, 4, 5, 10, 20);
  private static final NumericBins ASPECTS =
      NumericBins.real(0.33, 0.5, 0.67, 0.8, 0.95, 1.05, 1.25, 1.5, 2, 3);

  /// The facets whose columns a table has, in the order in which they are shown.
  ///
  /// A year is the first number of four digits from 1800 to 2099 in its column, so that dates give
  /// their year; text without one is missing.
  static List<FacetPlan> of(ManifestTable table, CaptionSql captions) {
    List<FacetPlan> plans = new ArrayList<>();
    plans.add(ofCaption("captionWords", captions.words(CaptionSql.SUMMARY), WORDS));
    plans.add(ofCaption("captionCharacters", captions.characters(CaptionSql.SUMMARY), CHARACTERS));
    name(table, ColumnRole.LANGUAGE, "language", plans);
    plans.add(
        new FacetPlan(
            "script",
            List.of(captions.script(CaptionSql.SUMMARY)),
            Optional.empty(),
            Optional.empty(),
            Kind.SCRIPT,
            true));
    if (table.has(ColumnRole.URL)) {
      plans.add(ofHost("domain", Kind.DOMAIN));
      plans.add(ofHost("tld", Kind.TOP_LEVEL_DOMAIN));
    }
    if (table.has(ColumnRole.WIDTH) && table.has(ColumnRole.HEIGHT)) {
      String width = positive(ColumnRole.WIDTH);
      String height = positive(ColumnRole.HEIGHT);
      String side =
          "CASE WHEN %1$s AND %2$s THEN TRY_CAST(floor(least(width_number, height_number)) AS"
              + " BIGINT) END";
      plans.add(whole("resolution", side.formatted(width, height), SIDES));
      String ratio = "CASE WHEN %1$s AND %2$s THEN width_number / height_number END";
      plans.add(number("aspect", ratio.formatted(width, height), "NULL", ASPECTS));
    }
    binned(table, ColumnRole.SIMILARITY, "similarity", NumericBins.even(0, 50, 50), plans);
    binned(table, ColumnRole.AESTHETIC, "aesthetic", NumericBins.even(0, 2, 21), plans);
    binned(table, ColumnRole.NSFW, "nsfw", NumericBins.even(0, 10, 10), plans);
    binned(table, ColumnRole.WATERMARK, "watermark", NumericBins.even(0, 10, 10), plans);
    name(table, ColumnRole.LICENSE, "license", plans);
    name(table, ColumnRole.SOURCE, "source", plans);
    if (table.has(ColumnRole.YEAR)) {
      String year =
          "nullif(regexp_extract(%s, '(?:^|[^0-9])((?:18|19|20)[0-9]{2})(?:[^0-9]|$)', 1), '')";
      plans.add(
          new FacetPlan(
              "year",
              List.of(year.formatted(ManifestTable.text(ColumnRole.YEAR))),
              Optional.empty(),
              Optional.empty(),
              Kind.NAME,
              false));
    }
    if (table.has(ColumnRole.FACES)) {
      String faces = "CASE WHEN %1$s >= 0 AND %1$s < 1e9 THEN CAST(floor(%1$s) AS BIGINT) END";
      plans.add(whole("faces", faces.formatted(ManifestTable.number(ColumnRole.FACES)), FACES));
    }
    return plans;
  }

  private static String positive(ColumnRole role) {
    return "%1$s >= 1 AND %1$s < 1e9".formatted(ManifestTable.number(role));
  }

  private static FacetPlan ofHost(String name, Kind kind) {
    return new FacetPlan(
        name,
        List.of(WebDomain.authoritySql(ManifestTable.text(ColumnRole.URL))),
        Optional.empty(),
        Optional.empty(),
        kind,
        false);
  }

  private static FacetPlan whole(String name, String key, NumericBins bins) {
    return new FacetPlan(
        name, List.of(key), Optional.empty(), Optional.of(bins), Kind.WHOLE, false);
  }

  private static FacetPlan ofCaption(String name, String key, NumericBins bins) {
    return new FacetPlan(name, List.of(key), Optional.empty(), Optional.of(bins), Kind.WHOLE, true);
  }

  private static void name(
      ManifestTable table, ColumnRole role, String name, List<FacetPlan> plans) {
    if (table.has(role)) {
      String key = word(role);
      plans.add(
          new FacetPlan(name, List.of(key), Optional.empty(), Optional.empty(), Kind.NAME, false));
    }
  }

  private static void binned(
      ManifestTable table, ColumnRole role, String name, NumericBins bins, List<FacetPlan> plans) {
    if (table.has(role)) {
      String number = ManifestTable.number(role);
      boolean words = role == ColumnRole.NSFW || role == ColumnRole.WATERMARK;
      String word = words ? "CASE WHEN " + number + " IS NULL THEN " + word(role) + " END" : "NULL";
      plans.add(number(name, number, word, bins));
    }
  }

  /// Numbers beyond ±999,999 and such that are not finite have no decimal and count as missing.
  private static FacetPlan number(String name, String number, String word, NumericBins bins) {
    String decimal = "TRY_CAST(" + number + " AS DECIMAL(18, 12))";
    String finite = "CASE WHEN " + decimal + " IS NOT NULL THEN " + number + " END";
    return new FacetPlan(
        name,
        List.of(bins.indexSql("(" + finite + ")"), "CAST(" + word + " AS STRING)"),
        Optional.of(decimal),
        Optional.of(bins),
        Kind.BINNED,
        false);
  }

  private static String word(ColumnRole role) {
    return "nullif(trim(" + ManifestTable.text(role) + "), '')";
  }
}
