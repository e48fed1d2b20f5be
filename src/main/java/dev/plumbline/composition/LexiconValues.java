package dev.plumbline.composition;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.plumbline.core.Labels;
import dev.plumbline.core.PlumblineException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kinds of value that a lexicon's JSON is made of, with the place in every complaint.
///
/// @param file name for complaints
record LexiconValues(String file) {
  /// The JSON of a whole file.
  JsonElement parse(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      String told = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
      String detail = told.replaceAll("^[\\w.]+Exception: | path \\$.*", "");
      throw new PlumblineException(file + " is not valid JSON: " + detail + ".", e);
    }
  }

  /// Names that stand under a key, none if it is not there.
  List<String> names(JsonObject root, String key) {
    if (!root.has(key)) {
      return List.of();
    }
    if (!root.get(key).isJsonArray()) {
      throw complaint("$." + key, "must be an array of names");
    }
    JsonArray array = root.getAsJsonArray(key);
    return array.isEmpty() ? List.of() : words(array, "$." + key);
  }

  /// Texts that are not blank and differ, at least one.
  List<String> words(JsonArray array, String path) {
    Set<String> words = new LinkedHashSet<>();
    for (int i = 0; i < array.size(); i++) {
      String place = path + "[" + i + "]";
      String word = string(array.get(i), place);
      if (word.isBlank()) {
        throw complaint(place, "must not be blank");
      }
      if (!words.add(word)) {
        throw complaint(place, "repeats the term \"" + word + "\"");
      }
    }
    if (words.isEmpty()) {
      throw complaint(path, "has no term");
    }
    return List.copyOf(words);
  }

  /// A text, or one for each language.
  Labels label(JsonElement element, String path) {
    if (element == null || !element.isJsonObject()) {
      return Labels.of(string(element, path));
    }
    Map<String, String> texts = new LinkedHashMap<>();
    element
        .getAsJsonObject()
        .entrySet()
        .forEach(text -> texts.put(text.getKey(), string(text.getValue(), path)));
    if (texts.isEmpty()) {
      throw complaint(path, "needs at least one language");
    }
    return new Labels(texts);
  }

  /// An object.
  JsonObject object(JsonElement element, String path) {
    if (element == null || !element.isJsonObject()) {
      throw complaint(path, "must be an object");
    }
    return element.getAsJsonObject();
  }

  /// A text.
  String string(JsonElement element, String path) {
    boolean text = element != null && element.isJsonPrimitive();
    if (!text || !element.getAsJsonPrimitive().isString()) {
      throw complaint(path, "must be a text");
    }
    return element.getAsString();
  }

  /// What is wrong at a place.
  PlumblineException complaint(String path, String what) {
    return new PlumblineException(file + ": " + path + " " + what + ".");
  }
}
