package dev.plumbline.manifest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The samples of a WebDataset archive: members that follow each other and have the same name up to
/// the first dot of their file's name.
///
/// A sample becomes one JSON object: the content of its `.json` member, then `txt`, `cls` and other
/// short texts under their suffix where the object has no such key, and `__key__`, the common name.
/// Pictures and other members are not read.
final class TarSamples implements Closeable {
  private static final Set<String> TEXTS = Set.of("txt", "text", "caption", "cls", "url");
  private static final long LONGEST = 16 << 20;

  private final TarMembers members;
  private Optional<String> name;

  /// Opens an archive.
  ///
  /// @throws IOException if it is no tar archive, or is cut
  TarSamples(Path file) throws IOException {
    members = TarMembers.open(file);
    try {
      name = members.next();
    } catch (IOException e) {
      members.close();
      throw e;
    }
  }

  /// A sample.
  ///
  /// @param json one object in JSON; empty if its `.json` member holds none
  record Sample(Optional<String> json) {}

  /// The next sample, empty at the end.
  ///
  /// @throws IOException if the archive is damaged or cut here
  Optional<Sample> next() throws IOException {
    while (name.isPresent() && hidden(name.get())) {
      name = members.next();
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String key = key(name.get());
    JsonObject texts = new JsonObject();
    Optional<JsonObject> described = Optional.of(new JsonObject());
    while (name.isPresent() && key(name.get()).equals(key)) {
      String suffix = name.get().substring(key.length()).toLowerCase(Locale.ROOT);
      if (suffix.equals(".json") && members.size() <= LONGEST) {
        described = object(text());
      } else if (!suffix.isEmpty() && TEXTS.contains(suffix.substring(1))) {
        texts.addProperty(suffix.substring(1), members.size() <= LONGEST ? text() : null);
      }
      name = members.next();
    }
    texts.addProperty("__key__", key);
    return Optional.of(new Sample(described.map(object -> joined(object, texts).toString())));
  }

  private String text() throws IOException {
    return new String(members.content(), StandardCharsets.UTF_8);
  }

  private static JsonObject joined(JsonObject object, JsonObject texts) {
    texts.entrySet().stream()
        .filter(text -> !object.has(text.getKey()))
        .forEach(text -> object.add(text.getKey(), text.getValue()));
    return object;
  }

  private static Optional<JsonObject> object(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
    } catch (JsonParseException _) {
      return Optional.empty();
    }
  }

  private static boolean hidden(String name) {
    return name.substring(name.lastIndexOf('/') + 1).startsWith(".");
  }

  /// The name up to the first dot after the last slash.
  private static String key(String name) {
    int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  @Override
  public void close() throws IOException {
    members.close();
  }
}
