package dev.plumbline.study;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// Reads a record only if the JSON object names every component, so that a damaged file is found
/// out on opening rather than by a null later.
final class CompleteRecords implements TypeAdapterFactory {
  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    if (!raw.isRecord()) {
      return null;
    }
    List<RecordComponent> components = Arrays.asList(raw.getRecordComponents());
    TypeAdapter<T> delegate = gson.getDelegateAdapter(this, type);
    TypeAdapter<JsonElement> trees = gson.getAdapter(JsonElement.class);
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        delegate.write(out, value);
      }

      @Override
      public T read(JsonReader in) throws IOException {
        return delegate.fromJsonTree(checked(trees.read(in)));
      }

      private JsonElement checked(JsonElement tree) {
        if (!tree.isJsonObject()) {
          throw new JsonParseException(raw.getSimpleName() + " is not an object");
        }
        for (RecordComponent component : components) {
          JsonElement value = tree.getAsJsonObject().get(component.getName());
          boolean optional = component.getType().getName().startsWith("java.util.Optional");
          if (value == null || value.isJsonNull() && !optional) {
            throw new JsonParseException(
                raw.getSimpleName() + " has no \"" + component.getName() + "\"");
          }
        }
        return tree;
      }
    };
  }
}
