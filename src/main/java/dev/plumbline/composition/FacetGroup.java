package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.FilterField;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rows that a bar of a facet counts, as a group of a target mix.
public final class FacetGroup {
  private static final Map<String, String> OTHER_NAMES =
      Map.of("captionWords", "words", "captionCharacters", "characters", "resolution", "side");
  private static final Set<String> NAMES =
      Set.of("script", "language", "domain", "license", "source");
  private static final Map<String, Double> WHOLE =
      Map.of("captionWords", 1.0, "captionCharacters", 1.0, "resolution", 1.0, "faces", 1.0);
  private static final String NUMBER = "-?[0-9]+(?:[.][0-9]+)?";
  private static final Pattern BELOW = Pattern.compile("<(" + NUMBER + ")");
  private static final Pattern FROM = Pattern.compile("≥(" + NUMBER + ")");
  private static final Pattern BETWEEN = Pattern.compile("(" + NUMBER + ")–(" + NUMBER + ")");
  private static final Pattern EXACTLY = Pattern.compile(NUMBER);

  private FacetGroup() {}

  /// The group with the share that it has now among all used rows.
  ///
  /// A range holds its lower end and not its upper one, as bins do ([NumericBins]). Empty for the
  /// bar that adds up rare names, and for facets that are no field of a filter.
  public static Optional<TargetShare> of(Facet facet, Bin bin) {
    String field = OTHER_NAMES.getOrDefault(facet.name(), facet.name());
    if (FilterField.named(field).isEmpty()
        || bin.key().equals(Facet.TOGETHER)
        || bin.key().isBlank()) {
      return Optional.empty();
    }
    long rows = facet.missing() + facet.bins().stream().mapToLong(Bin::count).sum();
    String condition = Filter.parse(condition(facet.name(), field, bin.key())).text();
    return Optional.of(new TargetShare(condition, (double) bin.count() / rows));
  }

  /// The facet that shows a field of filters.
  public static String facet(String field) {
    return OTHER_NAMES.entrySet().stream()
        .filter(name -> name.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(field);
  }

  private static String condition(String facet, String field, String key) {
    if (!NAMES.contains(facet)) {
      double step = WHOLE.getOrDefault(facet, 0.0);
      Matcher below = BELOW.matcher(key);
      if (below.matches()) {
        return field + " < " + below.group(1);
      }
      Matcher from = FROM.matcher(key);
      if (from.matches()) {
        return field + " >= " + from.group(1);
      }
      Matcher between = BETWEEN.matcher(key);
      if (between.matches()) {
        return range(field, between.group(1), between.group(2), step);
      }
      if (EXACTLY.matcher(key).matches()) {
        return step > 0 ? range(field, key, key, step) : field + " = " + key;
      }
    }
    return field + " in ('" + key.replace("'", "''") + "')";
  }

  private static String range(String field, String low, String high, double step) {
    double end = Double.parseDouble(high) + step;
    String written = end == Math.rint(end) ? Long.toString((long) end) : Double.toString(end);
    return "%1$s >= %2$s and %1$s < %3$s".formatted(field, low, written);
  }
}
