package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconSection;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.composition.TermList;
import dev.plumbline.core.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Changes of a lexicon, each returning a new one.
final class LexiconDraft {
  private LexiconDraft() {}

  /// What a list is for.
  enum Part {
    /// Who or what is spoken of.
    GROUP,
    /// What they are spoken of with.
    ATTRIBUTE,
    /// Counted only.
    NEITHER
  }

  /// The lexicon under another id.
  static Lexicon renamed(Lexicon lexicon, String id) {
    return new Lexicon(
        id,
        lexicon.terms(),
        lexicon.labels(),
        lexicon.tests(),
        lexicon.groups(),
        lexicon.attributes(),
        lexicon.sources(),
        lexicon.sections());
  }

  /// The lexicon with one list changed.
  static Lexicon withList(Lexicon lexicon, String name, UnaryOperator<TermList> change) {
    Map<String, TermList> terms = new LinkedHashMap<>(lexicon.terms());
    terms.computeIfPresent(name, (_, list) -> change.apply(list));
    return new Lexicon(
        lexicon.id(),
        terms,
        lexicon.labels(),
        lexicon.tests(),
        lexicon.groups(),
        lexicon.attributes(),
        lexicon.sources(),
        lexicon.sections());
  }

  /// What a list is for.
  static Part part(Lexicon lexicon, String list) {
    if (lexicon.groups().contains(list)) {
      return Part.GROUP;
    }
    return lexicon.attributes().contains(list) ? Part.ATTRIBUTE : Part.NEITHER;
  }

  /// The lexicon with a list for something else.
  static Lexicon withPart(Lexicon lexicon, String list, Part part) {
    return new Lexicon(
        lexicon.id(),
        lexicon.terms(),
        lexicon.labels(),
        lexicon.tests(),
        withOrWithout(lexicon.groups(), list, part == Part.GROUP),
        withOrWithout(lexicon.attributes(), list, part == Part.ATTRIBUTE),
        lexicon.sources(),
        lexicon.sections());
  }

  private static List<String> withOrWithout(List<String> names, String name, boolean with) {
    List<String> changed = new ArrayList<>(names);
    if (!with) {
      changed.remove(name);
    } else if (!changed.contains(name)) {
      changed.add(name);
    }
    return changed;
  }

  /// The name of a list in a language, empty if it has none of its own.
  static String label(Lexicon lexicon, String list, Locale language) {
    return Optional.ofNullable(lexicon.labels().get(list))
        .map(labels -> labels.texts().getOrDefault(language.getLanguage(), ""))
        .orElse("");
  }

  /// The lexicon with a list called otherwise in a language; a blank name takes it away.
  static Lexicon withLabel(Lexicon lexicon, String list, Locale language, String name) {
    Map<String, String> texts = new TreeMap<>();
    Optional.ofNullable(lexicon.labels().get(list)).ifPresent(it -> texts.putAll(it.texts()));
    if (name.isBlank()) {
      texts.remove(language.getLanguage());
    } else {
      texts.put(language.getLanguage(), name.strip());
    }
    Map<String, Labels> labels = new LinkedHashMap<>(lexicon.labels());
    if (texts.isEmpty()) {
      labels.remove(list);
    } else {
      labels.put(list, new Labels(texts));
    }
    return new Lexicon(
        lexicon.id(),
        lexicon.terms(),
        labels,
        lexicon.tests(),
        lexicon.groups(),
        lexicon.attributes(),
        lexicon.sources(),
        lexicon.sections());
  }

