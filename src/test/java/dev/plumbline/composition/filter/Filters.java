package dev.plumbline.composition.filter;

import dev.plumbline.composition.filter.Filter.Operator;
import dev.plumbline.composition.filter.Filter.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/// Random filters.
public final class Filters {
  private static final List<String> NUMBERS =
      List.of("similarity", "width", "side", "aspect", "words", "characters", "elongation");
  private static final List<String> TEXTS =
      List.of("language", "domain", "host", "tld", "license", "script");
  private static final List<String> VALUES =
      List.of(
          "en",
          "ja",
          "o'hara",
          "a.example",
          "x' or '1'='1",
          "女性",
          "it\"s",
          "; drop",
          "cc-by",
          "latn",
          "example",
          "mixed",
          "none");

  private Filters() {}

  /// A random filter over columns that every test manifest has, of at most that depth.
  public static Filter random(Random random, int depth) {
    if (depth > 0 && random.nextInt(3) > 0) {
      return switch (random.nextInt(3)) {
        case 0 -> new Filter.And(parts(random, depth));
        case 1 -> new Filter.Or(parts(random, depth));
        default -> new Filter.Not(random(random, depth - 1));
      };
    }
    return switch (random.nextInt(8)) {
      case 0 -> new Filter.OneOf(subject(random, TEXTS), set(random));
      case 1 -> new Filter.Missing(subject(random, random.nextBoolean() ? TEXTS : NUMBERS));
      case 2 -> new Filter.Mentions(List.of(value(random), "dog"), random.nextBoolean());
      case 3 -> new Filter.MentionsList("list " + random.nextInt(2));
      case 7 ->
          new Filter.HasWord(random.nextBoolean() ? set(random) : TextSet.of(List.of("Dog", "a")));
      case 4 ->
          new Filter.Top(
              subject(random, NUMBERS), (1 + random.nextInt(99)) / 100.0, OptionalDouble.empty());
      default ->
          new Filter.Compare(
              subject(random, NUMBERS),
              Operator.values()[random.nextInt(5)],
              random.nextBoolean() ? random.nextInt(-2, 12) : random.nextInt(100) / 100.0);
    };
  }

  private static List<Filter> parts(Random random, int depth) {
    List<Filter> parts = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      parts.add(random(random, depth - 1));
    }
    return parts;
  }

  private static Subject subject(Random random, List<String> names) {
    return new Subject.Known(
        FilterField.named(names.get(random.nextInt(names.size()))).orElseThrow());
  }

  private static TextSet set(Random random) {
    return TextSet.of(List.of(value(random), value(random)));
  }

  private static String value(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }
}
