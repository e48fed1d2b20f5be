package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.LexiconFinding.Kind;
import dev.plumbline.core.TestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconChecksTest {
  private static List<LexiconFinding> of(boolean substring, String... terms) {
    return LexiconChecks.of(
        new Lexicon(
            "l", Map.of("list", new TermList(List.of(terms), substring)), Map.of(), List.of()));
  }

  @Test
  void plainTermsHaveNoFault() {
    assertEquals(
        List.of(), of(false, "woman", "young man", "african-american", "woman's", "c++", "naïve"));
    assertEquals(List.of(), of(true, "女性", "お母さん", "여자"));
  }

  @ParameterizedTest
  @CsvSource({
    "BLANK,'  '",
    "HALF_CHARACTER,'a\ud83d'",
    "INVISIBLE,'young\u00a0man'",
    "INVISIBLE,'woman\u200b'",
    "INVISIBLE,'woman\tshe'",
    "SPACES,'woman '",
    "SPACES,'young  man'",
    "DECOMPOSED,'cafe\u0301'",
    "SEVERAL,'woman, she'",
    "QUOTED,'\"woman\"'",
    "WHOLE_WORDS,女性"
  })
  void aTermThatIsHardlyFoundAsItIsWrittenIsTold(Kind kind, String term) {
    LexiconFinding only = of(false, "plain", term).getFirst();

    assertEquals(kind, only.kind());
    assertEquals(Optional.of("list"), only.list());
    assertEquals(OptionalInt.of(1), only.term());
  }

  @Test
  void emptyListsAndRepeatedTermsAreTold() {
    assertEquals(Kind.NO_TERM, of(false).getFirst().kind());
    assertEquals(
        Kind.NO_LIST,
        LexiconChecks.of(new Lexicon("l", Map.of(), Map.of(), List.of())).getFirst().kind());
    assertEquals(Kind.TWICE.at("list", 2, "she"), of(false, "she", "her", "she").getFirst());
    LexiconFinding same = of(false, "She", "her", "she").getFirst();
    assertEquals(Kind.SAME_BUT_CASE.at("list", 2, "she", "She"), same);
    assertEquals(List.of(true, false), List.of(Kind.TWICE.alone().isError(), same.isError()));
  }

  @Test
  void latinTermsThatAreLookedForAnywhereAreCountedOnce() {
    assertEquals(
        List.of(Kind.WITHIN_WORDS.at("list", 1, "OL", 2)), of(true, "女性", "OL", "man", "男性"));
  }

  @Test
  void testsOfListsThatAreGoneOrShareTermsAreTold() {
    Map<String, TermList> lists =
        Map.of(
            "x", new TermList(List.of("one", "Both", "mother"), false),
            "y", new TermList(List.of("both"), false),
            "a", new TermList(List.of("work"), false),
            "b", new TermList(List.of("mother"), false));
    List<LexiconFinding> found =
        LexiconChecks.of(
            new Lexicon(
                "l",
                lists,
                Map.of(),
                List.of(
                    new LexiconTest(new TestId("t"), "x", "y", "a", "b"),
                    new LexiconTest(new TestId("u"), "x", "y", "a", "gone"))));

    assertEquals(
        List.of(
            Kind.MISSING_LIST.alone("u", "gone"),
            Kind.BOTH_SIDES.at("x", 1, "t", "x", "y", "Both", 1),
            Kind.TARGET_AND_ATTRIBUTE.at("x", 2, "t", "x", "b", "mother", 1)),
        found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard", "sample", "gender-career"})
  void bundledLexiconsCanBeWritten(String id) {
    List<LexiconFinding> found = LexiconChecks.of(LexiconReader.bundled(id));

    assertTrue(found.stream().noneMatch(LexiconFinding::isError), found::toString);
  }
}
