package dev.plumbline.relation;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// Do models with more bias score higher, category by category and order by order?
///
/// Effect sizes are joined with one performance measure by the model's name ([ModelNames]). Each
/// cell (category, order) gets a [Correlation] of d with the score; q adjusts the p of all cells of
/// the result by [BenjaminiHochberg]. At level [Level#ROW] every row is a point: a model with
/// several tests in a cell counts several times, its points are not independent, and p and interval
/// are more certain than they should be; [Level#MODEL] averages them first. Cells come in order of
/// first appearance of their category, then of their order.
public final class Relations {
  private final RelationSettings settings;

  /// A cell's key.
  private record Cell(String category, String order) {}

  /// Makes relations to one performance measure.
  public Relations(RelationSettings settings) {
    this.settings = settings;
  }

  /// The points of all cells; rows of models without a score are left out.
  ///
  /// @throws PlumblineException if the scores do not hold the measure, or for no model
  public List<RelationPoint> points(List<EffectRow> rows, List<Score> scores) {
    return join(rows, measure(scores));
  }

  /// The correlations of all cells.
  ///
  /// @throws PlumblineException if the scores do not hold the measure, or for no model
  public RelationResult relate(List<EffectRow> rows, List<Score> scores) {
    PerformanceMeasure measure = measure(scores);
    Map<Cell, List<RelationPoint>> cells = cells(rows, join(rows, measure));
    List<CorrelationResult> results = new ArrayList<>();
    for (List<RelationPoint> points : cells.values()) {
      results.add(
          new Correlation(settings.method(), settings.confidence())
              .test(
                  points.stream().mapToDouble(RelationPoint::performance).toArray(),
                  points.stream().mapToDouble(RelationPoint::d).toArray()));
    }
    List<OptionalDouble> q =
        BenjaminiHochberg.adjust(results.stream().map(CorrelationResult::p).toList());
    List<RelationCell> related = new ArrayList<>();
    for (Map.Entry<Cell, List<RelationPoint>> cell : cells.entrySet()) {
      int i = related.size();
      related.add(cell(cell.getKey(), cell.getValue(), results.get(i), q.get(i)));
    }
    return new RelationResult(
        measure.name(), measure.metric(), settings.method(), related, notes(rows, cells, measure));
  }

  private PerformanceMeasure measure(List<Score> scores) {
    return PerformanceMeasure.find(scores, settings.performance(), settings.metric());
  }

  private List<RelationPoint> join(List<EffectRow> rows, PerformanceMeasure measure) {
    ModelNames names = names(rows, measure);
    List<RelationPoint> points = new ArrayList<>();
    for (EffectRow row : rows) {
      Optional<ModelId> scored = names.scored(row.model());
      if (scored.isPresent()) {
        double performance = measure.values().get(scored.get());
        Cell cell = cell(row);
        points.add(
            new RelationPoint(
                row.model(), row.test(), cell.category, cell.order, row.d(), performance));
      }
    }
    if (points.isEmpty() && !rows.isEmpty()) {
      throw new PlumblineException(
          "No model of the results has a score for %s %s: results name %s, scores %s."
              .formatted(
                  measure.name(),
                  measure.metric(),
                  PerformanceMeasure.listed(models(rows)),
                  PerformanceMeasure.listed(
                      measure.values().keySet().stream().map(ModelId::value).toList())));
    }
    return settings.level() == Level.ROW ? points : averaged(points);
  }

  private static ModelNames names(List<EffectRow> rows, PerformanceMeasure measure) {
    return new ModelNames(
        rows.stream().map(EffectRow::model).distinct().toList(), measure.values().keySet());
  }

  private static List<String> models(List<EffectRow> rows) {
    return rows.stream().map(row -> row.model().value()).distinct().toList();
  }

  private Cell cell(EffectRow row) {
    return new Cell(
        settings.by().contains(Grouping.CATEGORY) ? row.category() : "",
        settings.by().contains(Grouping.ORDER) ? row.order() : "");
  }

  private static List<RelationPoint> averaged(List<RelationPoint> points) {
    record Key(Cell cell, ModelId model) {}
    Map<Key, List<RelationPoint>> groups = new LinkedHashMap<>();
    for (RelationPoint point : points) {
      Key key = new Key(new Cell(point.category(), point.order()), point.model());
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(point);
    }
    List<RelationPoint> means = new ArrayList<>();
    for (List<RelationPoint> group : groups.values()) {
      RelationPoint first = group.getFirst();
      String tests =
          group.stream().map(RelationPoint::test).distinct().collect(Collectors.joining(" + "));
      double d = group.stream().mapToDouble(RelationPoint::d).sum() / group.size();
      means.add(
          new RelationPoint(
              first.model(), tests, first.category(), first.order(), d, first.performance()));
    }
    return means;
  }

  /// Points by cell, also cells that lost all their points.
  private Map<Cell, List<RelationPoint>> cells(List<EffectRow> rows, List<RelationPoint> points) {
    Set<String> categories = new LinkedHashSet<>();
    Set<String> orders = new LinkedHashSet<>();
    Set<Cell> present = new LinkedHashSet<>();
    for (EffectRow row : rows) {
      Cell cell = cell(row);
      categories.add(cell.category);
      orders.add(cell.order);
      present.add(cell);
    }
    Map<Cell, List<RelationPoint>> cells = new LinkedHashMap<>();
    for (String category : categories) {
      for (String order : orders) {
        Cell cell = new Cell(category, order);
        if (present.contains(cell)) {
          cells.put(cell, new ArrayList<>());
        }
      }
    }
    for (RelationPoint point : points) {
      cells.get(new Cell(point.category(), point.order())).add(point);
    }
    return cells;
  }

  private static RelationCell cell(
      Cell cell, List<RelationPoint> points, CorrelationResult result, OptionalDouble q) {
    return new RelationCell(
        cell.category,
        cell.order,
        result.n(),
        (int) points.stream().map(RelationPoint::model).distinct().count(),
        result.r(),
        result.interval(),
        result.p(),
        q,
        result.reason());
  }

  private static List<String> notes(
      List<EffectRow> rows, Map<Cell, List<RelationPoint>> cells, PerformanceMeasure measure) {
    ModelNames names = names(rows, measure);
    List<String> notes = new ArrayList<>(measure.notes());
    notes.addAll(names.notes());
    List<String> lost =
        rows.stream()
            .map(EffectRow::model)
            .filter(model -> names.scored(model).isEmpty())
            .map(ModelId::value)
            .distinct()
            .toList();
    if (!lost.isEmpty()) {
      notes.add(
          "%d models have no score for %s %s and were left out: %s."
              .formatted(
                  lost.size(), measure.name(), measure.metric(), PerformanceMeasure.listed(lost)));
    }
    long most = cells.values().stream().mapToLong(Relations::mostRowsOfAModel).max().orElse(0);
    if (most > 1) {
      notes.add(
          ("Models count with up to %d rows in a cell: these are not independent, so p and"
                  + " intervals are too certain; level model averages them.")
              .formatted(most));
    }
    return notes;
  }

  private static long mostRowsOfAModel(List<RelationPoint> points) {
    return points.stream()
        .collect(Collectors.groupingBy(RelationPoint::model, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }
}
