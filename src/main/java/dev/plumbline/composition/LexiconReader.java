package dev.plumbline.composition;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads and writes lexicons: JSON with `terms` (lists by name: an array of terms, or an object
/// with `match` and `terms`), and optionally `tests`, `labels`, `groups` and `attributes` (names of
/// lists), `source` (of the file's own lists), `include` (ids of bundled lexicons whose lists and
/// tests are taken over; own lists and tests of the same name replace them) and an `id`.
public final class LexiconReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");

  /// Id of the lexicon that holds all bundled lists.
  public static final String STANDARD = "standard";

  private LexiconReader() {}

  /// Reads a file; without an `id` in it, the lexicon is called like the file.
  ///
  /// @throws PlumblineException naming the file and the place in it
  public static Lexicon read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new PlumblineException(
          "The lexicon " + file + " cannot be read: check that it exists.", e);
    }
    String name = file.getFileName().toString();
    String id = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    return parse(bytes, file.toString(), id);
  }

  /// Reads a lexicon that comes with Plumbline.
  ///
  /// @param id such as `gender-career`
  public static Lexicon bundled(String id) {
    String resource = "/assets/lexicons/" + id + ".json";
    try (InputStream in =
        ID.matcher(id).matches() ? LexiconReader.class.getResourceAsStream(resource) : null) {
      if (in == null) {
        throw new PlumblineException(
            "There is no bundled lexicon \"" + id + "\": name one of them, or a file.");
      }
      return parse(in.readAllBytes(), id + ".json", id);
    } catch (IOException e) {
      throw new PlumblineException("The bundled lexicon " + id + " cannot be read.", e);
    }
  }

  /// Reads a file or, if `name` has neither point nor slash, a bundled lexicon.
  public static Lexicon named(String name) {
    return isFile(name) ? read(Path.of(name)) : bundled(name);
  }

  /// Whether [#named(String)] takes it for a file.
  public static boolean isFile(String name) {
    return name.contains(".") || name.contains("/") || name.contains("\\");
  }

  /// All bundled lists, with the caption associations that go with the usual association tests.
  public static Lexicon bundled() {
    return bundled(STANDARD);
  }

  /// The lexicon as JSON that reads back as an equal one.
  public static String write(Lexicon lexicon) {
    return LexiconJson.write(lexicon);
  }

  private static Lexicon parse(byte[] bytes, String place, String id) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new LexiconJson(place).read(text, id);
    } catch (CharacterCodingException e) {
      throw new PlumblineException(place + " is not UTF-8: save it as UTF-8.", e);
    }
  }
}
