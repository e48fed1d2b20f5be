package dev.plumbline.composition;

import java.util.Optional;

/// Reads one label of an internationalised domain name, written in ASCII behind `xn--`, back into
/// its own script.
///
/// Bootstring with the parameters of Punycode; deltas beyond 2³¹ − 1, code points beyond Unicode
/// and halves of surrogate pairs are errors. Source: RFC 3492, sections 5 to 6.
/// [PunycodeExpression] does the same in Spark's SQL; `java.net.IDN` is not used because it maps
/// and checks by the rules of 2003, under which `ß` and `ss` are one name, and because a cluster
/// cannot be relied upon to call it.
final class Punycode {
  /// What a label in Punycode starts with.
  static final String PREFIX = "xn--";

  static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
  static final int BASE = 36;
  static final int LEAST = 1;
  static final int MOST = 26;
  static final int SKEW = 38;
  static final int DAMP = 700;
  static final int INITIAL_BIAS = 72;
  static final int INITIAL_POINT = 128;

  private static final int STEEP = (BASE - LEAST) * MOST / 2;

  private final StringBuilder text = new StringBuilder();
  private int points;
  private long point = INITIAL_POINT;
  private long position;
  private long before;
  private long bias = INITIAL_BIAS;

  private Punycode(String basic) {
    text.append(basic);
    points = basic.length();
  }

  /// The text of what stands behind [#PREFIX]; empty if it is none.
  ///
  /// @param encoded in lower case
  static Optional<String> decode(String encoded) {
    int cut = encoded.lastIndexOf('-');
    boolean basic = cut > 0;
    Punycode decoder = new Punycode(basic ? encoded.substring(0, cut) : "");
    boolean ascii = encoded.chars().allMatch(letter -> letter < INITIAL_POINT);
    return ascii && decoder.read(basic ? encoded.substring(cut + 1) : encoded)
        ? Optional.of(decoder.text.toString())
        : Optional.empty();
  }

  private boolean read(String digits) {
    long weight = 1;
    int k = BASE;
    for (char letter : digits.toCharArray()) {
      int digit = DIGITS.indexOf(letter);
      position += digit * weight;
      if (digit < 0 || position > Integer.MAX_VALUE) {
        return false;
      }
      long threshold = Math.clamp(k - bias, LEAST, MOST);
      if (digit >= threshold) {
        weight *= BASE - threshold;
        k += BASE;
      } else if (insert()) {
        weight = 1;
        k = BASE;
      } else {
        return false;
      }
    }
    return k == BASE && !digits.isEmpty();
  }

  private boolean insert() {
    points++;
    bias = adapted(position - before);
    point += position / points;
    position %= points;
    if (point > Character.MAX_CODE_POINT || point >= 0xD800 && point <= 0xDFFF) {
      return false;
    }
    text.insert(text.offsetByCodePoints(0, (int) position), Character.toString((int) point));
    position++;
    before = position;
    return true;
  }

  private long adapted(long step) {
    long delta = before == 0 ? step / DAMP : step / 2;
    delta += delta / points;
    long k = 0;
    while (delta > STEEP) {
      delta /= BASE - LEAST;
      k += BASE;
    }
    return k + BASE * delta / (delta + SKEW);
  }
}
