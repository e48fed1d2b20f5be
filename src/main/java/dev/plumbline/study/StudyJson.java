package dev.plumbline.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import dev.plumbline.association.AssociationResult;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/// How the records of a study look in JSON: ids, orders, paths and times as texts, an empty
/// optional as null, and every component present.
final class StudyJson {
  private StudyJson() {}

  /// A converter that refuses numbers that are not finite and records with components missing.
  static Gson gson() {
    return new GsonBuilder()
        .serializeNulls()
        .disableHtmlEscaping()
        .registerTypeAdapterFactory(new CompleteRecords()) // first: later ones take precedence
        .registerTypeAdapter(ModelId.class, text(ModelId::new, ModelId::value))
        .registerTypeAdapter(DatasetId.class, text(DatasetId::new, DatasetId::value))
        .registerTypeAdapter(TestId.class, text(TestId::new, TestId::value))
        .registerTypeAdapter(Order.class, text(Order::parse, Order::label))
        .registerTypeAdapter(Instant.class, text(Instant::parse, Instant::toString))
        .registerTypeHierarchyAdapter(Path.class, text(Path::of, StudyPaths::slashes))
        .registerTypeAdapter(OptionalDouble.class, optionalDouble())
        .registerTypeAdapter(OptionalLong.class, optionalLong())
        .registerTypeAdapterFactory(
            new SealedAdapters<>(
                AssociationResult.class,
                "outcome",
                Map.of(
                    "measured", AssociationResult.Measured.class,
                    "undefined", AssociationResult.Undefined.class)))
        .registerTypeAdapterFactory(new OptionalAdapters())
        .create();
  }

  private static <T> TypeAdapter<T> text(Function<String, T> parse, Function<T, String> format) {
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(value == null ? null : format.apply(value));
      }

      @Override
      public T read(JsonReader in) throws IOException {
        return parse.apply(in.nextString());
      }
    };
  }

  private static TypeAdapter<OptionalDouble> optionalDouble() {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
          out.value(value.getAsDouble());
        } else {
          out.nullValue();
        }
      }

      @Override
      public OptionalDouble read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
          in.nextNull();
          return OptionalDouble.empty();
        }
        return OptionalDouble.of(in.nextDouble());
      }
    };
  }

  private static TypeAdapter<OptionalLong> optionalLong() {
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, OptionalLong value) throws IOException {
        if (value.isPresent()) {
          out.value(value.getAsLong());
        } else {
          out.nullValue();
        }
      }

      @Override
      public OptionalLong read(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NULL) {
          in.nextNull();
          return OptionalLong.empty();
        }
        return OptionalLong.of(in.nextLong());
      }
    };
  }
}
