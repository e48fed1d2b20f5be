package dev.plumbline.embedding;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes an edited catalogue entry into its bundle; members that Plumbline does not know stay.
public final class CatalogWriter {
  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private CatalogWriter() {}

  /// Replaces `plumbline.json` of a bundle in one step.
  ///
  /// @throws PlumblineException if the folder cannot be written to
  public static void write(Path folder, CatalogEntry entry) {
    JsonObject json = existing(folder);
    json.addProperty("id", entry.id().value());
    json.addProperty("name", entry.name());
    put(json, "architecture", entry.architecture());
    put(json, "architectureFamily", entry.architectureFamily());
    put(json, "pretrainingDataset", entry.pretrainingDataset());
    put(json, "datasetFamily", entry.datasetFamily());
    put(json, "datasetSize", entry.datasetSize());
    put(json, "parameters", entry.parameters());
    put(json, "activation", entry.activation());
    replace(folder, json);
  }

  /// Remembers which precision of a bundle is used from now on.
  ///
  /// @throws PlumblineException if the folder cannot be written to
  public static void remember(Path folder, String variant) {
    JsonObject json = existing(folder);
    json.addProperty("variant", variant);
    replace(folder, json);
  }

  private static JsonObject existing(Path folder) {
    Path file = folder.resolve(CatalogEntry.FILE);
    return Files.isRegularFile(file)
        ? JsonTree.read(file).element().getAsJsonObject()
        : new JsonObject();
  }

  private static void replace(Path folder, JsonObject json) {
    Path file = folder.resolve(CatalogEntry.FILE);
    try {
      Path draft = Files.createTempFile(folder, CatalogEntry.FILE, ".tmp");
      try {
        Files.writeString(draft, JSON.toJson(json) + "\n", StandardCharsets.UTF_8);
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + file + ": check that the folder may be written to.", e);
    }
  }

  private static void put(JsonObject json, String name, Optional<String> value) {
    json.remove(name);
    value.ifPresent(text -> json.addProperty(name, text));
  }

  private static void put(JsonObject json, String name, OptionalLong value) {
    json.remove(name);
    value.ifPresent(number -> json.addProperty(name, number));
  }
}
