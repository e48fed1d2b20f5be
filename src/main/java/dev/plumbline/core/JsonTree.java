package dev.plumbline.core;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A value in a JSON file that knows where it stands, so that every complaint about it names the
/// file and the path (`$.tests[2].x`).
public final class JsonTree {
  private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

  private final String file;
  private final String path;
  private final JsonElement element;

  private JsonTree(String file, String path, JsonElement element) {
    this.file = file;
    this.path = path;
    this.element = element;
  }

  /// Reads a UTF-8 file of strict JSON; a byte order mark is ignored.
  ///
  /// @throws PlumblineException if the file cannot be read or is not JSON
  public static JsonTree read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new PlumblineException("There is no file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new PlumblineException(file + " is not UTF-8 text; save it as UTF-8.", e);
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /// Reads a file as [#read] does and refuses objects that name a member twice.
  ///
  /// @throws PlumblineException if the file cannot be read or is not such JSON
  public static JsonTree readUnique(Path file) {
    JsonTree tree = read(file);
    try {
      DuplicateNames.refuse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
    return tree;
  }

  /// Parses as [#parse] does and refuses objects that name a member twice.
  ///
  /// @throws PlumblineException if it is not such JSON
  public static JsonTree parseUnique(String file, String text) {
    JsonTree tree = parse(file, text);
    DuplicateNames.refuse(file, text);
    return tree;
  }

  /// Parses strict JSON.
  ///
  /// @param file what to call its origin in error sentences
  /// @param text the JSON
  /// @throws PlumblineException if it is not JSON
  public static JsonTree parse(String file, String text) {
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(reader);
      if (json.isBlank() || reader.peek() != JsonToken.END_DOCUMENT) {
        throw new PlumblineException(file + " does not hold exactly one JSON value.");
      }
      return new JsonTree(file, "$", element);
    } catch (IOException | JsonParseException | StackOverflowError e) {
      throw new PlumblineException(file + " is not valid JSON" + place(e) + ".", e);
    }
  }

  private static String place(Throwable e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    return place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "";
  }

  /// The file, as named on reading.
  public String file() {
    return file;
  }

  /// Where the value stands, such as `$.tests[2].x`.
  public String path() {
    return path;
  }

  /// The bare value.
  public JsonElement element() {
    return element;
  }

  /// An error about this value: "FILE, PATH: COMPLAINT".
  public PlumblineException error(String complaint) {
    return new PlumblineException(file + ", " + path + ": " + complaint);
  }

  /// Whether this is an object.
  public boolean isObject() {
    return element.isJsonObject();
  }

  /// Whether this is an array.
  public boolean isArray() {
    return element.isJsonArray();
  }

  /// Whether this is a number.
  public boolean isNumber() {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
  }

  /// Names of the members, in file order.
  public Set<String> names() {
    return object().keySet();
  }

  /// The member `name`.
  ///
  /// @throws PlumblineException if this is not an object or has no such member
  public JsonTree get(String name) {
    return find(name).orElseThrow(() -> error("\"" + name + "\" is missing."));
  }

  /// The member `name`, empty if missing or null.
  ///
  /// @throws PlumblineException if this is not an object
  public Optional<JsonTree> find(String name) {
    JsonElement member = object().get(name);
    return member == null || member.isJsonNull()
        ? Optional.empty()
        : Optional.of(new JsonTree(file, path + "." + name, member));
  }

  /// The items.
  ///
  /// @throws PlumblineException if this is not an array
  public List<JsonTree> items() {
    if (!element.isJsonArray()) {
      throw error("must be a list.");
    }
    JsonArray array = element.getAsJsonArray();
    List<JsonTree> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      items.add(new JsonTree(file, path + "[" + i + "]", array.get(i)));
    }
    return items;
  }

  /// The text.
  ///
  /// @throws PlumblineException if this is not a text
  public String text() {
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
      throw error("must be a text.");
    }
    return element.getAsString();
  }

  /// The text, which holds more than white space.
  public String name() {
    String text = text();
    if (text.isBlank()) {
      throw error("must not be blank.");
    }
    return text;
  }

  /// The items as texts.
  public List<String> texts() {
    return items().stream().map(JsonTree::text).toList();
  }

  /// The number.
  ///
  /// @throws PlumblineException if this is not a finite number
  public double number() {
    if (!isNumber() || !Double.isFinite(element.getAsDouble())) {
      throw error("must be a number.");
    }
    return element.getAsDouble();
  }

  /// The number, which is an integer that fits an `int`.
  public int integer() {
    double value = number();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw error("must be a whole number.");
    }
    return (int) value;
  }

  /// The truth value.
  ///
  /// @throws PlumblineException if this is not `true` or `false`
  public boolean truth() {
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
      throw error("must be true or false.");
    }
    return element.getAsBoolean();
  }

  private JsonObject object() {
    if (!element.isJsonObject()) {
      throw error("must be an object.");
    }
    return element.getAsJsonObject();
  }
}
