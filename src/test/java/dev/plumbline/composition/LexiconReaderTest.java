package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconReaderTest {
  @TempDir Path folder;

  private Lexicon read(String json) throws IOException {
    return LexiconReader.read(Files.writeString(folder.resolve("my.json"), json));
  }

  @Test
  void listsKeepTheirOrderAndTheirWayOfMatching() throws IOException {
    Lexicon lexicon =
        read(
            """
            {"terms":{"women":["woman","she"],"女":{"match":"substring","terms":["女性"]},
              "men":{"terms":["man"]}},
             "labels":{"women":{"en":"women","ja":"女性"},"men":"men"},
             "tests":[{"id":"t","x":"women","y":"men","a":"女","b":"men"}]}
            """);

    assertEquals("my", lexicon.id());
    assertEquals(List.of("women", "女", "men"), List.copyOf(lexicon.terms().keySet()));
    assertTrue(lexicon.terms().get("女").substring());
    assertFalse(lexicon.terms().get("men").substring());
    assertEquals("女性", lexicon.labels().get("women").in(Locale.JAPANESE));
    assertEquals("t", lexicon.tests().getFirst().id().value());
  }

  @Test
  void writtenAndReadAgainALexiconIsTheSame() throws IOException {
    Lexicon lexicon = LexiconReader.bundled("gender-career");

    assertEquals(lexicon, read(LexiconReader.write(lexicon)));
  }

  @ParameterizedTest
  @CsvSource({
    "gender-career,3",
    "sample,4",
    "gender,0",
    "age,0",
    "race-ethnicity,0",
    "religion,0",
    "occupations,0",
    "attributes,0",
    "categories,0",
    "japanese,0",
    "standard,20"
  })
  void bundledLexiconsAreValid(String id, int tests) {
    Lexicon lexicon = LexiconReader.bundled(id);

    assertEquals(id, lexicon.id());
    assertEquals(tests, lexicon.tests().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json|my.json is not valid JSON",
        "[1]|$ must be an object",
        "{}|$ has no \"terms\"",
        "{\"terms\":{}}|$.terms has no list",
        "{\"terms\":{\"a\":[]}}|$.terms.a has no term",
        "{\"terms\":{\"a\":[\"x\",5]}}|$.terms.a[1] must be a text",
        "{\"terms\":{\"a\":[\" \"]}}|$.terms.a[0] must not be blank",
        "{\"terms\":{\"a\":[\"x\",\"x\"]}}|$.terms.a[1] repeats the term",
        "{\"terms\":{\"a\":\"x\"}}|$.terms.a must be an array",
        "{\"terms\":{\"a\":{\"match\":\"regex\",\"terms\":[\"x\"]}}}|$.terms.a.match must be",
        "{\"terms\":{\"a\":{\"match\":\"word\"}}}|$.terms.a.terms must be an array",
        "{\"terms\":{\"a\":[\"x\"]},\"tests\":{}}|$.tests must be an array",
        "{\"terms\":{\"a\":[\"x\"]},\"tests\":[{\"id\":\"t\",\"x\":\"a\",\"y\":\"b\"}]}|$.tests[0].y",
        "{\"terms\":{\"a\":[\"x\"]},\"tests\":[{\"x\":\"a\"}]}|$.tests[0].id must be a text",
        "{\"terms\":{\"a\":[\"x\"]},\"labels\":{\"b\":\"B\"}}|$.labels.b names no list",
        "{\"terms\":{\"a\":[\"x\"]},\"test\":[]}|$.test is unknown",
        "{\"terms\":{\"a\":[\"x\"]},\"title\":3}|$.title must be a text",
        "{\"terms\":{\"a\":[\"x\"]},\"sections\":{}}|$.sections must be an array",
        "{\"terms\":{\"a\":[\"x\"]},\"sections\":[3]}|$.sections[0] must be an object",
        "{\"terms\":{\"a\":[\"x\"]},\"sections\":[{\"id\":\"s\",\"label\":\"S\",\"lists\":[\"b\"]}]}|$.sections[0].lists"
            + " names no list",
        "{\"terms\":{\"a\":[\"x\"]},\"sections\":[{\"id\":\"s\",\"label\":\"S\",\"lists\":[]}]}|has"
            + " no list",
        "{\"terms\":{\"a\":[\"x\"]},\"sections\":[{\"id\":\"s\",\"label\":{},\"lists\":[\"a\"]}]}|$.sections[0].label"
            + " needs at least one language",
        "{\"terms\":{\"a\":[\"x\"]},\"sections\":[{\"id\":\"s\",\"label\":\"S\",\"lists\":[\"a\"]},{\"id\":\"t\",\"label\":\"T\",\"lists\":[\"a\"]}]}|$.sections[1].lists"
            + " names the list \"a\" again",
      })
  void aFaultIsNamedWithItsFileAndPlace(String json, String expected) {
    String sentence = assertThrows(PlumblineException.class, () -> read(json)).getMessage();

    assertTrue(sentence.contains(expected) && sentence.contains("my.json"), sentence);
  }

  @Test
  void missingLexiconsAreNamed() {
    assertTrue(
        assertThrows(PlumblineException.class, () -> LexiconReader.read(folder.resolve("no.json")))
            .getMessage()
            .contains("no.json"));
    for (String id : List.of("none", "../batteries/sample")) {
      assertTrue(
          assertThrows(PlumblineException.class, () -> LexiconReader.bundled(id))
              .getMessage()
              .contains(id));
    }
  }

  @Test
  void theStandardLexiconHoldsAllListsEachWithSourceAndLabelsAndAPart() {
    Lexicon standard = LexiconReader.bundled();

    assertEquals(standard.terms().keySet(), standard.sources().keySet());
    assertEquals(standard.terms().keySet(), standard.labels().keySet());
    for (String list : standard.terms().keySet()) {
      assertTrue(
          standard.groups().contains(list) != standard.attributes().contains(list),
          list + " is either a group or an attribute");
      assertEquals(list.endsWith("-ja"), standard.terms().get(list).substring(), list);
      assertFalse(standard.labels().get(list).in(Locale.JAPANESE).isBlank());
    }
    assertTrue(standard.terms().values().stream().mapToInt(l -> l.terms().size()).sum() > 1_900);
  }

  @Test
  void anOwnListReplacesTheIncludedOneOfItsName() throws IOException {
    Lexicon lexicon =
        read(
            """
            {"include":["gender","attributes"],"terms":{"women":["ladyship"]},"source":"mine",
             "tests":[{"id":"t","x":"women","y":"men","a":"career","b":"family"}]}
            """);

    assertEquals(List.of("ladyship"), lexicon.terms().get("women").terms());
    assertEquals("mine", lexicon.sources().get("women"));
    assertTrue(lexicon.sources().get("men").contains("10.1126/science.aal4230"));
    assertEquals(List.of("women", "men", "nonbinary"), lexicon.groups());
    assertEquals(1, lexicon.tests().size());
    assertEquals(lexicon, read(LexiconReader.write(lexicon)));
  }

  @Test
  void listsStandUnderTheHeadingsOfTheFilesTheyComeFrom() throws IOException {
    Lexicon standard = LexiconReader.bundled();
    assertEquals(
        List.of(
            "gender",
            "age",
            "race-ethnicity",
            "religion",
            "occupations",
            "attributes",
            "categories",
            "japanese"),
        standard.sections().stream().map(LexiconSection::id).toList());
    assertTrue(standard.terms().keySet().stream().allMatch(it -> standard.section(it).isPresent()));
    assertEquals("性別", standard.section("women").orElseThrow().label().in(Locale.JAPANESE));
    assertEquals(standard, read(LexiconReader.write(standard)));
    Lexicon mine =
        read(
            """
            {"include":["gender"],"title":"Mine","terms":{"women":["lady"],"cats":["cat"]}}
            """);
    assertEquals("Mine", mine.section("women").orElseThrow().label().in(Locale.ENGLISH));
    assertEquals("gender", mine.section("men").orElseThrow().id());
    assertEquals(mine, read(LexiconReader.write(mine)));
  }

  @Test
  void hostileFilesAreToldInOneSentence() throws IOException {
    byte[] halved =
        "{\"terms\":{\"a\":[\"\u00e9\"]}}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    for (byte[] bytes :
        List.of(
            new byte[0],
            new byte[] {0, 0, 0},
            halved,
            "[".repeat(100_000).getBytes(),
            ("{\"terms\":" + "{\"a\":".repeat(50_000)).getBytes(),
            new byte[(64 << 20) + 1])) {
      Path file = Files.write(folder.resolve("hostile.json"), bytes);
      String sentence =
          assertThrows(PlumblineException.class, () -> LexiconReader.read(file)).getMessage();
      assertTrue(sentence.contains("hostile.json"), sentence);
      assertEquals(1, sentence.lines().count(), sentence);
      assertTrue(sentence.length() < 400 + file.toString().length(), sentence);
    }
    assertTrue(
        assertThrows(PlumblineException.class, () -> LexiconReader.read(folder))
            .getMessage()
            .contains(folder.toString()));
  }

  @Test
  void everyBundledLexiconIsTheSameWrittenToAFileAndReadAgain() {
    for (String id : LexiconReader.BUNDLED) {
      Path file = folder.resolve("new folder").resolve(id + ".json");
      LexiconReader.write(file, LexiconReader.bundled(id));
      assertEquals(LexiconReader.bundled(id), LexiconReader.read(file));
    }
  }

  @Test
  void aHundredThousandTermsAreReadAtOnce() throws IOException {
    StringBuilder json = new StringBuilder("{\"terms\":{\"a\":[\"0\"");
    for (int i = 1; i < 100_000; i++) {
      json.append(",\"").append(i).append('"');
    }
    long start = System.nanoTime();
    assertEquals(100_000, read(json.append("]}}").toString()).terms().get("a").terms().size());
    assertTrue(System.nanoTime() - start < 10_000_000_000L, "reading is not linear");
  }

  @Test
  void whatCannotBeIncludedIsToldWithItsPlace() {
    assertTrue(
        assertThrows(PlumblineException.class, () -> read("{\"include\":[\"nothing\"]}"))
            .getMessage()
            .contains("nothing"));
    assertTrue(
        assertThrows(
                PlumblineException.class, () -> read("{\"include\":[\"gender\",\"standard\"]}"))
            .getMessage()
            .contains("$.include brings the list \"women\" twice"));
  }
}