  /// A name that no list has: the wanted one, else the first with a number behind it.
  static String freeName(Lexicon lexicon, String wanted) {
    String name = wanted;
    for (int i = 2; lexicon.terms().containsKey(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  /// The lexicon with one more list behind another, at the end if there is no other, for the same
  /// as the other.
  static Lexicon withListAfter(
      Lexicon lexicon, Optional<String> before, String name, TermList list) {
    Map<String, TermList> terms = new LinkedHashMap<>();
    for (Map.Entry<String, TermList> each : lexicon.terms().entrySet()) {
      terms.put(each.getKey(), each.getValue());
      if (before.filter(each.getKey()::equals).isPresent()) {
        terms.put(name, list);
      }
    }
    terms.putIfAbsent(name, list);
    Lexicon more =
        new Lexicon(
            lexicon.id(),
            terms,
            lexicon.labels(),
            lexicon.tests(),
            lexicon.groups(),
            lexicon.attributes(),
            lexicon.sources(),
            lexicon.sections().stream().map(it -> added(it, before, name)).toList());
    return before.map(it -> withPart(more, name, part(lexicon, it))).orElse(more);
  }

  /// The section with one more list if another stands in it.
  private static LexiconSection added(
      LexiconSection section, Optional<String> before, String list) {
    if (before.filter(section.lists()::contains).isEmpty()) {
      return section;
    }
    List<String> lists = new ArrayList<>(section.lists());
    lists.add(lists.indexOf(before.get()) + 1, list);
    return section.with(lists);
  }

  /// The lexicon with a copy of a list behind it; labels get the copy's number, so that the two are
  /// told apart.
  static Lexicon withCopy(Lexicon lexicon, String list, String copy) {
    Lexicon more = withListAfter(lexicon, Optional.of(list), copy, lexicon.terms().get(list));
    Labels labels = lexicon.labels().get(list);
    if (labels == null) {
      return more;
    }
    String number = copy.startsWith(list) ? copy.substring(list.length()) : " " + copy;
    for (Map.Entry<String, String> each : labels.texts().entrySet()) {
      more = withLabel(more, copy, Locale.of(each.getKey()), each.getValue() + number);
    }
    return more;
  }

  /// The lexicon with a list under another name, in its place; tests and all else follow.
  static Lexicon withListNamed(Lexicon lexicon, String old, String name) {
    UnaryOperator<String> named = it -> it.equals(old) ? name : it;
    return new Lexicon(
        lexicon.id(),
        keys(lexicon.terms(), named),
        keys(lexicon.labels(), named),
        lexicon.tests().stream()
            .map(
                it ->
                    new LexiconTest(
                        it.id(),
                        named.apply(it.x()),
                        named.apply(it.y()),
                        named.apply(it.a()),
                        named.apply(it.b())))
            .toList(),
        lexicon.groups().stream().map(named).toList(),
        lexicon.attributes().stream().map(named).toList(),
        keys(lexicon.sources(), named),
        lexicon.sections().stream()
            .map(it -> it.with(it.lists().stream().map(named).toList()))
            .toList());
  }

  private static <V> Map<String, V> keys(Map<String, V> map, Function<String, String> named) {
    Map<String, V> renamed = new LinkedHashMap<>();
    map.forEach((key, value) -> renamed.put(named.apply(key), value));
    return renamed;
  }

  /// The tests that use a list.
  static List<LexiconTest> testsOf(Lexicon lexicon, String list) {
    return lexicon.tests().stream()
        .filter(it -> List.of(it.x(), it.y(), it.a(), it.b()).contains(list))
        .toList();
  }

  /// The lexicon without a list and without the tests that use it.
  static Lexicon withoutList(Lexicon lexicon, String name) {
    List<LexiconTest> gone = testsOf(lexicon, name);
    Map<String, TermList> terms = new LinkedHashMap<>(lexicon.terms());
    terms.remove(name);
    Map<String, Labels> labels = new LinkedHashMap<>(lexicon.labels());
    labels.remove(name);
    Map<String, String> sources = new LinkedHashMap<>(lexicon.sources());
    sources.remove(name);
    return new Lexicon(
        lexicon.id(),
        terms,
        labels,
        lexicon.tests().stream().filter(it -> !gone.contains(it)).toList(),
        withOrWithout(lexicon.groups(), name, false),
        withOrWithout(lexicon.attributes(), name, false),
        sources,
        lexicon.sections().stream()
            .map(it -> it.with(withOrWithout(it.lists(), name, false)))
            .filter(it -> !it.lists().isEmpty())
            .toList());
  }

  /// Lines of a text field, or cells of a table pasted into it, as terms: white space around them
  /// and characters that are not seen are taken away, and what is blank then is left out.
  static List<String> terms(String text) {
    return text.lines()
        .flatMap(line -> List.of(line.split("\t")).stream())
        .map(LexiconDraft::trimmed)
        .filter(term -> !term.isEmpty())
        .toList();
  }

  private static String trimmed(String term) {
    return term.replaceAll("^[\\s\\p{Z}\\p{Cf}\\p{Cc}]+|[\\s\\p{Z}\\p{Cf}\\p{Cc}]+$", "");
  }
}
