package dev.plumbline.study;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;

/// Writes an `Optional` as its value, or as null if it is empty.
final class OptionalAdapters implements TypeAdapterFactory {
  @Override
  public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != Optional.class
        || !(type.getType() instanceof ParameterizedType parameterized)) {
      return null;
    }
    TypeToken<?> value = TypeToken.get(parameterized.getActualTypeArguments()[0]);
    @SuppressWarnings("unchecked") // T is Optional<V> and the value adapter reads and writes V
    TypeAdapter<T> adapter = (TypeAdapter<T>) of(gson.getAdapter(value));
    return adapter;
  }

  private static <V> TypeAdapter<Optional<V>> of(TypeAdapter<V> value) {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, Optional<V> optional) throws IOException {
        if (optional.isPresent()) {
          value.write(out, optional.get());
        } else {
          out.nullValue();
        }
      }

      @Override
      public Optional<V> read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
          in.nextNull();
          return Optional.empty();
        }
        return Optional.of(value.read(in));
      }
    };
  }
}
