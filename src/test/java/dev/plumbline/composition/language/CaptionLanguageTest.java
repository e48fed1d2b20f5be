package dev.plumbline.composition.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionLanguageTest {
  private static final Path FOLDER = Path.of("src/test/resources/language");
  private static CaptionLanguage languages;

  @BeforeAll
  static void load() {
    languages = CaptionLanguage.load();
  }

  @AfterAll
  static void close() {
    languages.close();
  }

  /// Told and right captions of a language.
  private record Tally(int all, int told, int right) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally add(String truth, String found) {
      boolean named = !found.equals(CaptionLanguage.UNDETERMINED);
      return new Tally(
          all + 1, told + (named ? 1 : 0), right + (named && found.equals(truth) ? 1 : 0));
    }

    Tally plus(Tally other) {
      return new Tally(all + other.all, told + other.told, right + other.right);
    }
  }

  private static Map<String, Tally> measured(String file) throws IOException {
    Map<String, Tally> tallies = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      String[] cells = line.split("\t");
      Tally before = tallies.getOrDefault(cells[0], Tally.NONE);
      tallies.put(cells[0], before.add(cells[0], languages.of(cells[1])));
    }
    return tallies;
  }

  /// Told and right captions of each language, as `de 20/20/20` (all, told, right).
  private static String rates(Map<String, Tally> tallies) {
    String rates =
        tallies.entrySet().stream()
            .map(
                each ->
                    "%s %d/%d/%d"
                        .formatted(
                            each.getKey(),
                            each.getValue().all(),
                            each.getValue().told(),
                            each.getValue().right()))
            .collect(Collectors.joining(", "));
    System.out.println("captions, told, right by language: " + rates);
    return rates;
  }

  private static Tally all(Map<String, Tally> tallies) {
    return tallies.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  @Test
  void ofTheCaptionsOnWhichTheRuleWasChosenFewAreWrongAndMostAreTold() throws IOException {
    Map<String, Tally> tallies = measured("captions.tsv");
    assertEquals(15, tallies.size());
    assertEquals(new Tally(300, 278, 277), all(tallies), () -> tallies + "");
  }

  @Test
  void ofUnseenCaptionsFewAreWrongAndMostAreTold() throws IOException {
    Map<String, Tally> tallies = measured("unseen.tsv");
    assertEquals(15, tallies.size());
    assertEquals(new Tally(150, 136, 136), all(tallies), () -> tallies + "");
    assertEquals(
        "cs 10/9/9, da 10/6/6, de 10/9/9, en 10/10/10, es 10/8/8, fi 10/10/10, "
            + "fr 10/8/8, hu 10/10/10, it 10/10/10, ja 10/10/10, nl 10/10/10, pl 10/10/10, "
            + "pt 10/9/9, ru 10/8/8, uk 10/9/9",
        rates(tallies));
  }

  @Test
  void theUndeterminedAreNotSpreadEvenly() throws IOException {
    assertEquals(
        "ar 20/18/18, de 20/18/18, en 20/20/20, es 20/18/18, fr 20/18/18, it 20/20/20, "
            + "ja 20/20/20, ko 20/20/20, nl 20/18/18, pl 20/19/19, pt 20/19/19, ru 20/11/10, "
            + "sv 20/19/19, tr 20/20/20, zh 20/20/20",
        rates(measured("captions.tsv")));
  }

  @Test
  void japaneseInHanCharactersAloneIsPartlyToldAndChineseIsNeverTakenForIt() throws IOException {
    Map<String, Tally> tallies = measured("han.tsv");
    assertEquals("ja 62/62/23, zh 61/61/61", rates(tallies));
  }

  @ParameterizedTest
  @CsvSource({
    "国際空港, ja",
    "駅前, ja",
    "富士山, zh",
    "新幹線, zh",
    "机场, zh",
    "機場, zh",
    "拿着書的女孩, zh",
    "ㄅㄆㄇ, zh"
  })
  void hanCharactersAloneAreJapaneseWhereOnlyItsStandardHasThem(String caption, String language) {
    assertEquals(language, languages.of(caption));
  }

  @Test
  void textsWithoutALanguageAreUndetermined() throws IOException {
    List<String> told = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("undetermined.txt"))) {
      String found = languages.of(line);
      if (!found.equals(CaptionLanguage.UNDETERMINED)) {
        told.add(line + " " + found);
      }
    }
    assertEquals(List.of(), told);
  }

  @ParameterizedTest
  @CsvSource({
    "ソニー WH-1000XM3 ヘッドホン, ja",
    "犬の写真, ja",
    "雪山, zh",
    "눈사람, ko",
    "Καλημέρα, el",
    "שלום, he",
    "สวัสดี, th",
    "வணக்கம், ta",
    "გამარჯობა, ka",
    "Բարեւ, hy",
    "নমস্কার, bn"
  })
  void aWritingSystemOfOneLanguageDecidesAlone(String caption, String language) {
    assertEquals(language, languages.of(caption));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VINTAGE KITCHEN TABLE WITH FOUR WOODEN CHAIRS",
        "Vintage Kitchen Table With Four Wooden Chairs",
        "vintage kitchen table with four wooden chairs 1960s IMG_2231.jpg",
        "Vintage kitchen table with four wooden chairs &amp; a lamp | www.shop.example",
        "<b>Vintage kitchen table</b> with four wooden chairs あ"
      })
  void caseFileNamesMarkupAndSingleForeignLettersDoNotMatter(String caption) {
    assertEquals("en", languages.of(caption));
  }

  @Test
  void hostileCaptionsAreUndeterminedOrToldInTime() {
    assertEquals(CaptionLanguage.UNDETERMINED, languages.of("\u0000\ud800"));
    assertEquals(CaptionLanguage.UNDETERMINED, languages.of("<".repeat(100_000)));
    assertEquals("en", languages.of("the old house near the river ".repeat(100_000)));
    assertEquals(CaptionLanguage.UNDETERMINED, languages.of("あ"));
    assertEquals(CaptionLanguage.UNDETERMINED, languages.of("𓀀𓀁𓀂𓀃"));
  }
}
