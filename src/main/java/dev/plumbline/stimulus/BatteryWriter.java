package dev.plumbline.stimulus;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes batteries in Plumbline's own format, so that [BatteryReader] reads the same battery back.
public final class BatteryWriter {
  private BatteryWriter() {}

  /// Writes a file, creating its folder if need be.
  ///
  /// @throws PlumblineException if it cannot be written
  public static void write(Path file, Battery battery) {
    try {
      Path target = file.toAbsolutePath();
      Files.createDirectories(target.getParent());
      Files.writeString(target, json(battery), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + file + ": check that its folder is writable.", e);
    }
  }

  /// The text of the file.
  public static String json(Battery battery) {
    JsonObject root = new JsonObject();
    root.addProperty("schema", BatteryReader.SCHEMA);
    root.addProperty("id", battery.id());
    root.add("label", label(battery.label()));
    battery
        .imageSource()
        .ifPresent(
            source -> {
              JsonObject provider = new JsonObject();
              provider.addProperty("name", source.name());
              provider.addProperty("page", source.page());
              root.add("imageSource", provider);
            });
    JsonObject sets = new JsonObject();
    battery.sets().values().forEach(set -> sets.add(set.name(), set(set)));
    root.add("sets", sets);
    JsonArray tests = new JsonArray();
    battery.tests().forEach(test -> tests.add(test(test)));
    root.add("tests", tests);
    Gson gson = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
    return gson.toJson(root) + "\n";
  }

  private static JsonObject set(StimulusSet set) {
    JsonObject json = new JsonObject();
    json.add("label", label(set.label()));
    set.source().ifPresent(source -> json.addProperty("source", source));
    if (set.textRule().isPresent()) {
      json.add("texts", rule(set.textRule().get()));
    } else if (!set.texts().isEmpty()) {
      json.add("texts", texts(set.texts()));
    }
    if (!set.templates().isEmpty()) {
      json.add("templates", texts(set.templates()));
    }
    if (!set.more().isEmpty()) {
      JsonArray more = new JsonArray();
      for (TextGroup group : set.more()) {
        JsonObject part = new JsonObject();
        part.add("texts", texts(group.texts()));
        part.add("templates", texts(group.templates()));
        more.add(part);
      }
      json.add("more", more);
    }
    set.imageRule()
        .map(BatteryWriter::rule)
        .<JsonElement>map(rule -> rule)
        .or(() -> set.images().map(com.google.gson.JsonPrimitive::new))
        .ifPresent(images -> json.add("images", images));
    return json;
  }

  private static JsonObject rule(Selection rule) {
    JsonObject json = new JsonObject();
    json.addProperty("norms", rule.norms().label());
    json.addProperty("by", rule.by().label());
    json.addProperty("end", rule.end().label());
    json.addProperty("n", rule.n());
    return json;
  }

  private static JsonObject test(AssociationTest shown) {
    AssociationTest test = shown.flipped() ? shown.flip() : shown;
    JsonObject json = new JsonObject();
    json.addProperty("id", test.id().value());
    json.addProperty("category", test.category());
    json.add("label", label(test.label()));
    json.addProperty("x", test.x());
    json.addProperty("y", test.y());
    json.addProperty("a", test.a());
    json.addProperty("b", test.b());
    json.add("orders", texts(test.orders().stream().map(Order::label).toList()));
    test.expected().ifPresent(expected -> json.addProperty("expected", expected.label()));
    if (shown.flipped()) {
      json.addProperty("flip", true);
    }
    return json;
  }

  private static JsonElement label(Labels label) {
    JsonObject json = new JsonObject();
    label.texts().forEach(json::addProperty);
    return json;
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray json = new JsonArray();
    texts.forEach(json::add);
    return json;
  }
}
