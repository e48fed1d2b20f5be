package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.MeasureNotes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MeasureNotesTest {
  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

  @Test
  void everyMeasureHasItsWordsInBothLanguages() {
    Messages english = Messages.load(MeasureNotes.BUNDLE, Locale.ENGLISH);
    Messages japanese = Messages.load(MeasureNotes.BUNDLE, Locale.JAPANESE);
    Set<String> names = new HashSet<>();
    for (String id : MeasureNotes.ids()) {
      for (MeasureNotes.Part part : MeasureNotes.Part.values()) {
        String key = MeasureNotes.key(id, part);
        assertFalse(english.text(key).isBlank(), key);
        assertTrue(JAPANESE.matcher(japanese.text(key)).find() || sourceOnly(part), key);
      }
      names.add(english.text(MeasureNotes.key(id, MeasureNotes.Part.NAME)));
    }
    assertEquals(MeasureNotes.ids().size(), names.size());
  }

  private static boolean sourceOnly(MeasureNotes.Part part) {
    return part == MeasureNotes.Part.SOURCE || part == MeasureNotes.Part.FORMULA;
  }
}
