package dev.plumbline.composition;

import dev.plumbline.composition.LexiconFinding.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Looks a lexicon through for what keeps it from being read and for what makes its counts
/// meaningless or weak: lists without terms, terms that stand twice, tests of lists that are not
/// there; terms that matching will hardly ever find as they are written; terms that count on both
/// sides of a test.
public final class LexiconChecks {
  private static final List<String> SETS = List.of("X", "Y", "A", "B");

  private final Lexicon lexicon;
  private final List<LexiconFinding> findings = new ArrayList<>();

  private LexiconChecks(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Everything found, errors first, then in the lexicon's order.
  public static List<LexiconFinding> of(Lexicon lexicon) {
    LexiconChecks checks = new LexiconChecks(lexicon);
    if (lexicon.terms().isEmpty()) {
      checks.findings.add(Kind.NO_LIST.alone());
    }
    lexicon.terms().forEach(checks::list);
    lexicon.tests().forEach(checks::test);
    return Stream.concat(
            checks.findings.stream().filter(LexiconFinding::isError),
            checks.findings.stream().filter(it -> !it.isError()))
        .toList();
  }

  private void list(String name, TermList list) {
    if (list.terms().isEmpty()) {
      findings.add(Kind.NO_TERM.about(name));
    }
    Set<String> exact = new HashSet<>();
    Map<String, String> folded = new HashMap<>();
    for (int i = 0; i < list.terms().size(); i++) {
      String term = list.terms().get(i);
      String same = folded.putIfAbsent(fold(term), term);
      if (term.isBlank()) {
        findings.add(Kind.BLANK.at(name, i, i + 1));
      } else if (!exact.add(term)) {
        findings.add(Kind.TWICE.at(name, i, term));
      } else if (same != null) {
        findings.add(Kind.SAME_BUT_CASE.at(name, i, term, same));
      } else {
        term(name, i, term);
      }
    }
    scripts(name, list);
  }

  private void term(String list, int place, String term) {
    int hidden = TermScript.invisible(term);
    if (TermScript.halved(term)) {
      findings.add(Kind.HALF_CHARACTER.at(list, place, term));
    } else if (hidden >= 0) {
      findings.add(Kind.INVISIBLE.at(list, place, term, "U+%04X".formatted(hidden)));
    } else if (!term.equals(term.strip()) || term.contains("  ")) {
      findings.add(Kind.SPACES.at(list, place, term));
    } else if (!Normalizer.isNormalized(term, Normalizer.Form.NFC)) {
      findings.add(Kind.DECOMPOSED.at(list, place, term));
    } else if (term.matches(".*[,;、，；].*")) {
      findings.add(Kind.SEVERAL.at(list, place, term));
    } else if (term.matches("([\"“«「]).*([\"”»」])")) {
      findings.add(Kind.QUOTED.at(list, place, term));
    }
  }

  private void scripts(String name, TermList list) {
    List<String> wrong =
        list.terms().stream()
            .filter(list.substring() ? TermScript::endsInWords : TermScript::withoutSpaces)
            .toList();
    if (!wrong.isEmpty()) {
      Kind kind = list.substring() ? Kind.WITHIN_WORDS : Kind.WHOLE_WORDS;
      findings.add(
          kind.at(name, list.terms().indexOf(wrong.getFirst()), wrong.getFirst(), wrong.size()));
    }
  }

  private void test(LexiconTest test) {
    boolean whole = true;
    List<String> lists = lists(test);
    for (int i = 0; i < lists.size(); i++) {
      if (lists.get(i).isEmpty()) {
        findings.add(Kind.NO_SET.alone(test.id().value(), SETS.get(i)));
        whole = false;
      }
    }
    whole &= distinct(test, 0) & distinct(test, 2);
    for (String list : new LinkedHashSet<>(lists)) {
      if (!list.isEmpty() && !lexicon.terms().containsKey(list)) {
        findings.add(Kind.MISSING_LIST.alone(test.id().value(), list));
        whole = false;
      }
    }
    if (whole) {
      shared(Kind.BOTH_SIDES, test, test.x(), test.y());
      shared(Kind.BOTH_SIDES, test, test.a(), test.b());
      for (String target : List.of(test.x(), test.y())) {
        for (String attribute : List.of(test.a(), test.b())) {
          shared(Kind.TARGET_AND_ATTRIBUTE, test, target, attribute);
        }
      }
    }
  }

  /// Whether a set and the one behind it, which it is compared with, are two lists.
  private boolean distinct(LexiconTest test, int place) {
    String list = lists(test).get(place);
    boolean same = !list.isEmpty() && list.equals(lists(test).get(place + 1));
    if (same) {
      findings.add(
          Kind.SAME_LIST.alone(test.id().value(), SETS.get(place), SETS.get(place + 1), list));
    }
    return !same;
  }

  private void shared(Kind kind, LexiconTest test, String one, String other) {
    Set<String> there = new HashSet<>();
    lexicon.terms().get(other).terms().forEach(term -> there.add(fold(term)));
    List<String> both =
        lexicon.terms().get(one).terms().stream().filter(it -> there.contains(fold(it))).toList();
    if (!both.isEmpty()) {
      int place = lexicon.terms().get(one).terms().indexOf(both.getFirst());
      findings.add(
          kind.at(one, place, test.id().value(), one, other, both.getFirst(), both.size()));
    }
  }

  private static List<String> lists(LexiconTest test) {
    return List.of(test.x(), test.y(), test.a(), test.b());
  }

  private static String fold(String term) {
    return new String(CaseFolding.fold(term));
  }
}
