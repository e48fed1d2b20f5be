package dev.plumbline.composition;

/// [Punycode] in Spark's SQL, where no function of this process can be called.
///
/// The digits are folded into a structure that holds the code points so far and the state of the
/// decoder; `k` is 0 once there was an error.
final class PunycodeExpression {
  private static final String BIGINT = "CAST(%s AS BIGINT)";

  /// Names of the state, in the order of the structure.
  private static final String STATE =
      "named_struct('out', %s, 'point', %s, 'position', %s, 'before', %s, 'bias', %s, 'weight', %s,"
          + " 'k', %s)";

  private PunycodeExpression() {}

  /// SQL of the text of what stands behind [Punycode#PREFIX]; null if it is none.
  ///
  /// @param encoded SQL of a text in lower case
  static String decode(String encoded) {
    return ("element_at(transform(array(%s), coded -> element_at(transform("
            + "array(length(coded) - instr(reverse(coded), '-')), cut ->"
            + " CASE WHEN regexp_like(coded, '^[\\x00-\\x7F]+$') THEN"
            + " CASE WHEN cut > 0 AND cut < length(coded) - 1 THEN %s"
            + " WHEN cut = length(coded) THEN %s END END), 1)), 1)")
        .formatted(
            encoded,
            read("substring(coded, 1, cut)", "substring(coded, cut + 2)"),
            read("''", "coded"));
  }

  private static String read(String basic, String digits) {
    String start =
        STATE.formatted(
            "transform(filter(split("
                + basic
                + ", ''), letter -> letter <> ''), letter -> CAST(ascii(letter) AS BIGINT))",
            big(Punycode.INITIAL_POINT),
            big(0),
            big(0),
            big(Punycode.INITIAL_BIAS),
            big(1),
            big(Punycode.BASE));
    return "aggregate(filter(split(%s, ''), letter -> letter <> ''), %s, (s, letter) -> %s, s -> %s)"
        .formatted(digits, start, step(), text());
  }

  private static String big(long number) {
    return BIGINT.formatted(number);
  }

  /// One more digit.
  private static String step() {
    String digit = "CAST(instr('%s', letter) - 1 AS BIGINT)".formatted(Punycode.DIGITS);
    String threshold =
        "greatest(%s, least(%s, s.k - s.bias))".formatted(big(Punycode.LEAST), big(Punycode.MOST));
    String further =
        STATE.formatted(
            "s.out",
            "s.point",
            "moved",
            "s.before",
            "s.bias",
            "s.weight * (%d - %s)".formatted(Punycode.BASE, threshold),
            "s.k + " + Punycode.BASE);
    return ("CASE WHEN s.k = 0 THEN s ELSE element_at(transform(array(s.position + %1$s *"
            + " s.weight), moved -> CASE WHEN %1$s < 0 OR moved > 2147483647 THEN %2$s WHEN %1$s >="
            + " %3$s THEN %4$s ELSE %5$s END), 1) END")
        .formatted(digit, failed(), threshold, further, insert());
  }

  private static String failed() {
    return STATE.formatted(
        "s.out", "s.point", "s.position", "s.before", "s.bias", "s.weight", big(0));
  }

  private static String insert() {
    String inserted =
        STATE.formatted(
            "concat(slice(s.out, 1, CAST(place AS INT)), array(next),"
                + " slice(s.out, CAST(place AS INT) + 1, size(s.out)))",
            "next",
            "place + 1",
            "place + 1",
            bias(),
            big(1),
            big(Punycode.BASE));
    return ("element_at(transform(array(s.point + moved DIV (size(s.out) + 1)), next ->"
            + " element_at(transform(array(moved %% (size(s.out) + 1)), place -> CASE WHEN next >"
            + " 1114111 OR next BETWEEN 55296 AND 57343 THEN %s ELSE %s END), 1)), 1)")
        .formatted(failed(), inserted);
  }

  /// The deltas that are divided by 35 until they are at most 455: six times suffice below 2³².
  private static String bias() {
    String step =
        "(CASE WHEN s.before = 0 THEN (moved - s.before) DIV %d ELSE (moved - s.before) DIV 2 END)"
            .formatted(Punycode.DAMP);
    int flat = Punycode.BASE - Punycode.LEAST;
    int steep = flat * Punycode.MOST / 2;
    StringBuilder bias = new StringBuilder("CASE");
    long divisor = 1;
    for (int round = 0; round <= 6; round++) {
      String delta = "(delta DIV %d)".formatted(divisor);
      bias.append(round == 6 ? " ELSE " : " WHEN %s <= %d THEN ".formatted(delta, steep))
          .append(
              "%d + %d * %s DIV (%s + %d)"
                  .formatted(round * Punycode.BASE, Punycode.BASE, delta, delta, Punycode.SKEW));
      divisor *= flat;
    }
    return "element_at(transform(array(%1$s + %1$s DIV (size(s.out) + 1)), delta -> %2$s END), 1)"
        .formatted(step, bias);
  }

  /// The code points as text, unless there was an error or the digits end too early.
  private static String text() {
    return ("CASE WHEN s.k = %d THEN array_join(transform(s.out, point -> decode(unhex(lpad("
            + "hex(point), 8, '0')), 'UTF-32')), '') END")
        .formatted(Punycode.BASE);
  }
}
