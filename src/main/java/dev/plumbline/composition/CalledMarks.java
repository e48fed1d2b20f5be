package dev.plumbline.composition;

import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.TextFunction;
import java.util.ArrayList;
import java.util.List;

/// [CaptionMarks] as a function that the engine calls for each caption.
final class CalledMarks implements FilterCaptions {
  private final QueryEngine engine;
  private final List<TermList> mentions = new ArrayList<>();
  private final List<TextFunction> functions = new ArrayList<>();

  CalledMarks(QueryEngine engine) {
    this.engine = engine;
  }

  @Override
  public String words() {
    return CaptionSummary.wordsSql(MARKS);
  }

  @Override
  public String characters() {
    return CaptionSummary.charactersSql(MARKS);
  }

  @Override
  public String script() {
    return CaptionSummary.scriptNameSql(CaptionSummary.scriptSql(MARKS));
  }

  @Override
  public String mention(TermList terms) {
    if (!mentions.contains(terms)) {
      mentions.add(terms);
    }
    return CaptionMarks.mentionSql(MARKS, mentions.indexOf(terms));
  }

  @Override
  public String marks(String caption) {
    TextFunction marks = engine.register(new CaptionMarks(mentions)::of).orElseThrow();
    functions.add(marks);
    return marks.call(caption);
  }

  @Override
  public void close() {
    functions.forEach(TextFunction::close);
    functions.clear();
  }
}
