package dev.plumbline.composition;

import dev.plumbline.core.TestId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Something about a lexicon that its author should know.
///
/// @param kind what it is
/// @param list the list concerned, if it is one
/// @param term place of the term concerned in its list, if it is one
/// @param arguments texts and numbers of the sentence, in the order of the kind's words
public record LexiconFinding(
    Kind kind, Optional<String> list, OptionalInt term, List<Object> arguments) {
  public LexiconFinding {
    arguments = List.copyOf(arguments);
  }

  /// What can be wrong with a lexicon, or weaken it; an error keeps it from being written.
  public enum Kind {
    /// There is no list.
    NO_LIST(true),
    /// A list has no term.
    NO_TERM(true),
    /// A term is nothing but white space.
    BLANK(true),
    /// A term stands twice in its list: the term.
    TWICE(true),
    /// A term holds half a character: the term.
    HALF_CHARACTER(true),
    /// A test compares a list that is not there: test, list.
    MISSING_LIST(true),
    /// A test lacks a set: test, set.
    NO_SET(true),
    /// Two sets of a test are the same list, which compares nothing: test, both sets, list.
    SAME_LIST(true),
    /// Two terms differ in case alone: both.
    SAME_BUT_CASE(false),
    /// A term holds a character that is not seen: the term, its code.
    INVISIBLE(false),
    /// A term begins or ends with white space, or has several in a row: the term.
    SPACES(false),
    /// A term is not composed as captions usually are: the term.
    DECOMPOSED(false),
    /// A term holds a comma or semicolon, probably several terms in one: the term.
    SEVERAL(false),
    /// A term stands in quotation marks: the term.
    QUOTED(false),
    /// Terms of a script without spaces are looked for as whole words: one of them, how many.
    WHOLE_WORDS(false),
    /// Terms of a script with spaces are looked for anywhere: one of them, how many.
    WITHIN_WORDS(false),
    /// Two lists of a test that are compared share terms: test, both lists, a term, how many.
    BOTH_SIDES(false),
    /// A target and an attribute of a test share terms: test, both lists, a term, how many.
    TARGET_AND_ATTRIBUTE(false);

    private final boolean error;

    Kind(boolean error) {
      this.error = error;
    }

    /// A finding about the lexicon.
    LexiconFinding alone(Object... arguments) {
      return new LexiconFinding(this, Optional.empty(), OptionalInt.empty(), List.of(arguments));
    }

    /// A finding about a list.
    LexiconFinding about(String list, Object... arguments) {
      return new LexiconFinding(this, Optional.of(list), OptionalInt.empty(), List.of(arguments));
    }

    /// A finding about a term.
    LexiconFinding at(String list, int term, Object... arguments) {
      return new LexiconFinding(this, Optional.of(list), OptionalInt.of(term), List.of(arguments));
    }
  }

  /// The test concerned, if it is about one.
  public Optional<TestId> test() {
    return switch (kind) {
      case NO_SET, SAME_LIST, MISSING_LIST, BOTH_SIDES, TARGET_AND_ATTRIBUTE ->
          Optional.of(new TestId((String) arguments.getFirst()));
      default -> Optional.empty();
    };
  }

  /// Whether the lexicon is not to be written, since it could not be read again or a test in it
  /// compares nothing.
  public boolean isError() {
    return kind.error;
  }
}
