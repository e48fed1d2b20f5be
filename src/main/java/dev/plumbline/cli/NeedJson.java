package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.stimulus.StimulusNeed;
import java.util.List;
import java.util.stream.Collectors;

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

  /// One line for each that is missing, the first of several for want of a folder, and for each
  /// note.
  static String text(List<StimulusNeed> needs, boolean folderChosen) {
    StringBuilder text = new StringBuilder();
    List<StimulusNeed> missing = needs.stream().filter(it -> it.problem().isPresent()).toList();
    if (!folderChosen && missing.size() > 1) {
      text.append(
          "Missing without a stimulus folder (--stimuli): %s.\n"
              .formatted(
                  missing.stream().map(StimulusNeed::name).collect(Collectors.joining(", "))));
      missing.stream()
          .flatMap(need -> need.provider().stream())
          .distinct()
          .forEach(it -> text.append("Get the %s from %s.\n".formatted(it.name(), it.page())));
    } else {
      missing.forEach(
          need ->
              text.append("%d tests skipped: %s\n".formatted(need.cells(), need.problem().get())));
    }
    needs.forEach(need -> need.notes().forEach(note -> text.append(note).append('\n')));
    return text.toString();
  }
}
