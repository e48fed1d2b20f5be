package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.manifest.QueryEngine;

/// What a filter asks of captions, in the SQL of an engine.
///
/// As with [CaptionSql] there are two ways to the same answers: a Java function that the engine
/// calls, or expressions alone.
interface FilterCaptions extends AutoCloseable {
  /// The column that holds what is computed once a row.
  String MARKS = "marks";

  /// The way that an engine allows.
  static FilterCaptions of(QueryEngine engine) {
    return engine.callsBack() ? new CalledMarks(engine) : new MarkExpressions();
  }

  /// Number of words.
  String words();

  /// Number of characters.
  String characters();

  /// Key of the script ([CaptionScript]); null without a caption.
  String script();

  /// Whether a term of the list is mentioned; null without a caption.
  String mention(TermList terms);

  /// Whether one of the caption's words is in the set ([Filter.HasWord]); null without a caption.
  String word(TextSet words);

  /// What [#MARKS] must hold for a caption; to be asked when all else has been.
  String marks(String caption);

  @Override
  void close();
}
