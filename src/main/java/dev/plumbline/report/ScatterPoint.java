package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
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
    return content.points().stream().map(point -> of(point, content, facts, style)).toList();
  }

  private static ScatterPoint of(
      RelationPoint point,
      BiasPerformanceScatter.Content content,
      FamilyMarkers facts,
      ChartStyle style) {
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
        tooltip(point, content, facts, style));
  }

  private static String tooltip(
      RelationPoint point,
      BiasPerformanceScatter.Content content,
      FamilyMarkers facts,
      ChartStyle style) {
    Measure measure = content.measure();
    Optional<BiasRow> row =
        content.bias().stream()
            .filter(it -> it.model().equals(point.model()))
            .filter(it -> it.test().value().equals(point.test()))
            .filter(it -> it.order().label().equals(point.order()))
            .findFirst();
    String effect =
        row.flatMap(BiasRow::measured)
            .map(it -> Tooltips.effect(it, row.get().q(), style.numbers()))
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
        row.flatMap(BiasRow::measured)
            .map(AssociationResult.Measured::n)
            .map(n -> Tooltips.stimuli(n, style.messages()))
            .orElse(""),
        Tooltips.trained(facts.dataset(point.model()), facts.family(point.model()), style));
  }
}
