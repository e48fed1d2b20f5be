package dev.plumbline.report;

import dev.plumbline.core.ModelId;
import dev.plumbline.relation.RelationPoint;
import dev.plumbline.study.BiasRow;
import java.awt.Color;
import java.util.List;
import java.util.Optional;

/// A point of the scatter with its looks.
///
/// @param subject what it stands for
/// @param name the model's name
/// @param x performance
/// @param d effect size
/// @param look colour, shape and what they mean
/// @param tooltip the full record
record ScatterPoint(Subject subject, String name, double x, double d, Look look, String tooltip) {

  /// What points of the same dataset and family share.
  record Look(String name, Color color, Marker marker) {}

  /// All points of a scatter, in order.
  static List<ScatterPoint> all(BiasPerformanceScatter.Content content, ChartStyle style) {
    FamilyMarkers facts = new FamilyMarkers(content.models());
    BiasIndex bias = new BiasIndex(content.bias());
    return content.points().stream()
        .map(point -> of(point, content.measure(), bias, facts, style))
        .toList();
  }

  private static ScatterPoint of(
      RelationPoint point, Measure measure, BiasIndex bias, FamilyMarkers facts, ChartStyle style) {
    ModelId model = point.model();
    Optional<String> dataset = facts.dataset(model);
    Optional<String> family = facts.family(model);
    String looks =
        dataset.orElseGet(() -> style.messages().text("dataset.unknown"))
            + family.map(it -> " · " + it).orElse("");
    return new ScatterPoint(
        new Subject.Effect(model, dataset, point.test(), point.category(), point.order()),
        model.value(),
        point.performance(),
        point.d(),
        new Look(looks, style.colour(dataset), facts.of(model)),
        tooltip(point, measure, bias, facts, style));
  }

  private static String tooltip(
      RelationPoint point, Measure measure, BiasIndex bias, FamilyMarkers facts, ChartStyle style) {
    Optional<BiasRow> row = bias.find(point.model(), point.test(), point.order());
    String effect =
        row.flatMap(it -> Tooltips.effect(it, style))
            .orElseGet(() -> "d " + style.numbers().decimal(point.d(), 2));
    return Tooltips.lines(
        point.model().value(),
        style.names().test(point.test()) + " · " + style.order(point.order()),
        effect,
        measure.dataset()
            + " "
            + measure.metric()
            + " "
            + measure.write(point.performance(), style.numbers()),
        row.map(it -> Tooltips.stimuli(it, style)).orElse(""),
        Tooltips.trained(facts.dataset(point.model()), facts.family(point.model()), style));
  }
}
