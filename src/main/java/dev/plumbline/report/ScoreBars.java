package dev.plumbline.report;

import dev.plumbline.core.Interval;
import dev.plumbline.performance.Score;
import dev.plumbline.study.ModelFacts;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.Range;

/// How well do the models do? One bar a model in the colour of its pretraining dataset, from zero,
/// with an interval where one is given. A model with several sources has a bar for each.
public final class ScoreBars {
  private static final String ID = "scores";
  private static final double ROOM_FOR_LABELS = 1.16;

  private ScoreBars() {}

  /// The bars of one measure, or the sentence that says why there are none.
  ///
  /// @param scores scores; those of other measures are ignored
  /// @param intervals intervals of scores, such as Wilson's for an accuracy over n items
  public static Figure of(
      List<Score> scores,
      Measure measure,
      Map<Score, Interval> intervals,
      List<ModelFacts> models,
      ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("scores.title");
    List<Score> ours =
        scores.stream()
            .filter(it -> it.dataset().equals(measure.dataset()))
            .filter(it -> it.metric().equals(measure.metric()))
            .toList();
    FigureTable table = table(ours, intervals, new FamilyMarkers(models));
    if (ours.isEmpty()) {
      return Figures.sentence(ID, title, messages.text("scores.none"), table, style);
    }
    MarkGrid grid = grid(ours, measure, intervals, new FamilyMarkers(models), style);
    String axisTitle = measure.axisTitle(messages);
    CategoryFrame frame = CategoryFrame.of(grid, measure.share(), style, axisTitle);
    RoundAxis axis = new RoundAxis(axisTitle, style, frame.type(), false);
    double least = ours.stream().mapToDouble(Score::value).min().orElse(0);
    double most = ours.stream().mapToDouble(Score::value).max().orElse(0);
    axis.setRange(
        new Range(
            Math.min(0, least) * measure.scale() * ROOM_FOR_LABELS,
            Math.max(most, 1e-6) * measure.scale() * ROOM_FOR_LABELS));
    CategoryPlot plot = frame.plot(axis, new FlatBarRenderer(frame));
    return new Figure(
        ID,
        title,
        messages.text(
            intervals.isEmpty() ? "scores.subtitle" : "scores.subtitle.intervals",
            measure.dataset(),
            measure.metric(),
            sources(ours)),
        frame.chart(
            plot,
            DatasetLegend.items(
                ours.stream().map(Score::model).toList(), new FamilyMarkers(models), style)),
        table,
        new NativeChart.Bars(axisTitle, measure.share(), grid),
        style);
  }

  private static String sources(List<Score> scores) {
    return String.join(", ", scores.stream().map(Score::source).distinct().toList());
  }

  private static MarkGrid grid(
      List<Score> scores,
      Measure measure,
      Map<Score, Interval> intervals,
      FamilyMarkers facts,
      ChartStyle style) {
    List<String> names = scores.stream().map(score -> name(score, scores)).toList();
    List<Mark> marks =
        scores.stream()
            .map(
                score ->
                    mark(score, measure, Optional.ofNullable(intervals.get(score)), facts, style))
            .toList();
    return new MarkGrid(
        names,
        List.of(
            new MarkGrid.Series(
                new Subject.Dataset(measure.dataset()),
                measure.dataset() + " " + measure.metric(),
                style.theme().zero(),
                marks)));
  }

  private static String name(Score score, List<Score> scores) {
    long bars = scores.stream().filter(it -> it.model().equals(score.model())).count();
    return bars > 1 ? score.model() + " (" + score.source() + ")" : score.model().value();
  }

  private static Mark mark(
      Score score,
      Measure measure,
      Optional<Interval> interval,
      FamilyMarkers facts,
      ChartStyle style) {
    NumberStyle numbers = style.numbers();
    Optional<String> dataset = facts.dataset(score.model());
    Color color = style.colour(dataset);
    String value = measure.write(score.value(), numbers);
    String bounds =
        interval
            .map(
                it ->
                    " ["
                        + measure.write(it.low(), numbers)
                        + ", "
                        + measure.write(it.high(), numbers)
                        + "]")
            .orElse("");
    return new Mark(
        new Subject.Performance(score.model(), dataset, score.dataset(), score.metric()),
        color,
        OptionalDouble.of(score.value()),
        interval,
        value,
        Tooltips.lines(
            score.model().value(),
            score.dataset() + " " + score.metric() + " " + value + bounds,
            score.n() > 0 ? "n = " + numbers.count(score.n()) : "",
            style.messages().text("tooltip.source", score.source()),
            Tooltips.trained(dataset, facts.family(score.model()), style)));
  }

  private static FigureTable table(
      List<Score> scores, Map<Score, Interval> intervals, FamilyMarkers facts) {
    FigureTable.Builder table =
        FigureTable.columns(
            "model",
            "pretraining_dataset",
            "dataset",
            "metric",
            "value",
            "low",
            "high",
            "n",
            "source");
    for (Score score : scores) {
      Optional<Interval> interval = Optional.ofNullable(intervals.get(score));
      table.row(
          score.model(),
          facts.dataset(score.model()).orElse(""),
          score.dataset(),
          score.metric(),
          score.value(),
          FigureTable.low(interval),
          FigureTable.high(interval),
          score.n(),
          score.source());
    }
    return table.table();
  }
}
