package dev.plumbline.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.association.Alternative;
import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.association.AssociationResult.Undefined;
import dev.plumbline.association.PMethod;
import dev.plumbline.association.PooledEffect;
import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

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
            List.of(
                "d",
                "p",
                "exact",
                "permutations",
                "pMethod",
                "alternative",
                "ddof",
                "low",
                "high",
                "level",
                "ciMethod",
                "bound",
                "r",
                "pooled")) {
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
    json.addProperty("pMethod", measured.pMethod());
    json.addProperty("alternative", measured.alternative().label());
    json.addProperty("ddof", measured.ddof());
    JsonValues.addBounds(json, measured.interval());
    json.add("ciMethod", JsonValues.text(measured.interval().map(Interval::method)));
    json.add("level", JsonValues.number(level(measured.interval())));
    json.add("bound", JsonValues.number(measured.bound()));
    json.add("r", JsonValues.number(measured.r()));
    json.add("pooled", pooled(measured.pooled()));
    json.add("notes", JsonValues.texts(measured.notes()));
  }

  /// The conventional effect size, apart from d.
  private static JsonObject pooled(PooledEffect pooled) {
    JsonObject json = new JsonObject();
    json.add("dPooled", JsonValues.number(pooled.d()));
    json.add("hedgesG", JsonValues.number(pooled.g()));
    JsonValues.addBounds(json, pooled.interval());
    json.add("level", JsonValues.number(level(pooled.interval())));
    json.add("ciMethod", JsonValues.text(pooled.interval().map(Interval::method)));
    pooled.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  private static OptionalDouble level(Optional<Interval> interval) {
    return interval.map(it -> OptionalDouble.of(it.level())).orElseGet(OptionalDouble::empty);
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
        text.append(
            line(
                "d",
                "%.6f (ddof %d, at most %.3f)",
                measured.d(),
                measured.ddof(),
                measured.bound()));
        measured.interval().ifPresent(it -> text.append(bounds(it)));
        text.append(line("p", "%.6g (%s)", measured.p(), method(measured)));
        text.append(line("r", "%.6f (point-biserial)", measured.r()));
        PooledEffect pooled = measured.pooled();
        pooled.d().ifPresent(d -> text.append(line("d_c", "%.6f (pooled SD, not the d above)", d)));
        pooled.g().ifPresent(g -> text.append(line("g", "%.6f (d_c with Hedges' correction)", g)));
        pooled.interval().ifPresent(it -> text.append(bounds(it)));
        pooled.reason().ifPresent(reason -> text.append(reason).append('\n'));
        text.append(stimuli);
        measured.notes().forEach(note -> text.append(note).append('\n'));
        yield text.toString();
      }
    };
  }

  /// How p was obtained, such as `exact, 924 partitions, one-sided`.
  private static String method(Measured measured) {
    String side = measured.alternative() == Alternative.TWO_SIDED ? "two-sided" : "one-sided";
    return measured.method() == PMethod.NORMAL
        ? "normal approximation of the permutations, " + side
        : String.format(
            Locale.ROOT,
            "%s, %,d partitions, %s",
            measured.pMethod(),
            measured.permutations(),
            side);
  }

  private static String bounds(Interval interval) {
    return line(
        String.format(Locale.ROOT, "%.0f %%", 100 * interval.level()),
        "%.3f to %.3f (%s)",
        interval.low(),
        interval.high(),
        interval.method());
  }

  private static String line(String name, String format, Object... values) {
    return String.format(Locale.ROOT, "%-7s", name)
        + String.format(Locale.ROOT, format, values)
        + "\n";
  }
}
