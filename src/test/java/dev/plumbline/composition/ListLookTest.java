package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListLookTest {
  private static final List<String> CAPTIONS =
      List.of(
          "A china plate",
          "bone china cup",
          "Great Wall of China",
          "a China plate",
          "Chinatown",
          "chinese new year in china",
          "chinese new year",
          "a plate",
          "");

  @Test
  void eachTermSaysWhatItCatchesAndWhatItAloneCatches() {
    ListLook look =
        ListLook.of(
            new TermList(List.of("china", "chinese", "great wall of china", "beijing"), false),
            CAPTIONS);

    assertEquals(9, look.captions());
    assertEquals(6, look.caught());
    assertEquals(
        List.of(
            new TermLook("china", 5, 3, Optional.empty(), List.of(0, 1, 2, 3, 5)),
            new TermLook("chinese", 2, 1, Optional.empty(), List.of(5, 6)),
            new TermLook("great wall of china", 1, 0, Optional.of("china"), List.of(2)),
            new TermLook("beijing", 0, 0, Optional.empty(), List.of())),
        look.terms());
  }

  @Test
  void neighboursTellTheFalseFriend() {
    assertEquals(
        List.of(new TermNeighbour("plate", false, 2), new TermNeighbour("a", true, 2)).stream()
            .sorted(java.util.Comparator.comparing(TermNeighbour::word))
            .toList(),
        TermNeighbour.of("china", CAPTIONS, 5));
    assertEquals(
        List.of(new TermNeighbour("chinese", true, 2)),
        TermNeighbour.of("new year", CAPTIONS, 1).stream().filter(it -> it.before()).toList());
    assertEquals(
        List.of(new TermNeighbour("𝒳y", false, 2)),
        TermNeighbour.of("a", List.of("a-𝒳y", "A 𝒳Y, a", "a. b"), 3));
  }

  @Test
  void copiesAreShownOnce() {
    ListLook look = ListLook.of(new TermList(List.of("a"), false), List.of("a b", "a b", "a c"));

    assertEquals(List.of(0, 2), look.terms().getFirst().examples());
    assertEquals(3, look.terms().getFirst().captions());
  }

  @Test
  void spansAndCountsAgreeWithTheMatcherOfAProfile() {
    Random random = new Random(5);
    String letters = "aB 1_-é女\ud83d\ude00";
    for (int round = 0; round < 400; round++) {
      boolean substring = random.nextBoolean();
      List<String> terms = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        terms.add(text(random, letters, 1 + random.nextInt(3)));
      }
      List<String> captions = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        captions.add(text(random, letters, random.nextInt(12)));
      }
      TermList list = new TermList(terms, substring);
      Lexicon lexicon = new Lexicon("l", Map.of("list", list), Map.of(), List.of());
      ListLook look = ListLook.of(list, captions);
      for (TermLook term : look.terms()) {
        long spans =
            captions.stream()
                .filter(it -> !TermSpan.of(term.term(), substring, it).isEmpty())
                .count();
        assertEquals(spans, term.captions(), term + " in " + captions);
      }
      assertEquals(Map.of("list", look.caught()), ListLook.caught(lexicon, captions));
    }
  }

  private static String text(Random random, String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int at =
          letters.offsetByCodePoints(
              0, random.nextInt(letters.codePointCount(0, letters.length())));
      text.appendCodePoint(letters.codePointAt(at));
    }
    return text.toString();
  }
}
