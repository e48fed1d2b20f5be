package dev.plumbline.report;

import dev.plumbline.association.QueryMean;
import dev.plumbline.association.RetrievalResult;
import dev.plumbline.core.ModelId;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.RetrievalRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// Who is shown first when models search a labelled folder? A measure of skew of each model with
/// its interval over the queries, one panel an attribute; a filled dot where p < .05; behind them
/// in grey what chance alone gives, from the least to the greatest of the models.
public final class RetrievalDots {
  private static final String ID = "retrieval";
  private static final double SIGNIFICANT = 0.05;

  private final Content content;
  private final ChartStyle style;
  private final FamilyMarkers facts;

  private RetrievalDots(Content content, ChartStyle style) {
    this.content = content;
    this.style = style;
    this.facts = new FamilyMarkers(content.models());
  }

  /// What is drawn.
  ///
  /// @param rows rows of all models
  /// @param models facts that give colours
  /// @param measure measure looked at
  public record Content(List<RetrievalRow> rows, List<ModelFacts> models, SkewMeasure measure) {
    public Content {
      rows = List.copyOf(rows);
      models = List.copyOf(models);
    }
  }

  /// A folder's attribute.
  private record Key(String source, String attribute) {
    private static Key of(RetrievalRow row) {
      return new Key(row.source(), row.attribute());
    }
  }

  /// The dots, or the sentence that says why there are none.
  public static Figure of(Content content, ChartStyle style) {
    return new RetrievalDots(content, style).figure();
  }

  private Figure figure() {
    Messages messages = style.messages();
    String title = messages.text("skew.title");
    FigureTable table = RetrievalTable.means(content.rows());
    List<RetrievalResult> results =
        content.rows().stream().flatMap(row -> row.result().stream()).toList();
    if (results.isEmpty()) {
      String why =
          content.rows().stream()
              .flatMap(row -> row.skipped().stream())
              .findFirst()
              .orElseGet(() -> messages.text("skew.none"));
      return Figures.sentence(ID, title, why, table, style);
    }
    DotPanels panels = panels(results);
    String text =
        panels.rows().stream().map(Matrix.Row::name).collect(Collectors.joining())
            + panels.panels().stream().map(DotPanels.Panel::name).collect(Collectors.joining());
    String name = content.measure().name(style);
    return new Figure(
        ID,
        title,
        messages.text("skew.subtitle", name, results.getFirst().queries().size(), sources()),
        ChartFrame.around(new DotPanelPlot(panels, style, Typeface.displaying(text)), style),
        table,
        new NativeChart.Bars(name, false, grid(panels)),
        style);
  }

