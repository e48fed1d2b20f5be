package dev.plumbline.composition;

import dev.plumbline.core.Labels;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A lexicon while it is put together from those it includes and its own file.
final class LexiconParts {
  final Map<String, TermList> terms = new LinkedHashMap<>();
  final Map<String, Labels> labels = new LinkedHashMap<>();
  final Map<String, String> sources = new LinkedHashMap<>();
  final Map<TestId, LexiconTest> tests = new LinkedHashMap<>();
  final Set<String> groups = new LinkedHashSet<>();
  final Set<String> attributes = new LinkedHashSet<>();
  final List<LexiconSection> sections = new ArrayList<>();

  /// Takes over all that a lexicon says.
  void add(Lexicon lexicon) {
    terms.putAll(lexicon.terms());
    labels.putAll(lexicon.labels());
    sources.putAll(lexicon.sources());
    groups.addAll(lexicon.groups());
    attributes.addAll(lexicon.attributes());
    add(lexicon.tests());
    put(lexicon.sections());
  }

  /// A list moves to the section that names it last.
  void put(List<LexiconSection> more) {
    for (LexiconSection section : more) {
      sections.replaceAll(
          it -> it.with(it.lists().stream().filter(l -> !section.lists().contains(l)).toList()));
      sections.add(section);
    }
    sections.removeIf(it -> it.lists().isEmpty());
  }

  /// A test takes the place of one of its id.
  void add(List<LexiconTest> more) {
    more.forEach(test -> tests.put(test.id(), test));
  }

  /// The lexicon.
  Lexicon lexicon(String id) {
    return new Lexicon(
        id,
        terms,
        labels,
        List.copyOf(tests.values()),
        List.copyOf(groups),
        List.copyOf(attributes),
        sources,
        sections);
  }
}
