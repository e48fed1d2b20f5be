package dev.plumbline.report;

import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import dev.plumbline.relation.RelationCell;
import dev.plumbline.relation.RelationPoint;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/// Does bias rise with performance? One point a model and test: d over the score, colour by
/// pretraining dataset, shape by architecture family, the fitted line with its band, and on the
/// plot r, its interval, n and q.
public final class BiasPerformanceScatter {
  static final String ID = "bias-performance";

  private BiasPerformanceScatter() {}

  /// What is drawn.
  ///
  /// @param measure the performance on the x axis
  /// @param category category shown, as in the points
  /// @param order label of the order shown
  /// @param points the points
  /// @param cell their correlation, if computed
  /// @param fit interval of the fitted line at a performance (its middle is the line), such as
  ///   `LineFit::at`; empty for no line
  /// @param models facts that give colour and shape
  /// @param bias rows behind the points, for tooltips; those not needed are ignored
  public record Content(
      Measure measure,
      String category,
      String order,
      List<RelationPoint> points,
      Optional<RelationCell> cell,
      Optional<DoubleFunction<Interval>> fit,
      List<ModelFacts> models,
      List<BiasRow> bias) {
    public Content {
      points = List.copyOf(points);
      models = List.copyOf(models);
      bias = List.copyOf(bias);
    }
  }

  /// The scatter, or the sentence that says why there is none.
  public static Figure of(Content content, ChartStyle style) {
    String title = style.messages().text("scatter.title");
    FigureTable table = table(content);
    if (content.points().isEmpty()) {
      String why =
          content
              .cell()
              .flatMap(RelationCell::reason)
              .orElseGet(() -> style.messages().text("scatter.none"));
      return Figures.sentence(ID, title, why, table, style);
    }
    List<ScatterPoint> points = ScatterPoint.all(content, style);
    return new Figure(
        ID,
        title,
        subtitle(content, style),
        new ScatterFrame(content, points, style).chart(),
        table,
        nativeChart(content, points, style),
        style);
  }

  private static String subtitle(Content content, ChartStyle style) {
    long models = content.points().stream().map(RelationPoint::model).distinct().count();
    return style
        .messages()
        .text(
            "scatter.subtitle",
            style.names().category(content.category()),
            style.order(content.order()),
            content.measure().dataset(),
            content.measure().metric(),
            models);
  }

  private static NativeChart nativeChart(
      Content content, List<ScatterPoint> points, ChartStyle style) {
    List<NativeChart.Points> series = new ArrayList<>();
    points.stream()
        .collect(Collectors.groupingBy(ScatterPoint::look, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (look, members) ->
                series.add(
                    new NativeChart.Points(
                        look.name(),
                        look.color(),
                        look.marker(),
                        members.stream()
                            .map(it -> new NativeChart.Point(it.name(), it.x(), it.d()))
                            .toList())));
    return new NativeChart.Scatter(
        content.measure().axisTitle(style.messages()),
        style.messages().text("d.axis"),
        content.measure().share(),
        series,
        headline(content, style),
        style.messages().text("scatter.line"),
        line(content));
  }

  private static List<NativeChart.Point> line(Content content) {
    if (content.fit().isEmpty()) {
      return List.of();
    }
    double low = content.points().stream().mapToDouble(RelationPoint::performance).min().orElse(0);
    double high = content.points().stream().mapToDouble(RelationPoint::performance).max().orElse(0);
    return List.of(lineAt(content, low), lineAt(content, high));
  }

  private static NativeChart.Point lineAt(Content content, double x) {
    return new NativeChart.Point("", x, middle(content.fit().orElseThrow().apply(x)));
  }

  /// r with its interval, n and q, or the reason why there is no r.
  static String headline(Content content, ChartStyle style) {
    return content.cell().map(cell -> headline(cell, style)).orElse("");
  }

  private static String headline(RelationCell cell, ChartStyle style) {
    if (cell.r().isEmpty()) {
      return style.messages().sentence(cell.reason().orElse(""));
    }
    NumberStyle numbers = style.numbers();
    String q = cell.q().isPresent() ? "   " + numbers.probability("q", cell.q().getAsDouble()) : "";
    return "r = "
        + numbers.correlation(cell.r().getAsDouble())
        + cell.interval().map(it -> " " + numbers.correlationInterval(it)).orElse("")
        + "   n = "
        + cell.n()
        + q;
  }

  /// The line itself: the middle of its symmetric interval.
  static double middle(Interval interval) {
    return (interval.low() + interval.high()) / 2;
  }

  private static FigureTable table(Content content) {
    FamilyMarkers facts = new FamilyMarkers(content.models());
    FigureTable.Builder table =
        FigureTable.columns(
            "model",
            "pretraining_dataset",
            "architecture_family",
            "test",
            "category",
            "order",
            "d",
            "dataset",
            "metric",
            "value");
    for (RelationPoint point : content.points()) {
      ModelId model = point.model();
      table.row(
          model,
          facts.dataset(model).orElse(""),
          facts.family(model).orElse(""),
          point.test(),
          point.category(),
          point.order(),
          point.d(),
          content.measure().dataset(),
          content.measure().metric(),
          point.performance());
    }
    return table.table();
  }
}
