package dev.plumbline.composition;

import dev.plumbline.composition.filter.TextSet;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a filter asks of captions as expressions, for a cluster: a row's marks are the summary of
/// [CaptionExpressions] over all terms that are asked for.
final class MarkExpressions implements FilterCaptions {
  private final Map<String, TermList> lists = new LinkedHashMap<>();

  @Override
  public String words() {
    return "CAST(" + MARKS + ".words AS DOUBLE)";
  }

  @Override
  public String characters() {
    return "CAST(" + MARKS + ".characters AS DOUBLE)";
  }

  @Override
  public String script() {
    return MARKS + ".script";
  }

  @Override
  public String mention(TermList terms) {
    if (!lists.containsValue(terms)) {
      lists.put("list " + lists.size(), terms);
    }
    String keys =
        terms.terms().stream()
            .map(term -> CaptionExpressions.key(term, terms.substring()))
            .map(Sql::literal)
            .collect(Collectors.joining(", "));
    return "arrays_overlap(split(%s.terms, '%s'), array(%s))"
        .formatted(MARKS, CaptionExpressions.SEPARATOR, keys);
  }

  @Override
  public String word(TextSet words) {
    String set = words.values().stream().map(Sql::literal).collect(Collectors.joining(", "));
    return "exists(split(lower(%s), '%s'), word -> word IN (%s))"
        .formatted(ManifestTable.text(ColumnRole.CAPTION), CaptionMarks.SPACE, set);
  }

  @Override
  public String marks(String caption) {
    Lexicon asked = new Lexicon("filter", lists, Map.of(), List.of());
    return new CaptionExpressions(new TermMatcher(asked)).summary(caption);
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
