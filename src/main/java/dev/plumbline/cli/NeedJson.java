package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.stimulus.StimulusNeed;
import java.util.List;

/// What a battery needs from the user's stimulus folder, as JSON and as text.
final class NeedJson {
  private NeedJson() {}

  /// One need; what is missing has a `reason`.
  static JsonObject of(StimulusNeed need) {
    JsonObject json = new JsonObject();
    json.addProperty("name", need.name());
    need.provider().ifPresent(provider -> json.addProperty("page", provider.page()));
    json.addProperty("tests", need.cells());
    json.addProperty("found", need.found().map(Object::toString).orElse(null));
    json.addProperty("count", need.count());
    need.problem().ifPresent(reason -> json.addProperty("reason", reason));
    json.add("notes", JsonValues.texts(need.notes()));
    return json;
  }

  /// One line for each that is missing, and for each note.
  static String text(List<StimulusNeed> needs) {
    StringBuilder text = new StringBuilder();
    for (StimulusNeed need : needs) {
      need.problem()
          .ifPresent(
              problem -> text.append("%d tests skipped: %s\n".formatted(need.cells(), problem)));
      need.notes().forEach(note -> text.append(note).append('\n'));
    }
    return text.toString();
  }
}
