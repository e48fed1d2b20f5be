package dev.plumbline.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Character references of HTML 5, resolved the way Python's `html.unescape` does, which is how
/// CLIP models saw captions.
///
/// Named references match the longest known name, with or without semicolon where the standard
/// allows; numeric ones follow the standard's replacements (Windows-1252 for 128 to 159, U+FFFD for
/// surrogates and beyond Unicode) and vanish where they name a forbidden code point. The names are
/// those of the WHATWG HTML standard, section 13.5.
final class HtmlEntities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)");
  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
  private static final int LAST_CODE_POINT = 0x10ffff;

  /// Loads the table only when the first reference is met.
  private static final class Table {
    private static final Map<String, String> NAMES = load();

    private static Map<String, String> load() {
      Map<String, String> names = new HashMap<>();
      InputStream resource =
          HtmlEntities.class
              .getClassLoader()
              .getResourceAsStream("assets/tokenizing/html-entities.tsv");
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] cells = line.split("\t");
          StringBuilder text = new StringBuilder();
          for (String code : cells[1].split(" ")) {
            text.appendCodePoint(Integer.parseInt(code, 16));
          }
          names.put(cells[0], text.toString());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The table of HTML entities is missing", e);
      }
      return Map.copyOf(names);
    }
  }

  private HtmlEntities() {}

  /// The text with its character references resolved once.
  static String unescape(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement(match.group(1))));
  }

  private static String replacement(String reference) {
    if (reference.charAt(0) == '#') {
      return character(reference);
    }
    for (int length = reference.length(); length > 1; length--) {
      String text = Table.NAMES.get(reference.substring(0, length));
      if (text != null) {
        return text + reference.substring(length);
      }
    }
    return "&" + reference;
  }

  private static String character(String reference) {
    boolean hexadecimal = Character.toLowerCase(reference.charAt(1)) == 'x';
    long code = 0;
    for (int i = hexadecimal ? 2 : 1; i < reference.length() && reference.charAt(i) != ';'; i++) {
      int digit = Character.digit(reference.charAt(i), 16);
      code = Math.min(code * (hexadecimal ? 16 : 10) + digit, LAST_CODE_POINT + 1L);
    }
    if (code >= 0x80 && code < 0xa0) {
      return WINDOWS_1252.substring((int) code - 0x80, (int) code - 0x7f);
    }
    if (code == 0 || code > LAST_CODE_POINT || code >= 0xd800 && code < 0xe000) {
      return "\ufffd";
    }
    return forbidden((int) code) ? "" : Character.toString((int) code);
  }

  private static boolean forbidden(int code) {
    boolean control = code < 0x20 && code != '\t' && code != '\n' && code != '\f' && code != '\r';
    boolean noncharacter = code >= 0xfdd0 && code <= 0xfdef || (code & 0xfffe) == 0xfffe;
    return control || code == 0x7f || noncharacter;
  }
}
