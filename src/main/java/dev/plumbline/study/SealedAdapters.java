package dev.plumbline.study;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;

/// Writes a case of a sealed type as its record with one more member that names the case.
///
/// @param sealed the type
/// @param tag the member
/// @param cases name of each case
record SealedAdapters<S>(Class<S> sealed, String tag, Map<String, Class<? extends S>> cases)
    implements TypeAdapterFactory {
  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != sealed) {
      return null;
    }
    @SuppressWarnings("unchecked") // T is S, as just checked
    TypeAdapter<T> adapter = (TypeAdapter<T>) of(gson);
    return adapter;
  }

  private TypeAdapter<S> of(Gson gson) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, S value) throws IOException {
        JsonObject tree = new JsonObject();
        tree.addProperty(tag, name(value));
        gson.toJsonTree(value, value.getClass()).getAsJsonObject().asMap().forEach(tree::add);
        gson.toJson(tree, out);
      }

      @Override
      public S read(JsonReader in) throws IOException {
        JsonElement tree = gson.getAdapter(JsonElement.class).read(in);
        JsonElement name = tree.isJsonObject() ? tree.getAsJsonObject().remove(tag) : null;
        Class<? extends S> type = name == null ? null : cases.get(name.getAsString());
        if (type == null) {
          throw new JsonParseException(sealed.getSimpleName() + " has no known \"" + tag + "\"");
        }
        return gson.fromJson(tree, type);
      }
    };
  }

  private String name(S value) {
    return cases.entrySet().stream()
        .filter(entry -> entry.getValue() == value.getClass())
        .findFirst()
        .orElseThrow()
        .getKey();
  }
}
