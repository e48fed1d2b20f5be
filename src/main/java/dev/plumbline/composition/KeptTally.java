package dev.plumbline.composition;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// Rows and mentions before a selection and after it.
final class KeptTally {
  private final MentionCounter raw;
  private final MentionCounter kept;
  private long rawRows;
  private long keptRows;

  KeptTally(Lexicon lexicon, TermMatcher matcher) {
    raw = new MentionCounter(lexicon, matcher);
    kept = new MentionCounter(lexicon, matcher);
  }

  /// Adds rows.
  ///
  /// @param terms what their captions mention, null where there is no caption
  /// @param stays whether they are kept
  void add(BitSet terms, boolean stays, long rows) {
    rawRows += rows;
    keptRows += stays ? rows : 0;
    if (terms != null) {
      raw.add(terms, rows);
      if (stays) {
        kept.add(terms, rows);
      }
    }
  }

  /// Places of the lists that hold one of these terms.
  BitSet lists(BitSet terms) {
    return raw.lists(terms);
  }

  /// Rows of one side.
  ///
  /// @param stay whether only the kept ones count
  long rows(boolean stay) {
    return stay ? keptRows : rawRows;
  }

  /// Rows that mention each list; see [MentionCounter#mentions()].
  Map<String, Long> mentions(boolean stay) {
    return side(stay).mentions();
  }

  /// Rows that mention each term, by list.
  Map<String, Map<String, Long>> terms(boolean stay) {
    return side(stay).terms();
  }

  /// The caption association of each test.
  List<CaptionAssociation> associations(boolean stay) {
    return side(stay).associations();
  }

  private MentionCounter side(boolean stay) {
    return stay ? kept : raw;
  }
}
