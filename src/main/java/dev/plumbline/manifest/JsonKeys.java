package dev.plumbline.manifest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys of the first objects of a file, those of objects within them included.
///
/// @param columns keys in the order of their first appearance; the type is `VARCHAR`, `DOUBLE`,
///   `BOOLEAN` or `JSON`
/// @param blank whether nothing is there
record JsonKeys(List<Column> columns, boolean blank) {
  private static final int MOST_COLUMNS = 500;
  private static final int MOST_FIELDS = 40;

  /// Whether the text is an array of objects.
  static boolean array(FileHead head) {
    String text = Encoding.UTF_8.decode(head.bytes()).stripLeading();
    return text.startsWith("[") && text.substring(1).stripLeading().startsWith("{");
  }

  /// Reads the complete elements of an array's beginning.
  static JsonKeys ofElements(FileHead head) {
    List<JsonObject> objects = new ArrayList<>();
    try (JsonReader reader =
        new JsonReader(new StringReader(Encoding.UTF_8.decode(head.bytes())))) {
      reader.beginArray();
      while (reader.hasNext()) {
        JsonElement element = JsonParser.parseReader(reader);
        objects.add(element.isJsonObject() ? element.getAsJsonObject() : new JsonObject());
      }
    } catch (IOException | JsonParseException | IllegalStateException _) {
      // The beginning ends within an element, or the array is damaged there: what came before
      // counts.
    }
    return of(objects, objects.isEmpty());
  }

  /// Reads the complete lines of a file's head; lines that are no object are passed over.
  static JsonKeys ofLines(FileHead head) {
    List<String> lines = new ArrayList<>(Encoding.UTF_8.decode(head.bytes()).lines().toList());
    if (!head.whole() && lines.size() > 1) {
      lines.removeLast();
    }
    lines.removeIf(String::isBlank);
    return of(lines.stream().map(JsonKeys::object).toList(), lines.isEmpty());
  }

  private static JsonKeys of(List<JsonObject> objects, boolean blank) {
    Map<List<String>, String> types = new LinkedHashMap<>();
    objects.forEach(object -> collect(object, List.of(), types));
    List<Column> columns =
        types.entrySet().stream()
            .map(e -> new Column(String.join(".", e.getKey()), e.getValue(), e.getKey()))
            .toList();
    return new JsonKeys(columns, blank);
  }

  private static void collect(
      JsonObject object, List<String> above, Map<List<String>, String> types) {
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      List<String> path = new ArrayList<>(above);
      path.add(entry.getKey());
      if (types.size() < MOST_COLUMNS || types.containsKey(path)) {
        types.merge(List.copyOf(path), type(entry.getValue()), JsonKeys::join);
      }
      boolean fields =
          entry.getValue().isJsonObject()
              && path.size() < StructFields.DEEPEST
              && entry.getValue().getAsJsonObject().size() <= MOST_FIELDS;
      if (fields) {
        collect(entry.getValue().getAsJsonObject(), path, types);
      }
    }
  }

  /// The end of a sentence that says why a file without a key cannot be read.
  String complaint() {
    return blank
        ? " is empty."
        : " is not JSON lines: it must hold one object with at least one key in each line.";
  }

  private static JsonObject object(String line) {
    try {
      JsonElement element = JsonParser.parseString(line);
      return element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    } catch (JsonParseException _) {
      return new JsonObject();
    }
  }

  private static String type(JsonElement value) {
    if (value.isJsonNull()) {
      return "NULL";
    }
    if (!value.isJsonPrimitive()) {
      return "JSON";
    }
    if (value.getAsJsonPrimitive().isNumber()) {
      return "DOUBLE";
    }
    return value.getAsJsonPrimitive().isBoolean() ? "BOOLEAN" : "VARCHAR";
  }

  private static String join(String known, String next) {
    if (known.equals("NULL") || known.equals(next)) {
      return next;
    }
    return next.equals("NULL") ? known : "VARCHAR";
  }
}
