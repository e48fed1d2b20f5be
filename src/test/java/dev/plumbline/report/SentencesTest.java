package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  private static final Pattern ENGLISH = Pattern.compile("\\b(the|expected|is|has|are|not)\\b");

  private final Messages japanese = Messages.load("ui", Locale.JAPANESE);

  @Test
  void gapsAreFilledAndMayHoldSentencesThemselves() {
    assertEquals("言及する行がありません。", japanese.sentence("No row mentions it."));
    assertEquals(
        "再標本 200 個のうち 12 個で d が定義されず、信頼区間から除かれています。",
        japanese.sentence(
            "d is not defined in 12 of 200 resamples, which the interval leaves out."));
    assertEquals(
        "a/labels.csv の 3 行目、列 age が空です：画像を書くか、行を消してください。",
        japanese.sentence(
            "a/labels.csv, row 3, column age is empty: name the image or drop the row."));
    assertEquals(
        "フィルターは language を使いますが、a.csv に language の列がありません："
            + "列を割り当てる（LANGUAGE=NAME）か、条件を外してください。"
            + "検出した言語は標本のものなので、行は選べません。",
        japanese.sentence(
            "The filter asks for language, but no column of a.csv is the language: assign one to"
                + " it (LANGUAGE=NAME) or leave the condition out. Languages that are detected are"
                + " those of a sample: they cannot choose rows."));
    assertEquals(
        "フォルダー C:\\x {1} $1 がありません。", japanese.sentence("There is no folder C:\\x {1} $1."));
  }

  @Test
  void whatIsNotKnownStaysAsItIs() {
    assertEquals("Nobody says this.", japanese.sentence("Nobody says this."));
    assertEquals("", japanese.sentence(""));
    Messages english = Messages.load("ui", Locale.ENGLISH);
    assertEquals("No row mentions it.", english.sentence("No row mentions it."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "words",
        "words >= ",
        "words >= many",
        "words >= 3 and",
        "words >= 3 4",
        "words >= 3x",
        "words >= 1e999",
        "words between 5 and 3",
        "words between 3",
        "words is",
        "words top 120%",
        "words top 3",
        "words = 'three'",
        "language >= 3",
        "language in en",
        "language in ('en'",
        "language in ('en' 'ja')",
        "caption has",
        "caption mentions list 3",
        "caption mentions 3",
        "nothing >= 3",
        "& 3",
        "'three",
        "\"\" >= 3",
        "language = 'a\u0001'",
        "language in file 'no-such-list.txt'",
        "(words >= 3",
        "3 >= words"
      })
  void everyFaultOfAFilterIsToldInJapanese(String filter) {
    String told = assertThrows(PlumblineException.class, () -> Filter.parse(filter)).getMessage();
    String said = japanese.sentence(told);
    assertFalse(ENGLISH.matcher(said.replaceAll("\"[^\"]*\"|is missing|has の", "")).find(), said);
  }

  /// A sentence that the program no longer says would not be found on screen.
  @Test
  void theProgramSaysTheSentencesAsTheyStand() throws IOException {
    String source = literals();
    Properties sentences = new Properties();
    try (var in =
        new InputStreamReader(
            SentencesTest.class.getResourceAsStream("/assets/i18n/sentences.properties"),
            StandardCharsets.UTF_8)) {
      sentences.load(in);
    }
    assertTrue(sentences.size() > 100);
    sentences.forEach(
        (key, sentence) ->
            List.of(sentence.toString().split("\\{\\d}"))
                .forEach(part -> assertTrue(source.contains(part), () -> key + ": " + part)));
  }

  /// All text between quotes, with what is joined by `+` joined and escapes undone.
  private static String literals() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return Pattern.compile("(?<!\\\\)\"\\s*\\+\\s*\"")
        .matcher(all)
        .replaceAll("")
        .replace("\\\"", "\"");
  }
}
