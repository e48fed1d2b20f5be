package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermMatcherTest {
  private static boolean mentions(String caption, String term, boolean substring) {
    Lexicon lexicon =
        new Lexicon(
            "l", Map.of("list", new TermList(List.of(term), substring)), Map.of(), List.of());
    return !new TermMatcher(lexicon).find(caption).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A Woman, smiling|woman|true",
        "womanly|woman|false",
        "policewoman|woman|false",
        "woman's day|woman|true",
        "woman_1|woman|false",
        "woman1|woman|false",
        "drei Frauen|Frau|false",
        "die FRAU!|frau|true",
        "un café noir|caf|false",
        "un CAFÉ noir|café|true",
        "éte|te|false",
        "красная ЖЕНЩИНА|женщина|true",
        "женщинам|женщина|false",
        "ΣΟΦΟΣ ανήρ|σοφος|true",
        "the living room.|living room|true",
        "the living  room|living room|false",
        "nonliving room|living room|false",
        "a t-shirt here|t-shirt|true",
        "a t-shirts here|t-shirt|false",
        "I like c++ a lot|c++|true",
        "c++x|c++|false",
        "#metoo now|#metoo|true",
        "x#metoo|#metoo|false",
        "女性が働く|女性|false",
        "m²|m|false",
        "１ m|m|true",
        "𝒳woman|woman|false",
        "👩woman|woman|true",
        "woman👩|woman|true",
        "𐐨woman|woman|false",
        "𐐀|𐐨|true",
        "İstanbul|istanbul|true",
        "mañana|man|false",
        "e-mail man|man|true",
        "STRASSE|straße|false",
        "GROẞ|groß|true",
      })
  void aTermStandsBetweenCharactersOfNoWord(String caption, String term, boolean expected) {
    assertEquals(expected, mentions(caption, term, false));
    assertEquals(expected, ReferenceProfile.mentions(caption, term, false));
  }

  @Test
  void aSubstringTermIsFoundAnywhere() {
    assertTrue(mentions("女性が働く", "女性", true));
    assertTrue(mentions("policewoman", "WOMAN", true));
    assertTrue(mentions("a 👩👧 b", "👧", true));
  }

  @Test
  void aTermInsideALongerOneIsFoundToo() {
    Lexicon lexicon =
        new Lexicon(
            "l",
            Map.of(
                "list",
                new TermList(List.of("room", "living room", "living", "a b", "b a"), false)),
            Map.of(),
            List.of());
    TermMatcher matcher = new TermMatcher(lexicon);

    assertEquals(5, matcher.find("the living room, a b a").cardinality());
  }

  @Test
  void termsThatDifferInCaseOnlyAreOne() {
    Map<String, TermList> terms = new LinkedHashMap<>();
    terms.put("a", new TermList(List.of("Rose", "rose"), false));
    terms.put("b", new TermList(List.of("ROSE"), false));
    terms.put("c", new TermList(List.of("rose"), true));
    TermMatcher matcher = new TermMatcher(new Lexicon("l", terms, Map.of(), List.of()));

    assertEquals(2, matcher.terms());
    assertEquals(matcher.ids().get("a").get("Rose"), matcher.ids().get("b").get("ROSE"));
  }

  @Test
  void randomCaptionsAgreeWithTheReference() {
    String[] parts = {
      "a", "b", "A", "é", "É", "e\u0301", "ñ", "ß", "ẞ", "ſ", "S", "K", "k", "µ", "μ", "Σ", "ς",
          "σ",
      "İ", "ı", "i", "I", "я", "Я", "女", "性", "1", "²", "_", " ", " ", " ", "-", "'", ".", "\n",
      "\u0000", "\u00a0", "\u3000", "👩", "𐐀", "𐐨", "ा", "क"
    };
    Random random = new Random(20261123);
    List<String> terms = new ArrayList<>();
    while (terms.size() < 150) {
      String term = text(random, parts, 1 + random.nextInt(4));
      if (!term.isBlank() && !terms.contains(term)) {
        terms.add(term);
      }
    }
    Map<String, TermList> lists = new LinkedHashMap<>();
    lists.put("word", new TermList(terms.subList(0, 100), false));
    lists.put("substring", new TermList(terms.subList(100, 150), true));
    TermMatcher matcher = new TermMatcher(new Lexicon("l", lists, Map.of(), List.of()));
    for (int i = 0; i < 3000; i++) {
      String caption = text(random, parts, random.nextInt(14));
      var found = matcher.find(caption);
      lists.forEach(
          (name, list) -> {
            for (String term : list.terms()) {
              assertEquals(
                  ReferenceProfile.mentions(caption, term, list.substring()),
                  found.get(matcher.ids().get(name).get(term)),
                  () -> "term \"" + term + "\" in \"" + caption + "\"");
            }
          });
    }
  }

  private static String text(Random random, String[] parts, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }
}
