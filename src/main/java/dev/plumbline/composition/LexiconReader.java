package dev.plumbline.composition;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Reads and writes lexicons: JSON with `terms` (lists by name: an array of terms, or an object
/// with `match` and `terms`), and optionally `tests`, `labels`, `groups` and `attributes` (names of
/// lists), `sections` (lists under a heading; a `title` makes one of the file's own lists),
/// `source` (of the file's own lists), `include` (ids of bundled lexicons whose lists and tests are
/// taken over; own lists and tests of the same name replace them) and an `id`.
public final class LexiconReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");

  /// Id of the lexicon that holds all bundled lists.
  public static final String STANDARD = "standard";

  /// Ids of the lexicons that are offered to choose from, that of all lists first.
  public static final List<String> BUNDLED =
      List.of(
          STANDARD,
          "sample",
          "gender",
          "age",
          "race-ethnicity",
          "religion",
          "occupations",
          "attributes",
          "categories",
          "japanese");

  /// Bytes of the longest file that is read.
  private static final int LONGEST = 64 << 20;

  private LexiconReader() {}

  /// Reads a file; without an `id` in it, the lexicon is called like the file.
  ///
  /// @throws PlumblineException naming the file and the place in it
  public static Lexicon read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST + 1);
    } catch (IOException e) {
      throw new PlumblineException(
          "The lexicon " + file + " cannot be read: check that it exists.", e);
    }
    if (bytes.length > LONGEST) {
      throw new PlumblineException(
          file + " is longer than 64 MB: it is hardly a lexicon, choose another file.");
    }
    return parse(bytes, file.toString(), idOf(file));
  }

  /// Id of a lexicon in a file that names none: the file's name without `.json`.
  public static String idOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
  }

  /// Reads a lexicon that comes with Plumbline.
  ///
  /// @param id such as `gender-career`
  public static Lexicon bundled(String id) {
    try (InputStream in =
        isBundled(id) ? LexiconReader.class.getResourceAsStream(resource(id)) : null) {
      if (in == null) {
        throw new PlumblineException(
            "There is no bundled lexicon \"" + id + "\": name one of them, or a file.");
      }
      return parse(in.readAllBytes(), id + ".json", id);
    } catch (IOException e) {
      throw new PlumblineException("The bundled lexicon " + id + " cannot be read.", e);
    }
  }

  /// Whether a lexicon of that id comes with Plumbline.
  public static boolean isBundled(String id) {
    return ID.matcher(id).matches() && LexiconReader.class.getResource(resource(id)) != null;
  }

  private static String resource(String id) {
    return "/assets/lexicons/" + id + ".json";
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
    return LexiconText.write(lexicon);
  }

  /// Writes a lexicon to a file, which reads back as an equal one; its folder is made if need be.
  /// What stood there before is replaced only when all is written.
  ///
  /// @throws PlumblineException if it cannot be written
  public static void write(Path file, Lexicon lexicon) {
    try (PartialFile part = PartialFile.of(file)) {
      Files.writeString(part.path(), write(lexicon));
      part.complete();
    } catch (IOException e) {
      throw PartialFile.cannotWrite(file, e);
    }
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
