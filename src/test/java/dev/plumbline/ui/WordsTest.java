package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.report.Messages;
import dev.plumbline.stimulus.BatteryFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final List<String> BUNDLES = List.of("ui", "checks", "sentences");
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    for (String bundle : BUNDLES) {
      assertEquals(
          new TreeSet<>(load(bundle + ".properties").stringPropertyNames()),
          new TreeSet<>(load(bundle + "_ja.properties").stringPropertyNames()));
    }
  }

  @Test
  void japaneseTextsAreJapanese() throws IOException {
    for (String bundle : BUNDLES) {
      japaneseTextsAreJapanese(load(bundle + ".properties"), load(bundle + "_ja.properties"));
    }
  }

  private static void japaneseTextsAreJapanese(Properties english, Properties japanese) {
    for (String key : japanese.stringPropertyNames()) {
      String text = japanese.getProperty(key);
      boolean same = text.equals(english.getProperty(key));
      assertTrue(
          JAPANESE.matcher(text).find() || same && text.length() < 12 || key.equals("task.done"),
          () -> key + " = " + text);
    }
  }

  @Test
  void placeholdersAreTheSameInBothLanguages() throws IOException {
    for (String bundle : BUNDLES) {
      placeholdersAreTheSame(load(bundle + ".properties"), load(bundle + "_ja.properties"));
    }
  }

  private static void placeholdersAreTheSame(Properties english, Properties japanese) {
    Pattern place = Pattern.compile("\\{(\\d)");
    for (String key : english.stringPropertyNames()) {
      assertEquals(
          new TreeSet<>(
              place.matcher(english.getProperty(key)).results().map(it -> it.group(1)).toList()),
          new TreeSet<>(
              place.matcher(japanese.getProperty(key)).results().map(it -> it.group(1)).toList()),
          key);
    }
  }

  @Test
  void everyFindingAboutABatteryIsToldInBothLanguages() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      Messages messages = Messages.load("ui", language);
      for (BatteryFinding.Kind kind : BatteryFinding.Kind.values()) {
        assertTrue(messages.has("finding." + kind), kind + " in " + language);
      }
    }
    BatteryFinding overlap = BatteryFinding.Kind.OVERLAP.at("$", "X", "Y", "rose", "one", "two");
    assertEquals(
        overlap.sentence(),
        Messages.load("ui", Locale.ENGLISH).text("finding.OVERLAP", overlap.arguments().toArray()));
  }

  @Test
  void stagesAreToldInTheUsersLanguage() {
    Messages japanese = Messages.load("ui", Locale.JAPANESE);
    assertEquals("画像を埋め込み中 · ViT-S", Stages.text("embedding images, ViT-S", japanese));
    assertEquals("集計中 · pets", Stages.text("profiling pets", japanese));
    assertEquals("Polishing x", Stages.text("polishing x", japanese));
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = WordsTest.class.getResourceAsStream("/assets/i18n/" + name)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
