package dev.plumbline.composition;

import dev.plumbline.core.Labels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Term lists and the caption associations between them.
///
/// @param id name, usually the file's
/// @param terms lists by name, in file order
/// @param labels names to show, by list name; lists without one are shown by their name
/// @param tests tests, in file order
/// @param groups lists that name who or what is spoken of; if neither these nor attributes are
///   given, the targets of the tests
/// @param attributes lists that name what they are spoken of with, likewise of the tests
/// @param sources where a list's terms come from, by list name
/// @param sections lists that are about the same, under a heading; lists of none stand alone
public record Lexicon(
    String id,
    Map<String, TermList> terms,
    Map<String, Labels> labels,
    List<LexiconTest> tests,
    List<String> groups,
    List<String> attributes,
    Map<String, String> sources,
    List<LexiconSection> sections) {
  public Lexicon {
    sections = List.copyOf(sections);
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    tests = List.copyOf(tests);
    if (groups.isEmpty() && attributes.isEmpty()) {
      groups = tests.stream().flatMap(test -> Stream.of(test.x(), test.y())).distinct().toList();
      attributes =
          tests.stream().flatMap(test -> Stream.of(test.a(), test.b())).distinct().toList();
    }
    groups = List.copyOf(groups);
    attributes = List.copyOf(attributes);
  }

  /// A lexicon whose groups and attributes are the targets and attributes of its tests.
  public Lexicon(
      String id, Map<String, TermList> terms, Map<String, Labels> labels, List<LexiconTest> tests) {
    this(id, terms, labels, tests, List.of(), List.of(), Map.of(), List.of());
  }

  /// The section that a list stands in.
  public Optional<LexiconSection> section(String list) {
    return sections.stream().filter(it -> it.lists().contains(list)).findFirst();
  }
}
