package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Changes of a lexicon's tests, each returning a new lexicon.
final class LexiconTests {
  private LexiconTests() {}

  /// The lexicon with one more test: of the first two groups by the first two attributes; a set for
  /// which there is no list is left open, as an empty name.
  static Lexicon withTest(Lexicon lexicon, TestId id) {
    List<LexiconTest> tests = new ArrayList<>(lexicon.tests());
    tests.add(
        new LexiconTest(
            id,
            nth(lexicon.groups(), 0),
            nth(lexicon.groups(), 1),
            nth(lexicon.attributes(), 0),
            nth(lexicon.attributes(), 1)));
    return with(lexicon, tests);
  }

  private static String nth(List<String> lists, int n) {
    return n < lists.size() ? lists.get(n) : "";
  }

  /// The lexicon with a test changed.
  static Lexicon changed(Lexicon lexicon, TestId id, UnaryOperator<LexiconTest> change) {
    return with(
        lexicon,
        lexicon.tests().stream()
            .map(test -> test.id().equals(id) ? change.apply(test) : test)
            .toList());
  }

  /// The lexicon without a test.
  static Lexicon without(Lexicon lexicon, TestId id) {
    return with(lexicon, lexicon.tests().stream().filter(test -> !test.id().equals(id)).toList());
  }

  /// An id that no test has: the wanted one, else the first with a number behind it.
  static TestId freeId(Lexicon lexicon, String wanted) {
    List<TestId> taken = lexicon.tests().stream().map(LexiconTest::id).toList();
    TestId id = new TestId(wanted);
    for (int i = 2; taken.contains(id); i++) {
      id = new TestId(wanted + "-" + i);
    }
    return id;
  }

  private static Lexicon with(Lexicon lexicon, List<LexiconTest> tests) {
    return new Lexicon(
        lexicon.id(),
        lexicon.terms(),
        lexicon.labels(),
        tests,
        lexicon.groups(),
        lexicon.attributes(),
        lexicon.sources(),
        lexicon.sections());
  }

  /// One of the four sets of a test.
  enum Place {
    X,
    Y,
    A,
    B;

    /// The list that the set is.
    String of(LexiconTest test) {
      return switch (this) {
        case X -> test.x();
        case Y -> test.y();
        case A -> test.a();
        case B -> test.b();
      };
    }

    /// The test with another list for the set.
    LexiconTest in(LexiconTest test, String list) {
      return new LexiconTest(
          test.id(),
          this == X ? list : test.x(),
          this == Y ? list : test.y(),
          this == A ? list : test.a(),
          this == B ? list : test.b());
    }
  }
}
