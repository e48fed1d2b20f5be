package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.Filter.Subject;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/// Looks up what a share of the highest means: the exact value of rank ⌊n · share⌋ + 1 in falling
/// order among the n used rows that have one.
///
/// Two scans of one column: one counts rows in steps of 1/1024, the other the distinct values of
/// the step in which the rank lies. Memory holds counts only.
final class Thresholds {
  private final Manifest manifest;
  private final Lexicon lexicon;
  private final QueryEngine engine;
  private final QuerySession session;
  private final Cancellation cancellation;
  private final List<String> columns;
  private final Function<List<String>, Source> source;
  private final Map<Filter.Top, Filter.Top> known = new HashMap<>();

  /// Where rows come from.
  ///
  /// @param rows SQL of a table with the columns of a [ManifestTable]
  /// @param kind SQL of its rows' [RowKind]
  record Source(String rows, String kind) {}

  /// @param columns columns of the files that the table has anyway
  /// @param source gives rows that have these columns
  Thresholds(
      Manifest manifest,
      Lexicon lexicon,
      QueryEngine engine,
      QuerySession session,
      Cancellation cancellation,
      List<String> columns,
      Function<List<String>, Source> source) {
    this.manifest = manifest;
    this.lexicon = lexicon;
    this.engine = engine;
    this.session = session;
    this.cancellation = cancellation;
    this.columns = columns;
    this.source = source;
  }

  /// The filter with all thresholds.
  Filter resolve(Filter filter) {
    return switch (filter) {
      case Filter.Top top when top.threshold().isEmpty() ->
          known.computeIfAbsent(top, this::lookUp);
      case Filter.And(List<Filter> all) -> new Filter.And(all.stream().map(this::resolve).toList());
      case Filter.Or(List<Filter> any) -> new Filter.Or(any.stream().map(this::resolve).toList());
      case Filter.Not(Filter negated) -> new Filter.Not(resolve(negated));
      case Filter other -> other;
    };
  }

  private Filter.Top lookUp(Filter.Top top) {
    try (BoundFilter bound =
        new BoundFilter(new Filter.All(), List.of(), manifest, lexicon, columns, engine)) {
      String values = values(bound, top.subject());
      TreeMap<Double, Long> steps = count("floor(value * 1024)", values, "true");
      long n = steps.values().stream().mapToLong(Long::longValue).sum();
      if (n == 0) {
        throw new PlumblineException(
            "The filter keeps a share of the highest (%s), but no row of %s has a value there."
                .formatted(top.text(), manifest.files().getFirst()));
      }
      Rank step = find(steps, (long) (n * top.share()));
      TreeMap<Double, Long> exact =
          count("value", values, "floor(value * 1024) = CAST(" + step.value + " AS DOUBLE)");
      double threshold = find(exact, step.left).value;
      return new Filter.Top(top.subject(), top.share(), OptionalDouble.of(threshold));
    }
  }

  private String values(BoundFilter bound, Subject subject) {
    String number = bound.number(subject);
    Source from = source.apply(bound.columns());
    return "(SELECT %s AS value FROM (SELECT *, %s AS row_kind FROM %s AS bound) AS kinds WHERE row_kind = 0)"
        .formatted(number, from.kind(), bound.rows(from.rows()));
  }

  private TreeMap<Double, Long> count(String key, String values, String where) {
    TreeMap<Double, Long> counts = new TreeMap<>();
    session.query(
        "SELECT %s AS k, count(*) FROM %s AS numbers WHERE value IS NOT NULL AND %s GROUP BY k"
            .formatted(key, values, where),
        cancellation,
        row -> counts.put(row.real(1), row.number(2)));
    return counts;
  }

  /// Where `skip` rows in falling order end.
  private static Rank find(TreeMap<Double, Long> counts, long skip) {
    long left = skip;
    for (Map.Entry<Double, Long> entry : counts.descendingMap().entrySet()) {
      if (left < entry.getValue()) {
        return new Rank(entry.getKey(), left);
      }
      left -= entry.getValue();
    }
    return new Rank(counts.firstKey(), 0);
  }

  private record Rank(double value, long left) {}
}
