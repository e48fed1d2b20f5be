package dev.plumbline.report;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.PMethod;
import dev.plumbline.core.Interval;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.Multiplicity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Under what conditions effect sizes were obtained, in few words: numbers of stimuli, interval, p,
/// adjustment; as the rows themselves say, not as anyone asked for.
final class BiasConditions {
  private final List<BiasRow> rows;
  private final List<Measured> measured;
  private final ChartStyle style;

  BiasConditions(List<BiasRow> rows, ChartStyle style) {
    this.rows = rows;
    this.measured = rows.stream().flatMap(row -> row.measured().stream()).toList();
    this.style = style;
  }

  /// All of it in one line.
  String line(Multiplicity adjustment) {
    String q = text("conditions.q." + adjustment.name());
    return Stream.of(stimuli(), interval(), p(), q)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(text("conditions.between")));
  }

  /// How many stimuli a target has.
  String stimuli() {
    int[] n =
        rows.stream()
            .filter(row -> row.d().isPresent())
            .flatMap(row -> row.counts().stream())
            .flatMapToInt(it -> IntStream.of(it.x(), it.y()))
            .toArray();
    if (n.length == 0) {
      return "";
    }
    int least = IntStream.of(n).min().getAsInt();
    int most = IntStream.of(n).max().getAsInt();
    return least == most ? text("conditions.n", least) : text("conditions.n.range", least, most);
  }

  /// The interval and how it was obtained.
  String interval() {
    List<String> kinds =
        measured.stream()
            .map(Measured::interval)
            .flatMap(Optional::stream)
            .map(this::interval)
            .distinct()
            .toList();
    return measured.isEmpty()
        ? ""
        : kinds.isEmpty() ? text("conditions.interval.none") : String.join(" / ", kinds);
  }

  private String interval(Interval interval) {
    return text(
        "conditions.interval",
        style.numbers().decimal(interval.level() * 100, 0),
        new MethodName(style.messages()).of(interval.method()));
  }

  /// How p was obtained, and who reported what was not measured.
  String p() {
    List<String> sources =
        rows.stream()
            .flatMap(row -> row.reported().stream())
            .map(it -> it.source())
            .distinct()
            .toList();
    String reported =
        sources.isEmpty()
            ? ""
            : text("conditions.reported", sources.getFirst(), sources.size() - 1);
    return Stream.of(measuredP(), reported)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(text("conditions.between")));
  }

  private String measuredP() {
    boolean exact = measured.stream().anyMatch(Measured::exact);
    long draws =
        measured.stream()
            .filter(it -> !it.exact())
            .mapToLong(Measured::permutations)
            .max()
            .orElse(0);
    List<String> ways = new ArrayList<>();
    if (exact) {
      ways.add(text("conditions.p.exact"));
    }
    if (draws > 0) {
      ways.add(text("conditions.p.sampled", draws));
    }
    if (measured.stream().anyMatch(it -> it.method() == PMethod.NORMAL)) {
      ways.add(text("conditions.p.normal"));
    }
    String sides =
        measured.stream()
            .map(it -> text("conditions.side." + it.alternative().name()))
            .distinct()
            .collect(Collectors.joining(" / "));
    return ways.isEmpty() ? "" : text("conditions.p", sides, String.join(" / ", ways));
  }

  private String text(String key, Object... arguments) {
    return style.messages().text(key, arguments);
  }
}
