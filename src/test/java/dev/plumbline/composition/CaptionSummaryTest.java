package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.TextFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaptionSummaryTest {
  private static Lexicon lexicon(List<String> terms) {
    Map<String, TermList> lists = new LinkedHashMap<>();
    lists.put("list", new TermList(terms, false));
    return new Lexicon("l", lists, Map.of(), List.of());
  }

  @Test
  void idsComeBackEvenPastTheSurrogates() {
    List<String> terms =
        IntStream.range(0, CaptionSummary.MOST_TERMS).mapToObj(i -> "t" + i).toList();
    CaptionSummary summary = new CaptionSummary(new TermMatcher(lexicon(terms)));

    String text = summary.of("t0 t1 t49999 t32767 t46000 nothing");

    assertEquals(
        List.of(0, 1, 32767, 46000, 49999),
        CaptionSummary.ids(text.substring(CaptionSummary.PREFIX)).stream().boxed().toList());
  }

  @Test
  void theEngineReadsWordsCharactersAndTerms() {
    CaptionSummary summary = new CaptionSummary(new TermMatcher(lexicon(List.of("dog", "cat"))));
    String big = "word ".repeat(40_000) + "cat";
    List<String> rows = new ArrayList<>();
    try (DuckDbEngine engine = DuckDbEngine.open();
        QuerySession session = engine.session();
        TextFunction function = engine.register(summary::of).orElseThrow()) {
      String captions =
          "(VALUES (1, 'a dog'), (2, ''), (3, NULL), (4, ' two\u00a0words\u3000\n"
              + "'), (5, '👩 e\u0301'), (6, repeat('word ', 40000) || 'cat')) v(i, t)";
      session.query(
          "SELECT "
              + CaptionSummary.wordsSql("s")
              + ", "
              + CaptionSummary.charactersSql("s")
              + ", "
              + CaptionSummary.termsSql("s")
              + ", "
              + CaptionSummary.scriptNameSql(CaptionSummary.scriptSql("s"))
              + " FROM (SELECT i, "
              + function.call("t")
              + " AS s FROM "
              + captions
              + ") ORDER BY i",
          new Cancellation(),
          row ->
              rows.add(
                  row.missing(1)
                      ? "null"
                      : row.number(1)
                          + " "
                          + row.number(2)
                          + " "
                          + CaptionSummary.ids(row.text(3))
                          + " "
                          + row.text(4)));
    }
    assertEquals(
        List.of(
            "2 5 {0} Latn",
            "0 0 {} none",
            "null",
            "2 12 {} Latn",
            "2 4 {} Latn",
            "40001 " + big.length() + " {1} Latn"),
        rows);
  }
}
