package dev.plumbline.composition;

import dev.plumbline.core.Labels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Term lists and the caption associations between them.
///
/// @param id name, usually the file's
/// @param terms lists by name, in file order
/// @param labels names to show, by list name; lists without one are shown by their name
/// @param tests tests, in file order
public record Lexicon(
    String id, Map<String, TermList> terms, Map<String, Labels> labels, List<LexiconTest> tests) {
  public Lexicon {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    tests = List.copyOf(tests);
  }
}
