package dev.plumbline.stimulus;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Labels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A list of tests and the stimulus sets they use.
///
/// @param id name, usually the file's
/// @param label name to show
/// @param sets stimulus sets by name, in file order
/// @param tests tests, in file order; every set they name exists
public record Battery(
    String id, Labels label, Map<String, StimulusSet> sets, List<AssociationTest> tests) {
  public Battery {
    sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    tests = List.copyOf(tests);
    for (AssociationTest test : tests) {
      for (String set : List.of(test.x(), test.y(), test.a(), test.b())) {
        Arguments.check(sets.containsKey(set), "test " + test.id() + " names no set: " + set);
      }
    }
  }
}
