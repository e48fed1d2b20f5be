package dev.plumbline.core;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Finds members that a JSON object names twice, of which a parser would silently keep the last.
final class DuplicateNames {
  private DuplicateNames() {}

  /// Throws at the first one.
  ///
  /// @param text JSON that was found to be well formed
  /// @throws PlumblineException naming file and path
  static void refuse(String file, String text) {
    Deque<Set<String>> open = new ArrayDeque<>();
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      for (JsonToken next = reader.peek(); next != JsonToken.END_DOCUMENT; next = reader.peek()) {
        switch (next) {
          case BEGIN_OBJECT -> {
            reader.beginObject();
            open.push(new HashSet<>());
          }
          case END_OBJECT -> {
            reader.endObject();
            open.pop();
          }
          case BEGIN_ARRAY -> reader.beginArray();
          case END_ARRAY -> reader.endArray();
          case NAME -> {
            String name = reader.nextName();
            if (!open.peek().add(name)) {
              throw new PlumblineException(
                  file + ", " + reader.getPath() + ": the name \"" + name + "\" is used twice.");
            }
          }
          default -> reader.skipValue();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
