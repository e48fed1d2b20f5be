package dev.plumbline.study;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Reject;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.StimulusSet;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Reads a record only if the JSON object names every component, so that a damaged file is found
/// out on opening rather than by a null later. Components that older files do not have yet get what
/// they meant without them.
final class CompleteRecords implements TypeAdapterFactory {
  private static final String NO_WHAT_IF =
      """
      {"choices": {"preset": null, "limits": {}, "languages": "", "without": [], "domains": null,
       "dedupe": null, "further": ""}, "mix": {"shares": [], "cap": null}}
      """;
  private static final Map<Class<?>, Map<String, JsonElement>> LATER =
      Map.ofEntries(
          Map.entry(Battery.class, Map.of("imageSource", JsonNull.INSTANCE)),
          Map.entry(
              Lexicon.class,
              Map.of(
                  "groups", new JsonArray(),
                  "attributes", new JsonArray(),
                  "sources", new JsonObject(),
                  "sections", new JsonArray())),
          Map.entry(
              StimulusSet.class,
              Map.of(
                  "more", new JsonArray(),
                  "textRule", JsonNull.INSTANCE,
                  "imageRule", JsonNull.INSTANCE,
                  "source", JsonNull.INSTANCE)),
          Map.entry(
              StudyRequest.class,
              Map.of(
                  "resultFiles", new JsonArray(),
                  "whatIf", JsonParser.parseString(NO_WHAT_IF),
                  "retrieval", new JsonArray())),
          Map.entry(StudyResult.class, Map.of("retrieval", new JsonArray())),
          Map.entry(ModelFacts.class, Map.of("deviceNotes", new JsonArray())),
          Map.entry(ModelSource.class, Map.of("variant", JsonNull.INSTANCE)),
          Map.entry(ManifestSource.class, Map.of("cluster", JsonNull.INSTANCE)),
          Map.entry(Reject.class, Map.of("lines", new JsonArray())),
          Map.entry(
              CompositionResult.class,
              Map.of(
                  "statuses",
                  new JsonObject(),
                  "coOccurrence",
                  noCoOccurrence(),
                  "contrasts",
                  new JsonArray(),
                  "languages",
                  nothingDetected(),
                  "duplicates",
                  new JsonArray())),
          Map.entry(BiasRow.class, Map.of("reported", JsonNull.INSTANCE)),
          Map.entry(
              AssociationTest.class,
              Map.of("expected", JsonNull.INSTANCE, "flipped", new JsonPrimitive(false))));

  private static JsonObject noCoOccurrence() {
    JsonObject none = new JsonObject();
    none.addProperty("rows", 0);
    for (String name : List.of("groups", "attributes", "groupRows", "attributeRows", "together")) {
      none.add(name, new JsonArray());
    }
    return none;
  }

  private static JsonObject nothingDetected() {
    JsonObject none = new JsonObject();
    none.add("estimate", JsonNull.INSTANCE);
    none.add("refusal", JsonNull.INSTANCE);
    return none;
  }

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
        LATER.getOrDefault(raw, Map.of()).forEach((name, value) -> addMissing(tree, name, value));
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

  private static void addMissing(JsonElement tree, String name, JsonElement value) {
    if (!tree.getAsJsonObject().has(name)) {
      tree.getAsJsonObject().add(name, value);
    }
  }
}
