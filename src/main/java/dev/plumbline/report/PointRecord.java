package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Interval;
import dev.plumbline.performance.Score;
import dev.plumbline.relation.RelationPoint;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Why is a point of the scatter where it is? Everything that put it there: d with its interval and
/// p, the stimuli, the score and who says so, where it stands among the others, what the model was
/// trained on and how that manifest's captions lean in the same test.
///
/// @param subject the point
/// @param title the question, with the model's name
/// @param subtitle test and order
/// @param lines the answer, line by line
public record PointRecord(Subject.Effect subject, String title, String subtitle, List<Line> lines) {
  public PointRecord {
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param name what it tells
  /// @param text what it says
  public record Line(String name, String text) {}

  /// What is known beside the scatter.
  ///
  /// @param scores scores with their sources
  /// @param compositions profiles of manifests
  public record Background(List<Score> scores, List<CompositionResult> compositions) {
    public Background {
      scores = List.copyOf(scores);
      compositions = List.copyOf(compositions);
    }
  }

  /// The record of the point of a model: of the test asked for if the scatter has it, else of the
  /// model's first; empty if the scatter has no point of the model.
  public static Optional<PointRecord> of(
      BiasPerformanceScatter.Content content,
      Subject.Effect asked,
      Background background,
      ChartStyle style) {
    List<RelationPoint> ofModel =
        content.points().stream().filter(it -> it.model().equals(asked.model())).toList();
    return ofModel.stream()
        .filter(it -> it.test().equals(asked.test()))
        .findFirst()
        .or(() -> ofModel.stream().findFirst())
        .map(point -> new Writer(content, point, background, style).write());
  }

  private record Writer(
      BiasPerformanceScatter.Content content,
      RelationPoint point,
      Background background,
      ChartStyle style) {

    private PointRecord write() {
      FamilyMarkers facts = new FamilyMarkers(content.models());
      Optional<String> dataset = facts.dataset(point.model());
      Optional<BiasRow> row =
          new BiasIndex(content.bias()).find(point.model(), point.test(), point.order());
      List<Line> lines = new ArrayList<>();
      add(lines, "d", effect(row));
      add(lines, "p", row.map(this::probability).orElse(""));
      add(lines, "performance", performance());
      add(lines, "trained", trained(dataset));
      add(lines, "captions", dataset.flatMap(this::captions).orElse(""));
      add(lines, "place", place());
      add(lines, "line", besideLine());
      add(lines, "n", row.flatMap(BiasRow::counts).map(this::counts).orElse(""));
      return new PointRecord(
          new Subject.Effect(point.model(), dataset, point.test(), point.category(), point.order()),
          text("point.title", point.model().value()),
          style.names().test(point.test()) + " · " + style.order(point.order()),
          lines);
    }

    private void add(List<Line> lines, String key, String text) {
      if (!text.isBlank()) {
        lines.add(new Line(text("point." + key), text));
      }
    }

    private String effect(Optional<BiasRow> row) {
      Optional<Interval> interval = row.flatMap(BiasRow::interval);
      String d = style.numbers().signed(point.d(), 2);
      String how = row.map(it -> conditions(it).interval()).orElse("");
      return interval.map(it -> d + " " + style.numbers().interval(it, 2)).orElse(d)
          + (how.isEmpty() ? "" : text("conditions.between") + how);
    }

    private BiasConditions conditions(BiasRow row) {
      return new BiasConditions(List.of(row), style);
    }

    private String probability(BiasRow row) {
      NumberStyle numbers = style.numbers();
      List<String> parts = new ArrayList<>();
      row.p().ifPresent(p -> parts.add(numbers.probability("p", p)));
      row.q().ifPresent(q -> parts.add(numbers.probability("q", q)));
      parts.add(conditions(row).p());
      return parts.stream()
          .filter(it -> !it.isEmpty())
          .collect(Collectors.joining(text("conditions.between")));
    }

    private String counts(AssociationResult.StimulusCounts n) {
      return text("point.counts", n.x(), n.y(), n.a(), n.b());
    }

    /// The value drawn, and each score behind it with its source.
    private String performance() {
      Measure measure = content.measure();
      List<Score> behind =
          background.scores().stream()
              .filter(it -> it.model().equals(point.model()))
              .filter(
                  it ->
                      it.dataset().equals(measure.dataset())
                          && it.metric().equals(measure.metric()))
              .toList();
      String value = measure.write(point.performance(), style.numbers());
      String what = text("point.score", value, measure.metric(), measure.dataset());
      return behind.isEmpty()
          ? what
          : what
              + text("conditions.between")
              + behind.stream().map(this::source).distinct().collect(Collectors.joining(", "));
    }

    private String source(Score score) {
      String who =
          score.source().equals(dev.plumbline.performance.ZeroShotResult.MEASURED)
              ? text("point.measured")
              : text("point.source", score.source());
      return score.n() > 0 ? text("point.items", who, score.n()) : who;
    }

    private String place() {
      return text(
          "point.ranks",
          rank(RelationPoint::d),
          rank(RelationPoint::performance),
          content.points().size());
    }

    private long rank(ToDoubleFunction<RelationPoint> value) {
      double mine = value.applyAsDouble(point);
      return 1 + content.points().stream().filter(it -> value.applyAsDouble(it) > mine).count();
    }

    private String besideLine() {
      if (content.fit().isEmpty()) {
        return "";
      }
      Interval band = content.fit().get().apply(point.performance());
      double above = point.d() - BiasPerformanceScatter.middle(band);
      return text(
          above >= 0 ? "point.above" : "point.below",
          style.numbers().decimal(Math.abs(above), 2),
          text(band.contains(point.d()) ? "point.inside" : "point.outside"));
    }

    private String trained(Optional<String> dataset) {
      Optional<ModelFacts> facts =
          content.models().stream().filter(it -> it.id().equals(point.model())).findFirst();
      return dataset.orElseGet(() -> text("dataset.unknown"))
          + facts
              .flatMap(ModelFacts::architecture)
              .map(it -> text("conditions.between") + it)
              .orElse("");
    }

    private Optional<String> captions(String dataset) {
      return background.compositions().stream()
          .filter(it -> it.dataset().value().equals(dataset))
          .flatMap(it -> it.associations().stream())
          .filter(it -> it.test().value().equals(point.test()))
          .findFirst()
          .filter(it -> it.logOddsRatio().isPresent())
          .map(this::captions);
    }

    private String captions(CaptionAssociation it) {
      OptionalDouble ratio = it.logOddsRatio();
      String number = style.numbers().signed(ratio.orElseThrow(), 2);
      return text(
          "point.odds",
          it.interval()
              .map(span -> number + " " + style.numbers().interval(span, 2))
              .orElse(number),
          it.x(),
          ratio.orElseThrow() >= 0 ? it.a() : it.b());
    }

    private String text(String key, Object... arguments) {
      return style.messages().text(key, arguments);
    }
  }
}
