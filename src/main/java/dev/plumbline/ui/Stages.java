package dev.plumbline.ui;

import dev.plumbline.report.Messages;
import java.util.List;
import java.util.Locale;

/// Names of a run's stages in the user's language. A stage is a verb, perhaps followed by what it
/// works on: `profiling pets`, `embedding images, ViT-S`.
final class Stages {
  /// Beginnings of stages, longer ones first.
  private static final List<String> VERBS =
      List.of(
          "embedding images",
          "embedding texts",
          "reading scores",
          "profiling",
          "filtering",
          "writing",
          "measuring",
          "inspecting",
          "evaluating",
          "reading",
          "testing");

  private Stages() {}

  static String text(String stage, Messages messages) {
    if (stage.isEmpty()) {
      return messages.text("stage.starting");
    }
    for (String verb : VERBS) {
      if (stage.startsWith(verb)) {
        String rest = stage.substring(verb.length()).replaceFirst("^[,: ]+", "");
        String name = messages.text("stage." + verb.replace(' ', '-'));
        return rest.isEmpty() ? name : name + " · " + rest;
      }
    }
    return stage.substring(0, 1).toUpperCase(Locale.ROOT) + stage.substring(1);
  }
}
