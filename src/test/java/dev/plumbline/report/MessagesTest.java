package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static Properties file(String name) throws IOException {
    Properties properties = new Properties();
    try (var in =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream("/assets/i18n/" + name),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSameGaps() throws IOException {
    Properties english = file("report.properties");
    Properties japanese = file("report_ja.properties");
    assertEquals(english.keySet(), japanese.keySet());
    for (String key : english.stringPropertyNames()) {
      for (int gap = 0; gap < 5; gap++) {
        assertEquals(
            english.getProperty(key).contains("{" + gap),
            japanese.getProperty(key).contains("{" + gap),
            key);
      }
    }
  }

  @Test
  void textsAreFilledInTheReadersLanguage() {
    assertEquals(
        "trained on laion", Messages.load("report", Locale.US).text("tooltip.trained", "laion"));
    assertEquals(
        "事前学習データ：laion", Messages.load("report", Locale.JAPAN).text("tooltip.trained", "laion"));
  }

  @Test
  void anUnknownLanguageIsShownInEnglishAndAnUnknownKeyFails() {
    Messages german = Messages.load("report", Locale.GERMAN);
    assertEquals("Effect size d", german.text("d.axis"));
    assertTrue(german.has("d.axis"));
    assertThrows(IllegalArgumentException.class, () -> german.text("no.such.key"));
    assertThrows(IllegalArgumentException.class, () -> Messages.load("nothing", Locale.US));
  }
}
