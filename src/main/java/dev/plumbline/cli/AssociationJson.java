package dev.plumbline.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.association.AssociationResult.Undefined;
import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Locale;

/// An association as JSON and as text.
final class AssociationJson {
  private AssociationJson() {}

  /// The keys of `eat`; numbers that do not exist are null beside a `reason`.
  static JsonObject of(AssociationResult result) {
    JsonObject json = new JsonObject();
    switch (result) {
      case Measured measured -> addMeasured(json, measured);
      case Undefined undefined -> {
        for (String key :
            List.of("d", "p", "exact", "permutations", "low", "high", "ciMethod", "r")) {
          json.add(key, JsonNull.INSTANCE);
        }
        json.addProperty("reason", undefined.reason());
        json.add("notes", JsonValues.texts(List.of()));
      }
    }
    json.add("n", counts(result.n()));
    return json;
  }

  private static void addMeasured(JsonObject json, Measured measured) {
    json.add("d", JsonValues.number(measured.d()));
    json.add("p", JsonValues.number(measured.p()));
    json.addProperty("exact", measured.exact());
    json.addProperty("permutations", measured.permutations());
    JsonValues.addBounds(json, measured.interval());
    json.add("ciMethod", JsonValues.text(measured.interval().map(Interval::method)));
    json.add("r", JsonValues.number(measured.r()));
    json.add("notes", JsonValues.texts(measured.notes()));
  }

  /// The numbers of stimuli.
  static JsonObject counts(StimulusCounts n) {
    JsonObject json = new JsonObject();
    json.addProperty("x", n.x());
    json.addProperty("y", n.y());
    json.addProperty("a", n.a());
    json.addProperty("b", n.b());
    return json;
  }

  /// The result in a few lines.
  static String text(AssociationResult result) {
    StimulusCounts n = result.n();
    String stimuli = "n      X %d, Y %d, A %d, B %d%n".formatted(n.x(), n.y(), n.a(), n.b());
    return switch (result) {
      case Undefined undefined -> undefined.reason() + "\n" + stimuli;
      case Measured measured -> {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "d      %.6f%n", measured.d()));
        measured
            .interval()
            .ifPresent(
                interval ->
                    text.append(
                        String.format(
                            Locale.ROOT,
                            "%.0f %%   %.3f to %.3f (%s)%n",
                            100 * interval.level(),
                            interval.low(),
                            interval.high(),
                            interval.method())));
        text.append(
            String.format(
                Locale.ROOT,
                "p      %.6g (%s, %,d partitions)%n",
                measured.p(),
                measured.exact() ? "exact" : "sampled",
                measured.permutations()));
        text.append(stimuli);
        measured.notes().forEach(note -> text.append(note).append('\n'));
        yield text.toString();
      }
    };
  }
}
