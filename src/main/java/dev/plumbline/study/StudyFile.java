package dev.plumbline.study;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A study on disk: one `*.plumb` file of UTF-8 JSON that holds everything.
///
/// Numbers come back with the same bits; a number that is not finite cannot be written. Paths that
/// share a folder with the file are written relative to it, so that a folder of data and study can
/// be handed over. The file is replaced as a whole, see [AtomicFile].
public final class StudyFile {
  /// The suffix of study files, with its dot.
  public static final String SUFFIX = ".plumb";

  private static final String FORMAT = "plumbline-study/";
  private static final int VERSION = 1;
  private static final Pattern TAG = Pattern.compile(Pattern.quote(FORMAT) + "([0-9]{1,9})");

  private StudyFile() {}

  /// Writes `study` to `file`; an interruption at any moment leaves the old file or the new one.
  ///
  /// @throws PlumblineException if the file cannot be written
  public static void write(Path file, Study study) {
    Path target = file.toAbsolutePath().normalize();
    Gson gson = StudyJson.gson();
    JsonObject tree = new JsonObject();
    tree.addProperty("schema", FORMAT + VERSION);
    Study relative = StudyPaths.relative(study, target.getParent());
    gson.toJsonTree(relative).getAsJsonObject().asMap().forEach(tree::add);
    StringWriter text = new StringWriter();
    try (JsonWriter writer = gson.newJsonWriter(text)) {
      writer.setIndent(" ");
      gson.toJson(tree, writer);
      AtomicFile.write(target, text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException | JsonIOException e) {
      throw new PlumblineException("Cannot save the study " + file + ": " + reason(e) + ".", e);
    }
  }

  /// Reads a study.
  ///
  /// @throws PlumblineException if there is none, or it is damaged or of a newer Plumbline
  public static Study read(Path file) {
    JsonObject tree = tree(file);
    checkSchema(file, tree);
    tree.remove("schema");
    OlderFormat.complete(tree);
    try {
      Study study = StudyJson.gson().fromJson(tree, Study.class);
      return StudyPaths.absolute(study, file.toAbsolutePath().normalize().getParent());
    } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
      throw new PlumblineException(
          "The study " + file + " is damaged: " + reason(e) + "; open another copy of it.", e);
    }
  }

  private static JsonObject tree(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      JsonElement element = JsonParser.parseReader(reader);
      if (element.isJsonObject()) {
        return element.getAsJsonObject();
      }
      throw foreign(file, null);
    } catch (NoSuchFileException e) {
      throw new PlumblineException("There is no study " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw foreign(file, e);
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the study " + file + ": " + reason(e) + ".", e);
    } catch (JsonParseException | StackOverflowError e) {
      throw startsLikeStudy(file)
          ? new PlumblineException(
              "The study " + file + " is cut short or damaged; open another copy of it.", e)
          : foreign(file, e);
    }
  }

  private static boolean startsLikeStudy(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char[] start = new char[64];
      int n = reader.read(start);
      return n > 0 && new String(start, 0, n).contains(FORMAT);
    } catch (IOException e) {
      return false;
    }
  }

  private static void checkSchema(Path file, JsonObject tree) {
    String schema =
        Optional.ofNullable(tree.get("schema"))
            .filter(JsonElement::isJsonPrimitive)
            .map(JsonElement::getAsString)
            .orElse("");
    Matcher tag = TAG.matcher(schema);
    if (!tag.matches()) {
      throw foreign(file, null);
    }
    int version = Integer.parseInt(tag.group(1));
    if (version != VERSION) {
      throw new PlumblineException(
          "The study %s has format %d, but this Plumbline %s reads format %d: open it with a newer one."
              .formatted(file, version, Version.text(), VERSION));
    }
  }

  private static PlumblineException foreign(Path file, Throwable cause) {
    return new PlumblineException(file + " is not a Plumbline study.", cause);
  }

  private static String reason(Throwable e) {
    if (e instanceof AccessDeniedException) {
      return "there is no permission";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "its folder is a file";
    }
    Throwable deepest = e;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    String message = String.valueOf(deepest.getMessage());
    String line = message.lines().findFirst().orElse("").strip().replaceAll("[.]$", "");
    return line.isEmpty() ? deepest.getClass().getSimpleName() : line;
  }
}
