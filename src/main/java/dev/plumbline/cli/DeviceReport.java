package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plumbline.embedding.DeviceNote;
import dev.plumbline.study.ModelFacts;
import java.util.List;
import java.util.stream.Collectors;

/// Where models ran, and why not where they were asked to.
final class DeviceReport {
  private DeviceReport() {}

  /// Device and notes of each model that ran.
  static JsonArray json(List<ModelFacts> models) {
    return JsonValues.list(
        models.stream().filter(facts -> facts.device().isPresent()).toList(), DeviceReport::json);
  }

  private static JsonObject json(ModelFacts facts) {
    JsonObject json = new JsonObject();
    json.addProperty("model", facts.id().value());
    json.addProperty("device", facts.device().orElseThrow());
    json.add("notes", JsonValues.texts(sentences(facts.deviceNotes())));
    return json;
  }

  /// One line a note, each said once however many models it concerns.
  static String text(List<ModelFacts> models) {
    return lines(models.stream().flatMap(facts -> facts.deviceNotes().stream()).toList());
  }

  /// One line a note, each said once.
  static String lines(List<DeviceNote> notes) {
    return sentences(notes).stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /// The notes in English, each said once.
  static List<String> sentences(List<DeviceNote> notes) {
    return notes.stream().map(DeviceNote::sentence).distinct().toList();
  }
}
