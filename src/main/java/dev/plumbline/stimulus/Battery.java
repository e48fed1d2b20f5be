package dev.plumbline.stimulus;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A list of tests and the stimulus sets they use.
///
/// @param id name, usually the file's
/// @param label name to show
/// @param sets stimulus sets by name, in file order
/// @param tests tests, in file order; every set they name exists
/// @param imageSource where its image folders are to be had, empty if the user has them anyway
public record Battery(
    String id,
    Labels label,
    Map<String, StimulusSet> sets,
    List<AssociationTest> tests,
    Optional<Provider> imageSource) {
  public Battery {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    tests = List.copyOf(tests);
    for (AssociationTest test : tests) {
      for (String set : test.sets()) {
        Arguments.check(sets.containsKey(set), "test " + test.id() + " names no set: " + set);
      }
    }
  }

  /// A battery whose images the user has.
  public Battery(
      String id, Labels label, Map<String, StimulusSet> sets, List<AssociationTest> tests) {
    this(id, label, sets, tests, Optional.empty());
  }

  /// Name of a set in the reader's language; a set that the battery does not have is called by its
  /// key.
  public String nameOf(String set, Locale locale) {
    StimulusSet known = sets.get(set);
    return known == null ? set : known.label().in(locale);
  }

  /// The battery with other tests over the same sets.
  public Battery withTests(List<AssociationTest> others) {
    return new Battery(id, label, sets, others, imageSource);
  }

  /// The battery with other sets and tests.
  public Battery with(Map<String, StimulusSet> otherSets, List<AssociationTest> otherTests) {
    return new Battery(id, label, otherSets, otherTests, imageSource);
  }

  /// The tests that use a set.
  public List<AssociationTest> testsOf(String set) {
    return tests.stream().filter(test -> test.sets().contains(set)).toList();
  }

  /// The battery in these orders only; a test that is left without order goes.
  public Battery inOrders(Collection<Order> wanted) {
    return withTests(
        tests.stream()
            .map(test -> test.withOrders(test.orders().stream().filter(wanted::contains).toList()))
            .filter(test -> !test.orders().isEmpty())
            .toList());
  }
}
