package dev.plumbline.study;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/// Adds to a study written by an older Plumbline of the same format what that one did not say yet.
///
/// Associations: p came from permutations and the interval from percentiles; ddof and the side of
/// the test are those of the request.
final class OlderFormat {
  private static final Map<String, String> SETTINGS =
      Map.of("method", "PERMUTATION", "intervalMethod", "PERCENTILE");

  private OlderFormat() {}

  /// Completes the tree in place; what is there stays as it is.
  static void complete(JsonObject study) {
    JsonObject settings = object(object(study.get("request")).get("association"));
    if (settings.size() > 0) {
      SETTINGS.forEach((name, value) -> addIfAbsent(settings, name, value));
    }
    JsonElement bias = object(study.get("result")).get("bias");
    if (bias == null || !bias.isJsonArray()) {
      return;
    }
    for (JsonElement row : bias.getAsJsonArray()) {
      JsonObject result = object(object(row).get("result"));
      if (result.has("permutations")) {
        for (String name : new String[] {"ddof", "alternative"}) {
          if (!result.has(name) && settings.has(name)) {
            result.add(name, settings.get(name));
          }
        }
        addIfAbsent(result, "method", "PERMUTATION");
      }
    }
  }

  private static void addIfAbsent(JsonObject to, String name, String value) {
    if (!to.has(name)) {
      to.addProperty(name, value);
    }
  }

  private static JsonObject object(JsonElement element) {
    return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
  }
}
