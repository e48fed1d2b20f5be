package dev.plumbline.ui.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps [WindowPreferences] in a small JSON file. A file that cannot be read or written is only
/// logged: the window works without it.
///
/// @param file the JSON file
public record PreferencesFile(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(PreferencesFile.class);

  /// The file in this user's configuration folder; the property `plumbline.preferences` overrides
  /// it.
  public static PreferencesFile ofUser() {
    String set = System.getProperty("plumbline.preferences");
    if (set != null && !set.isBlank()) {
      return new PreferencesFile(Path.of(set).toAbsolutePath());
    }
    Path home = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path folder;
    if (system.startsWith("mac")) {
      folder = home.resolve("Library").resolve("Application Support");
    } else if (system.startsWith("win")) {
      folder = environment("APPDATA").orElse(home.resolve("AppData").resolve("Roaming"));
    } else {
      folder = environment("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    }
    return new PreferencesFile(folder.resolve("plumbline").resolve("window.json"));
  }

  /// Reads the file, or gives the defaults where there is none or it is damaged.
  public WindowPreferences read() {
    if (!Files.isRegularFile(file)) {
      return WindowPreferences.defaults();
    }
    try {
      return parse(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException e) {
      LOG.warn("Preferences in {} are left aside", file, e);
      return WindowPreferences.defaults();
    }
  }

  /// Writes the file, replacing it at once.
  public void write(WindowPreferences preferences) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, json(preferences).toString(), StandardCharsets.UTF_8);
      Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("Preferences could not be written to {}", file, e);
    }
  }

  private static Optional<Path> environment(String variable) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  private static WindowPreferences parse(JsonObject json) {
    WindowPreferences defaults = WindowPreferences.defaults();
    List<Path> recent = new ArrayList<>();
    if (json.has("recent")) {
      for (JsonElement element : json.getAsJsonArray("recent")) {
        path(element.getAsString()).ifPresent(recent::add);
      }
    }
    return new WindowPreferences(
        text(json, "language"),
        text(json, "theme").map(Theme::valueOf).orElse(defaults.theme()),
        text(json, "folder").flatMap(PreferencesFile::path),
        recent,
        json.has("width") ? json.get("width").getAsDouble() : defaults.width(),
        json.has("height") ? json.get("height").getAsDouble() : defaults.height(),
        text(json, "device").orElse(defaults.device()),
        text(json, "stimuli").flatMap(PreferencesFile::path),
        json.has("countRows")
            ? Math.max(0, json.get("countRows").getAsLong())
            : defaults.countRows());
  }

  private static Optional<String> text(JsonObject json, String key) {
    return json.has(key) ? Optional.of(json.get(key).getAsString()) : Optional.empty();
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      LOG.warn("Preferences name a path that cannot be", e);
      return Optional.empty();
    }
  }

  private static JsonObject json(WindowPreferences preferences) {
    JsonObject json = new JsonObject();
    preferences.language().ifPresent(code -> json.addProperty("language", code));
    json.addProperty("theme", preferences.theme().name());
    preferences.stimuli().ifPresent(path -> json.addProperty("stimuli", path.toString()));
    preferences.folder().ifPresent(path -> json.addProperty("folder", path.toString()));
    JsonArray recent = new JsonArray();
    preferences.recent().forEach(path -> recent.add(path.toString()));
    json.add("recent", recent);
    json.addProperty("width", preferences.width());
    json.addProperty("height", preferences.height());
    json.addProperty("device", preferences.device());
    json.addProperty("countRows", preferences.countRows());
    return json;
  }
}
