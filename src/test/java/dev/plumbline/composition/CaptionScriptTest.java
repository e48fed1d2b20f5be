package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.report.BinNames;
import dev.plumbline.report.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionScriptTest {
  private static String script(String caption) {
    return CaptionScript.all().get(CaptionScript.of(caption));
  }

  /// A caption of some letters of all kinds of scripts, with and without a majority.
  static String random(Random random) {
    String[] pieces = {
      "dog",
      "É",
      "e\u0301",
      "ｆｕｌｌ",
      "ﬁ",
      "犬",
      "々",
      "漢字",
      "いぬ",
      "イヌ",
      "ｲﾇ",
      "ー",
      "собака",
      "كلب",
      "개",
      "หมา",
      "σκύλος",
      "כלב",
      "कुत्ता",
      "কুকুর",
      "நாய்",
      "కుక్క",
      "നായ",
      "ನಾಯಿ",
      "કૂતરો",
      "ਕੁੱਤਾ",
      "କୁକୁର",
      "බල්ලා",
      "ခွေး",
      "ឆ្កែ",
      "ໝາ",
      "ཁྱི",
      "ძაღლი",
      "շուն",
      "ውሻ",
      "ކުއްތާ",
      "ㄍㄡ",
      "ᏗᎵ",
      "ᠨᠣ",
      "ܟܠܒܐ",
      "\ud840\udc00",
      "\ud801\udc00\ud801\udc01",
      "\ud83d\udc15",
      "µ",
      "ª",
      "\ud835\udc00",
      "123",
      "٣",
      " ",
      ", ",
      "_",
      "\u3000"
    };
    StringBuilder caption = new StringBuilder();
    String often = pieces[random.nextInt(pieces.length)];
    for (int i = random.nextInt(7); i > 0; i--) {
      caption.append(random.nextBoolean() ? often : pieces[random.nextInt(pieces.length)]);
    }
    return caption.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "a dog on a couch, Latn",
    "'', none",
    "2024-01-02 · 100 %, none",
    "👩, none",
    "собака и кот, Cyrl",
    "犬と猫, Jpan",
    "東京駅, Hani",
    "東京駅の, Jpan",
    "ソニー, Jpan",
    "ｲﾇ, Jpan",
    "ーーー, none",
    "ー犬, Hani",
    "강아지 사진, Hang",
    "大韓民國 사진, Hani",
    "韓國 사진, mixed",
    "iPhone イヌとネコと, mixed",
    "iPhone 用ケース, Latn",
    "iPhone カバーケースセット, Jpan",
    "ABC АБВ, mixed",
    "ABCD АБВ, Latn",
    "aé, Latn",
    "e\u0301, Latn",
    "Ａ, Latn",
    "µ, none",
    "𝐀𝐁𝐂, none",
    "ᏣᎳᎩ, other",
    "ᏣᎳᎩ ᠨᠣ dog, other",
    "𠀀, Hani",
    "𐐀, other",
    "هذا كلب, Arab",
    "कुत्ता, Deva"
  })
  void aMajorityOfLettersDecides(String caption, String script) {
    assertEquals(script, script(caption));
    assertEquals(script, ReferenceScript.of(caption));
  }

  @Test
  void randomCaptionsAreAsLetterByLetter() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String caption = random(random);
      assertEquals(ReferenceScript.of(caption), script(caption), caption);
    }
  }

  @Test
  void everyKeyHasANameInBothLanguages() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      Messages messages = Messages.load("report", locale);
      BinNames names = new BinNames(messages);
      Set<String> seen = new HashSet<>();
      for (String key : CaptionScript.all()) {
        assertTrue(messages.has("bin.script." + key), key);
        assertTrue(seen.add(names.bin("script", key)), key);
      }
      for (String key : List.of(WebDomain.ADDRESS, WebDomain.ONE_LABEL, "(other)")) {
        assertNotEquals(key, names.bin("tld", key));
      }
      assertEquals("example.com", names.bin("domain", "example.com"));
    }
  }

  @Test
  void everyLetterOfTheBasicPlaneBelongsToItsScript() {
    for (int point = 0; point <= Character.MAX_VALUE; point++) {
      if (!Character.isSurrogate((char) point)) {
        String letter = Character.toString(point);
        assertEquals(ReferenceScript.of(letter), script(letter), Integer.toHexString(point));
      }
    }
    assertEquals("none", script("\ud840"));
    assertEquals(List.of("none", "mixed", "other", "Jpan"), CaptionScript.all().subList(0, 4));
  }
}
