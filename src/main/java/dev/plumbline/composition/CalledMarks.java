package dev.plumbline.composition;

import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.TextFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// [CaptionMarks] as a function that the engine calls for each caption.
final class CalledMarks implements FilterCaptions {
  private final QueryEngine engine;
  private final Map<Object, Predicate<String>> asked = new LinkedHashMap<>();
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
    return mark(terms, () -> CaptionMarks.mention(terms));
  }

  @Override
  public String word(TextSet words) {
    return mark(words, () -> CaptionMarks.word(words));
  }

  private String mark(Object what, Supplier<Predicate<String>> question) {
    asked.computeIfAbsent(what, _ -> question.get());
    return CaptionMarks.markSql(MARKS, List.copyOf(asked.keySet()).indexOf(what));
  }

  @Override
  public String marks(String caption) {
    TextFunction marks = engine.register(new CaptionMarks(asked.values())::of).orElseThrow();
    functions.add(marks);
    return marks.call(caption);
  }

  @Override
  public void close() {
    functions.forEach(TextFunction::close);
    functions.clear();
  }
}
