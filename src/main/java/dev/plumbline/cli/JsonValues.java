package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plumbline.core.Interval;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// JSON values that never hold a number that is not finite.
final class JsonValues {
  private JsonValues() {}

  /// The number, or null if it is not finite.
  static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }

  /// The number, or null if there is none.
  static JsonElement number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : JsonNull.INSTANCE;
  }

  /// The text, or null if there is none.
  static JsonElement text(Optional<String> value) {
    return value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  /// The texts as a list.
  static JsonArray texts(Collection<String> values) {
    return list(values, JsonPrimitive::new);
  }

  /// A list of whatever `convert` makes of the items.
  static <T> JsonArray list(Collection<T> items, Function<T, JsonElement> convert) {
    JsonArray list = new JsonArray(items.size());
    items.forEach(item -> list.add(convert.apply(item)));
    return list;
  }

  /// Adds `low` and `high`, null if there is no interval.
  static void addBounds(JsonObject to, Optional<Interval> interval) {
    to.add("low", number(interval.map(Interval::low).orElse(Double.NaN)));
    to.add("high", number(interval.map(Interval::high).orElse(Double.NaN)));
  }
}