  private String sources() {
    return content.rows().stream()
        .map(RetrievalRow::source)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private DotPanels panels(List<RetrievalResult> results) {
    List<ModelId> models = content.rows().stream().map(RetrievalRow::model).distinct().toList();
    List<DotPanels.Panel> panels =
        content.rows().stream().map(Key::of).distinct().map(key -> panel(key, models)).toList();
    double most =
        results.stream()
            .map(content.measure()::of)
            .flatMapToDouble(
                it ->
                    DoubleStream.of(
                        it.mean(), it.chance(), it.interval().map(i -> i.high()).orElse(0.0)))
            .max()
            .orElse(0);
    return new DotPanels(
        models.stream().map(this::name).toList(), panels, DotPanels.Scale.upTo(most));
  }

  private Matrix.Row name(ModelId model) {
    Optional<String> dataset = facts.dataset(model);
    return new Matrix.Row(
        model.value(),
        Optional.of(style.colour(dataset)),
        Optional.of(new Subject.Model(model, dataset)));
  }

  private DotPanels.Panel panel(Key key, List<ModelId> models) {
    List<RetrievalRow> rows =
        content.rows().stream().filter(row -> Key.of(row).equals(key)).toList();
    List<DotPanels.Dot> dots = new ArrayList<>();
    for (ModelId model : models) {
      dots.add(dot(model, key, rows.stream().filter(row -> row.model().equals(model)).findFirst()));
    }
    List<RetrievalResult> results = rows.stream().flatMap(row -> row.result().stream()).toList();
    return new DotPanels.Panel(name(key, results), band(results), dots);
  }

  private String name(Key key, List<RetrievalResult> results) {
    long folders = content.rows().stream().map(RetrievalRow::source).distinct().count();
    String name = folders > 1 ? key.source() + " · " + key.attribute() : key.attribute();
    if (results.isEmpty()) {
      return name;
    }
    String images = style.numbers().count(results.getFirst().n());
    return content.measure() == SkewMeasure.NDKL
        ? style.messages().text("skew.panel.whole", name, images)
        : style
            .messages()
            .text("skew.panel", name, style.numbers().count(results.getFirst().k()), images);
  }

  private Optional<DotPanels.Band> band(List<RetrievalResult> results) {
    double[] chances =
        results.stream().map(content.measure()::of).mapToDouble(QueryMean::chance).toArray();
    if (chances.length == 0) {
      return Optional.empty();
    }
    double mean = DoubleStream.of(chances).average().getAsDouble();
    String number = style.numbers().decimal(mean, 2);
    return Optional.of(
        new DotPanels.Band(
            DoubleStream.of(chances).min().getAsDouble(),
            mean,
            DoubleStream.of(chances).max().getAsDouble(),
            style.messages().text("skew.chance", number),
            number));
  }

  private DotPanels.Dot dot(ModelId model, Key key, Optional<RetrievalRow> row) {
    Optional<RetrievalResult> result = row.flatMap(RetrievalRow::result);
    Optional<QueryMean> mean = result.map(content.measure()::of);
    String number = mean.map(it -> style.numbers().decimal(it.mean(), 2)).orElse("–");
    Mark mark =
        new Mark(
            new Subject.Skew(model, facts.dataset(model), key.source(), key.attribute()),
            style.colour(facts.dataset(model)),
            mean.map(it -> OptionalDouble.of(it.mean())).orElseGet(OptionalDouble::empty),
            mean.flatMap(QueryMean::interval),
            number,
            tooltip(model, key, row, number));
    return new DotPanels.Dot(mark, mean.filter(it -> it.p() < SIGNIFICANT).isPresent());
  }

  private String tooltip(ModelId model, Key key, Optional<RetrievalRow> row, String number) {
    String where = key.source() + " · " + key.attribute();
    Optional<RetrievalResult> result = row.flatMap(RetrievalRow::result);
    if (result.isEmpty()) {
      return Tooltips.lines(
          model.value(),
          where,
          row.flatMap(RetrievalRow::skipped)
              .orElseGet(() -> style.messages().text("cell.unmeasured")));
    }
    QueryMean mean = content.measure().of(result.get());
    Messages messages = style.messages();
    return Tooltips.lines(
        model.value(),
        where,
        content.measure().name(style)
            + " "
            + number
            + mean.interval().map(it -> " " + style.numbers().interval(it, 2)).orElse(""),
        messages.text(
            "skew.tooltip.chance",
            style.numbers().decimal(mean.chance(), 2),
            style.numbers().probability("p", mean.p())),
        messages.text(
            "skew.tooltip.queries",
            result.get().queries().size(),
            style.numbers().count(result.get().n()),
            messages.text("skew.desired." + result.get().settings().desired().name())),
        Tooltips.trained(facts.dataset(model), facts.family(model), style));
  }

  /// The same for an office program: attributes as series, told apart by tints of one colour.
  private MarkGrid grid(DotPanels panels) {
    List<MarkGrid.Series> series = new ArrayList<>();
    int count = panels.panels().size();
    for (int i = 0; i < count; i++) {
      DotPanels.Panel panel = panels.panels().get(i);
      List<Mark> marks = panel.dots().stream().map(DotPanels.Dot::mark).toList();
      series.add(
          new MarkGrid.Series(
              marks.getFirst().subject(),
              panel.name(),
              ChartTheme.mix(
                  style.theme().text(),
                  style.theme().hairline(),
                  count == 1 ? 0.4 : 0.9 * i / count),
              marks));
    }
    return new MarkGrid(panels.rows().stream().map(Matrix.Row::name).toList(), series);
  }
}
