package dev.plumbline.composition.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A writing system and the languages that are told apart in it, by ISO 639-1 code.
///
/// A system with one language decides alone. Of the others only languages that are frequent on the
/// web are told apart: a caption in one that is not listed, such as Afrikaans or Galician, is
/// undetermined or taken for a neighbour.
enum WritingSystem {
  LATIN(
      Set.of(UnicodeScript.LATIN),
      "en",
      "de",
      "fr",
      "es",
      "it",
      "pt",
      "nl",
      "sv",
      "da",
      "no",
      "fi",
      "pl",
      "cs",
      "sk",
      "hu",
      "ro",
      "hr",
      "sl",
      "tr",
      "vi",
      "id",
      "lt",
      "lv",
      "et",
      "ca"),
  CYRILLIC(Set.of(UnicodeScript.CYRILLIC), "ru", "uk", "bg", "sr", "be", "mk", "kk", "mn"),
  ARABIC(Set.of(UnicodeScript.ARABIC), "ar", "fa", "ur"),
  DEVANAGARI(Set.of(UnicodeScript.DEVANAGARI), "hi", "mr", "ne"),
  HAN(Set.of(UnicodeScript.HAN, UnicodeScript.BOPOMOFO), "zh"),
  KANA(Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA), "ja"),
  HANGUL(Set.of(UnicodeScript.HANGUL), "ko"),
  GREEK(Set.of(UnicodeScript.GREEK), "el"),
  HEBREW(Set.of(UnicodeScript.HEBREW), "he"),
  THAI(Set.of(UnicodeScript.THAI), "th"),
  BENGALI(Set.of(UnicodeScript.BENGALI), "bn"),
  GUJARATI(Set.of(UnicodeScript.GUJARATI), "gu"),
  GURMUKHI(Set.of(UnicodeScript.GURMUKHI), "pa"),
  TAMIL(Set.of(UnicodeScript.TAMIL), "ta"),
  TELUGU(Set.of(UnicodeScript.TELUGU), "te"),
  KANNADA(Set.of(UnicodeScript.KANNADA), "kn"),
  MALAYALAM(Set.of(UnicodeScript.MALAYALAM), "ml"),
  SINHALA(Set.of(UnicodeScript.SINHALA), "si"),
  GEORGIAN(Set.of(UnicodeScript.GEORGIAN), "ka"),
  ARMENIAN(Set.of(UnicodeScript.ARMENIAN), "hy"),
  KHMER(Set.of(UnicodeScript.KHMER), "km"),
  LAO(Set.of(UnicodeScript.LAO), "lo"),
  MYANMAR(Set.of(UnicodeScript.MYANMAR), "my"),
  ETHIOPIC(Set.of(UnicodeScript.ETHIOPIC), "am"),
  TIBETAN(Set.of(UnicodeScript.TIBETAN), "bo");

  private static final Map<UnicodeScript, WritingSystem> BY_SCRIPT = byScript();

  private final Set<UnicodeScript> scripts;
  private final List<String> languages;

  WritingSystem(Set<UnicodeScript> scripts, String... languages) {
    this.scripts = scripts;
    this.languages = List.of(languages);
  }

  private static Map<UnicodeScript, WritingSystem> byScript() {
    Map<UnicodeScript, WritingSystem> systems = new EnumMap<>(UnicodeScript.class);
    for (WritingSystem system : values()) {
      system.scripts.forEach(script -> systems.put(script, system));
    }
    return systems;
  }

  /// The system of a letter, empty if it is none that is known here.
  static Optional<WritingSystem> of(int letter) {
    return Optional.ofNullable(BY_SCRIPT.get(UnicodeScript.of(letter)));
  }

  /// Languages told apart.
  List<String> languages() {
    return languages;
  }

  /// How many letters of an alphabet a letter of this system is worth: characters for syllables or
  /// words are fewer than letters.
  int weight() {
    return this == HAN || this == KANA || this == HANGUL ? 2 : 1;
  }
}
