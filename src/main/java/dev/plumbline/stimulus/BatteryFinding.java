package dev.plumbline.stimulus;

import java.util.List;
import java.util.Locale;

/// Something about a battery that its author should know.
///
/// @param path JSON path of the place, such as `$.tests[3].y`
/// @param kind what it is
/// @param arguments texts and numbers of the sentence, in the order of the kind's words
public record BatteryFinding(String path, Kind kind, List<Object> arguments) {
  public BatteryFinding {
    arguments = List.copyOf(arguments);
  }

  /// What can be wrong with a battery, or weaken it.
  public enum Kind {
    EMPTY_SET(true, "needs texts or images."),
    EMPTY_GROUP(true, "is empty: a group needs at least one text."),
    NO_WORDS(true, "has no words: add texts."),
    NO_PLACE(true, "must hold {} where the word goes."),
    OUTSIDE(true, "must be a folder below the image folder, without \"..\"."),
    RATES_WORDS(true, "\"%s\" rates words, not images."),
    RATES_IMAGES(true, "\"%s\" rates images, not words."),
    NO_RATINGS(true, "\"%s\" has no ratings of %s."),
    TOO_MANY(true, "asks for %,d at each end, but \"%s\" has no more than %,d entries."),
    SAME_SET(true, "%s and %s are the same set \"%s\"."),
    OVERLAP(true, "%s and %s overlap: \"%s\" stands in \"%s\" and in \"%s\"."),
    SAME_IMAGES(true, "%s and %s show the same images: the folder \"%s\"."),
    SAME_RULE(true, "%s and %s take the same stimuli by the same rule."),
    NO_ORDER(true, "needs at least one order."),
    NEEDS_IMAGES(true, "the order \"%s\" needs images, but the set \"%s\" has none."),
    NEEDS_TEXTS(true, "the order \"%s\" needs texts, but the set \"%s\" has none."),
    TWICE(false, "\"%s\" stands twice and counts double."),
    UNUSED(false, "no test uses this set."),
    UNEQUAL(
        false,
        "targets of unequal size: \"%s\" has %d texts, \"%s\" has %d; d and p allow for it,"
            + " published ones may not."),
    TOO_FEW(false, "too few stimuli: with %d and %d targets no p below %.3f exists."),
    TARGET_AND_ATTRIBUTE(false, "\"%s\" is a target in \"%s\" and an attribute in \"%s\"."),
    UNKNOWN_TOKENS(false, "the tokenizer of %s does not know a part of %d texts, such as \"%s\"."),
    CUT(
        false,
        "the tokenizer of %s drops what is longer than %d tokens; texts concerned: %d, such as"
            + " \"%s\"."),
    ALIKE(false, "the tokenizer of %s cannot tell \"%s\" from \"%s\".");

    private final boolean error;
    private final String words;

    Kind(boolean error, String words) {
      this.error = error;
      this.words = words;
    }

    /// A finding of this kind.
    public BatteryFinding at(String path, Object... arguments) {
      return new BatteryFinding(path, this, List.of(arguments));
    }
  }

  /// One English sentence that starts with a lower-case letter.
  public String sentence() {
    return String.format(Locale.ROOT, kind.words, arguments.toArray());
  }

  /// Whether the battery cannot be run.
  public boolean isError() {
    return kind.error;
  }
}
