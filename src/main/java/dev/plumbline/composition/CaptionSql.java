package dev.plumbline.composition;

import dev.plumbline.manifest.QueryEngine;
import java.util.BitSet;

/// SQL for what a profile wants to know of one caption: words, characters, script, mentioned terms.
///
/// Two ways lead to the same counts: a Java function that the engine calls ([SummaryFunction]), or
/// expressions alone, for an engine that cannot call into this process ([CaptionExpressions]).
interface CaptionSql extends AutoCloseable {
  /// Name of the column that holds what [#summary(String)] computes.
  String SUMMARY = "summary";

  /// The way that an engine allows.
  static CaptionSql of(QueryEngine engine, TermMatcher matcher) {
    return engine
        .register(new CaptionSummary(matcher)::of)
        .<CaptionSql>map(SummaryFunction::new)
        .orElseGet(() -> new CaptionExpressions(matcher));
  }

  /// What is computed once a row; the other expressions refer to its result. Null for null.
  String summary(String caption);

  /// Number of words: runs of characters that are no white space.
  String words(String summary);

  /// Number of characters: Unicode code points.
  String characters(String summary);

  /// A text that is the same for captions of the same script.
  String script(String summary);

  /// The key of the script ([CaptionScript]) for a text made by [#script(String)].
  String scriptName(String script);

  /// A text that is the same for captions that mention the same terms.
  String terms(String summary);

  /// The ids of the terms in a text made by [#terms(String)].
  BitSet ids(String terms);

  @Override
  void close();
}
