package dev.plumbline.ui.models;

import dev.plumbline.ui.session.TaskProgress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a run has come in embedding with each model, told by the stages it reports: `embedding
/// images, ViT-S`.
final class EmbedProgress {
  private static final Pattern STAGE = Pattern.compile("embedding (images|texts), (.+)");

  /// How far one model has come.
  ///
  /// @param what `images` or `texts`
  /// @param done stimuli that are embedded
  /// @param total all of them
  record Part(String what, long done, long total) {
    double share() {
      return total > 0 ? (double) done / total : 0;
    }
  }

  private final Map<String, Part> parts = new HashMap<>();

  /// Takes the newest report, none once nothing runs.
  ///
  /// @return whether anything changed
  boolean tell(Optional<TaskProgress> task) {
    if (task.isEmpty()) {
      boolean changed = !parts.isEmpty();
      parts.clear();
      return changed;
    }
    Matcher stage = STAGE.matcher(task.get().stage());
    if (!stage.matches()) {
      return false;
    }
    Part now = new Part(stage.group(1), task.get().done(), task.get().total());
    return !now.equals(parts.put(stage.group(2), now));
  }

  /// How far a model has come, empty unless it is being embedded with.
  Optional<Part> of(String model) {
    return Optional.ofNullable(parts.get(model)).filter(part -> part.done() < part.total());
  }
}
