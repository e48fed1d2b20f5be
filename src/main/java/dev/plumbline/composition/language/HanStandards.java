package dev.plumbline.composition.language;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;

/// Which national standard has the characters of a text in Han characters alone?
///
/// Japan, mainland China and Taiwan simplified differently: `国際空港` can be written in JIS X 0208,
/// but not in GB 2312, which lacks `際`, nor in Big5, which lacks `国`. A text that only the Japanese
/// standard can write as a whole is Japanese. Many Japanese texts can be written in one of the
/// others too (`富士山`, `新幹線`): they cannot be told apart from Chinese in this way.
///
/// The sets are those of Java's charsets Shift_JIS, GB2312 and Big5; some characters that Hong Kong
/// uses beside Big5 count as its own.
final class HanStandards {
  private static final int FIRST = 0x3400;
  private static final int LAST = 0x9FFF;
  private static final String HONG_KONG = "着裏綫衞牀羣峯啓邨敍説鋭脱悦税閲";

  private final BitSet japanese = of("Shift_JIS");
  private final BitSet simplified = of("GB2312");
  private final BitSet traditional = of("Big5");

  HanStandards() {
    HONG_KONG.chars().forEach(traditional::set);
  }

  private static BitSet of(String charset) {
    CharsetEncoder encoder = Charset.forName(charset).newEncoder();
    BitSet characters = new BitSet();
    for (int point = FIRST; point <= LAST; point++) {
      characters.set(point, encoder.canEncode((char) point));
    }
    return characters;
  }

  /// Whether a text can be written as a whole in the Japanese standard and in neither of the
  /// Chinese ones. Only characters of the blocks of Han characters in Unicode's first plane count.
  boolean onlyJapanese(String text) {
    BitSet own = new BitSet();
    text.codePoints().filter(point -> point >= FIRST && point <= LAST).forEach(own::set);
    return within(own, japanese) && !within(own, simplified) && !within(own, traditional);
  }

  private static boolean within(BitSet some, BitSet all) {
    BitSet rest = (BitSet) some.clone();
    rest.andNot(all);
    return rest.isEmpty();
  }
}
