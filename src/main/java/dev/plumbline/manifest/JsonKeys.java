package dev.plumbline.manifest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The keys of the objects in the first lines of a JSON lines file.
///
/// @param columns keys in the order of their first appearance; the type is `VARCHAR`, `DOUBLE`,
///   `BOOLEAN` or `JSON`
/// @param blank whether there is no line that holds anything
record JsonKeys(List<Column> columns, boolean blank) {

  /// Reads the complete lines of a file's head; lines that are no object are passed over.
  static JsonKeys in(FileHead head) {
    List<String> lines = new ArrayList<>(Encoding.UTF_8.decode(head.bytes()).lines().toList());
    if (!head.whole() && lines.size() > 1) {
      lines.removeLast();
    }
    lines.removeIf(String::isBlank);
    Map<String, String> types = new LinkedHashMap<>();
    for (String line : lines) {
      object(line)
          .entrySet()
          .forEach(e -> types.merge(e.getKey(), type(e.getValue()), JsonKeys::join));
    }
    List<Column> columns =
        types.entrySet().stream().map(e -> new Column(e.getKey(), e.getValue())).toList();
    return new JsonKeys(columns, lines.isEmpty());
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
