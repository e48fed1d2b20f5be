package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.composition.TermList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one lexicon has and another has not, in numbers and by name.
///
/// Lists are the same by name; a test that compares other lists under the same id counts on both
/// sides.
///
/// @param lists lists that only the one has
/// @param terms terms of lists that both have, or that only the one has
/// @param tests tests that only the one has
/// @param where names of the lists and tests concerned, lists first
record LexiconDifference(int lists, int terms, int tests, Set<String> where) {
  /// What `one` has and `other` has not.
  static LexiconDifference of(Lexicon one, Lexicon other) {
    int lists = 0;
    int terms = 0;
    Set<String> where = new LinkedHashSet<>();
    for (var each : one.terms().entrySet()) {
      Optional<TermList> same = Optional.ofNullable(other.terms().get(each.getKey()));
      List<String> more = new ArrayList<>(each.getValue().terms());
      more.removeAll(same.map(TermList::terms).orElse(List.of()));
      lists += same.isEmpty() ? 1 : 0;
      terms += more.size();
      if (same.isEmpty() || !more.isEmpty()) {
        where.add(each.getKey());
      }
    }
    List<LexiconTest> tests = new ArrayList<>(one.tests());
    tests.removeAll(other.tests());
    tests.forEach(test -> where.add(test.id().value()));
    return new LexiconDifference(lists, terms, tests.size(), where);
  }
}
