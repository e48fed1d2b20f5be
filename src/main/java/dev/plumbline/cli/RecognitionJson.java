package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.Reject;
import java.util.Locale;

/// What was recognised in a manifest, with reasons, as JSON and as text.
final class RecognitionJson {
  private RecognitionJson() {}

  /// The keys of `profile --dry-run`.
  static JsonObject of(Manifest manifest) {
    JsonObject json = new JsonObject();
    json.addProperty("dataset", manifest.id().value());
    json.addProperty("format", manifest.format().name().toLowerCase(Locale.ROOT));
    json.addProperty("files", manifest.files().size());
    json.addProperty("bytes", manifest.bytes());
    json.add("columns", JsonValues.list(manifest.columns(), RecognitionJson::column));
    JsonObject roles = new JsonObject();
    manifest
        .roles()
        .forEach(
            (role, recognition) -> {
              JsonObject one = new JsonObject();
              one.addProperty("column", recognition.column());
              one.addProperty("reason", recognition.reason());
              roles.add(role.key(), one);
            });
    json.add("roles", roles);
    JsonArray notes = new JsonArray();
    manifest.notes().forEach(notes::add);
    json.add("notes", notes);
    json.add("rejects", JsonValues.list(manifest.rejects(), CompositionJson::reject));
    return json;
  }

  private static JsonObject column(Column column) {
    JsonObject json = new JsonObject();
    json.addProperty("name", column.name());
    json.addProperty("type", column.type());
    return json;
  }

  /// The same in one screen of text.
  static String text(Manifest manifest) {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%s: %s, %s, %,d bytes%n%n",
                manifest.id(),
                manifest.format(),
                CompositionJson.counted(manifest.files().size(), "file"),
                manifest.bytes()));
    TextTable roles = new TextTable("role", "column", "reason");
    manifest
        .roles()
        .forEach((role, found) -> roles.row(role.key(), found.column(), found.reason()));
    text.append(roles);
    manifest.notes().forEach(note -> text.append(note).append(System.lineSeparator()));
    for (Reject reject : manifest.rejects()) {
      text.append(reject.reason()).append(System.lineSeparator());
    }
    return text.toString();
  }
}
