package dev.plumbline.bench;

import dev.plumbline.composition.Lexicon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Words from which alternative texts of web pictures are made up: the r-th of V words has a
/// probability in proportion to 1/r.
///
/// The first ranks belong to words that are frequent in alternative texts; terms of the lexicon
/// stand between rank 30 and 6,000; all others are invented.
final class CaptionWords {
  private static final int WORDS = 60_000;
  private static final int FIRST_TERM_RANK = 30;
  private static final int LAST_TERM_RANK = 6_000;
  private static final String[] FREQUENT = {
    "the", "of", "and", "in", "a", "for", "with", "to", "on", "by", "image", "photo", "at", "from",
    "stock", "vector", "black", "white", "new", "design", "picture", "is", "blue", "set", "free",
    "home", "art", "red", "print", "wall"
  };
  private static final String[] ONSETS = {
    "b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "r", "s",
    "st", "t", "tr", "v", "w", "z", ""
  };
  private static final String[] RIMES = {
    "a", "an", "ar", "e", "el", "en", "er", "i", "in", "is", "o", "on", "or", "u", "um", "y"
  };

  private final List<String> words = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private final double logOfWords;

  CaptionWords(Lexicon lexicon, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<String> terms = new ArrayList<>();
    lexicon
        .terms()
        .values()
        .forEach(list -> (list.substring() ? without : terms).addAll(list.terms()));
    Collections.shuffle(terms, new java.util.Random(seed));
    List<String> invented = new ArrayList<>();
    while (invented.size() < WORDS) {
      invented.add(invent(random));
    }
    int step = Math.max(1, (LAST_TERM_RANK - FIRST_TERM_RANK) / Math.max(1, terms.size()));
    words.addAll(List.of(FREQUENT));
    for (int next = 0, term = 0; words.size() < WORDS; next++) {
      boolean place = words.size() >= FIRST_TERM_RANK && next % step == 0 && term < terms.size();
      words.add(place ? terms.get(term++) : invented.get(next));
    }
    logOfWords = Math.log(WORDS);
  }

  private static String invent(RandomGenerator random) {
    if (random.nextInt(12) == 0) {
      return Integer.toString(random.nextInt(1, 3000));
    }
    StringBuilder word = new StringBuilder();
    for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
      word.append(ONSETS[random.nextInt(ONSETS.length)]);
      word.append(RIMES[random.nextInt(RIMES.length)]);
    }
    return word.toString();
  }

  /// A word of a script with spaces.
  String next(RandomGenerator random) {
    return words.get((int) Math.exp(random.nextDouble() * logOfWords) - 1);
  }

  /// A run of Japanese characters, in every third case with a term of a substring list.
  String nextWithoutSpaces(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 3 + random.nextInt(15); i > 0; i--) {
      text.append(
          (char)
              (random.nextInt(3) == 0
                  ? 0x4e00 + random.nextInt(3000)
                  : 0x3042 + random.nextInt(80)));
    }
    if (!without.isEmpty() && random.nextInt(3) == 0) {
      text.insert(random.nextInt(text.length()), without.get(random.nextInt(without.size())));
    }
    return text.toString();
  }
}
