package dev.plumbline.association;

import java.util.List;
import java.util.Locale;

/// What a reader should know of each measure, in the order in which a help panel shows them.
///
/// The words stand in the bundle `measures` of `assets/i18n`, under `measure.<id>.<part>`.
public final class MeasureNotes {
  /// Name of the bundle of messages.
  public static final String BUNDLE = "measures";

  /// Parts of a note, in order.
  public enum Part {
    /// What the measure is called.
    NAME,
    /// How it is computed, symbols named.
    FORMULA,
    /// Unit, range and meaning of the sign.
    UNITS,
    /// When it is not defined or misleads.
    LIMITS,
    /// Where it comes from.
    SOURCE;

    /// The last segment of the key.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> IDS =
      List.of(
          "s",
          "d",
          "bound",
          "r",
          "d-pooled",
          "hedges-g",
          "p",
          "p-normal",
          "q-bh",
          "q-holm",
          "ci-percentile",
          "ci-bca",
          "ci-hedges-olkin",
          "single",
          "level-2",
          "level-3",
          "influence",
          "null-distribution",
          "max-skew",
          "ndkl",
          "skew-chance");

  private MeasureNotes() {}

  /// Ids of the measures, such as `d`.
  public static List<String> ids() {
    return IDS;
  }

  /// Key of one part of a note, such as `measure.d.formula`.
  public static String key(String id, Part part) {
    return "measure." + id + "." + part.key();
  }
}
