package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.IDNA;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PunycodeTest {
  private static final String LETTERS =
      "abcxyz019-äöüßéñςабвжзияخوزبעברित्रहिन्दी日本語学校食中文網站한국어ไทยგე𠮷𩸽😀ӏı";

  /// Labels of LETTERS, of which most are valid.
  static String label(Random random) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder label = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      label.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return label.toString();
  }

  /// A label as it may stand in an address: Punycode, damaged Punycode or what only looks like it.
  static String written(Random random) {
    StringBuilder coded = new StringBuilder(ascii(label(random)));
    if (random.nextInt(3) == 0 && coded.length() > 5) {
      coded.setCharAt(4 + random.nextInt(coded.length() - 4), (char) ('a' + random.nextInt(26)));
    }
    if (random.nextInt(10) == 0) {
      coded.setLength(1 + random.nextInt(coded.length()));
    }
    if (random.nextInt(10) == 0) {
      coded.append(List.of("z", "9", "-", "zzzzzzz", "é", "99999999999").get(random.nextInt(6)));
    }
    return coded.toString();
  }

  /// The Punycode of a label by ICU, without asking whether it may stand in a name.
  private static String ascii(String label) {
    StringBuilder out = new StringBuilder();
    IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).labelToASCII(label, out, new IDNA.Info());
    return out.toString();
  }

  @Test
  void randomLabelsComeBackFromWhatIcuMadeOfThem() {
    Random random = new Random(21);
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      String label = label(random);
      IDNA.Info info = new IDNA.Info();
      StringBuilder out = new StringBuilder();
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).labelToASCII(label, out, info);
      if (!info.hasErrors() && out.toString().startsWith(Punycode.PREFIX)) {
        valid++;
        StringBuilder back = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE)
            .labelToUnicode(label, back, new IDNA.Info());
        assertEquals(back.toString(), WebDomain.inOwnScript(out.toString()));
        assertEquals(WebDomain.key(back + ".com"), WebDomain.inOwnScript((out + ".com")));
      }
    }
    assertTrue(valid > 5000, () -> "too few labels were valid");
  }

  @Test
  void whatJavaReadsIsReadTheSame() {
    Random random = new Random(22);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      String written = written(random).toLowerCase(Locale.ROOT);
      String expected = IDN.toUnicode(written, IDN.ALLOW_UNASSIGNED);
      String actual = WebDomain.inOwnScript(written);
      if (!expected.equals(written) && !actual.equals(written)) {
        read++;
        assertEquals(expected, actual, written);
      }
    }
    assertTrue(read > 3000, () -> "too few labels were read by both");
  }

  @Test
  void writingAgainWhatWasReadGivesTheSame() {
    Random random = new Random(23);
    for (int i = 0; i < 20_000; i++) {
      String written = "www." + written(random) + ".example";
      String read = WebDomain.inOwnScript(written);
      assertEquals(read, WebDomain.inOwnScript(read));
      if (!read.equals(written)) {
        String label = read.split("[.]")[1];
        assertTrue(label.codePoints().anyMatch(point -> point > 127), written);
        assertTrue(label.equals(label.toLowerCase(Locale.ROOT)), written);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ihqwcrb4cv8a8dqg056pqjye, 他们为什么不说中文",
    "3b-ww4c5e180e575a65lsy2b, 3年b組金八先生",
    "hello-another-way--fc4qua05auwb3674vfr0b, hello-another-way-それぞれの場所",
    "a, \u0080",
    "zca, ß",
    "mnchen-3ya, münchen"
  })
  void vectorsOfTheStandardAndOthers(String encoded, String text) {
    assertEquals(Optional.of(text), Punycode.decode(encoded));
  }

  @ParameterizedTest
  @CsvSource({"''", "-", "abc-", "---", "é", "z", "99999999999", "a_b", "ü-kva", "A"})
  void others(String encoded) {
    assertEquals(Optional.empty(), Punycode.decode(encoded));
  }
}
