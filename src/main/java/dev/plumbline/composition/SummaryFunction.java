package dev.plumbline.composition;

import dev.plumbline.manifest.TextFunction;
import java.util.BitSet;

/// [CaptionSummary] as a function that the engine calls for each caption.
final class SummaryFunction implements CaptionSql {
  private final TextFunction function;

  SummaryFunction(TextFunction function) {
    this.function = function;
  }

  @Override
  public String summary(String caption) {
    return function.call(caption);
  }

  @Override
  public String words(String summary) {
    return CaptionSummary.wordsSql(summary);
  }

  @Override
  public String characters(String summary) {
    return CaptionSummary.charactersSql(summary);
  }

  @Override
  public String script(String summary) {
    return CaptionSummary.scriptSql(summary);
  }

  @Override
  public String scriptName(String script) {
    return CaptionSummary.scriptNameSql(script);
  }

  @Override
  public String terms(String summary) {
    return CaptionSummary.termsSql(summary);
  }

  @Override
  public BitSet ids(String terms) {
    return CaptionSummary.ids(terms);
  }

  @Override
  public void close() {
    function.close();
  }
}
