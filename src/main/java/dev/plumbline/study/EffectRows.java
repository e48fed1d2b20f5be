package dev.plumbline.study;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.association.PooledEffect;
import dev.plumbline.core.Interval;
import dev.plumbline.relation.EffectRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A study's association results as effect sizes for a relation, and as the cells of a tidy table,
/// one row a model, test and order.
public final class EffectRows {
  /// Columns of the table that [#cells] fills.
  public static final List<String> COLUMNS =
      List.of(
          "model",
          "test",
          "category",
          "order",
          "d",
          "p",
          "q",
          "low",
          "high",
          "n_x",
          "n_y",
          "n_a",
          "n_b",
          "d_bound",
          "ddof",
          "r",
          "d_pooled",
          "hedges_g",
          "hedges_low",
          "hedges_high",
          "p_method",
          "alternative",
          "permutations",
          "ci_method",
          "skipped",
          "source");

  /// Source of rows that the study measured itself.
  public static final String MEASURED = "measured";

  private EffectRows() {}

  /// The rows that have a d, measured or reported, as a relation needs them.
  public static List<EffectRow> rows(List<BiasRow> bias) {
    List<EffectRow> rows = new ArrayList<>();
    for (BiasRow row : bias) {
      if (row.d().isPresent()) {
        rows.add(
            new EffectRow(
                row.model(),
                row.test().value(),
                row.category(),
                row.order().label(),
                row.d().getAsDouble(),
                row.p()));
      }
    }
    return rows;
  }

  /// The cells of one row, in the order of [#COLUMNS]; numbers that do not exist are empty, and the
  /// cell `skipped` says why.
  public static List<String> cells(BiasRow row) {
    Optional<Measured> measured = row.measured();
    Optional<StimulusCounts> n = row.counts();
    Optional<PooledEffect> pooled = measured.map(Measured::pooled);
    Optional<Interval> hedges = pooled.flatMap(PooledEffect::interval);
    return List.of(
        row.model().value(),
        row.test().value(),
        row.category(),
        row.order().label(),
        text(row.d()),
        text(row.p()),
        text(row.q()),
        text(row.interval().map(Interval::low)),
        text(row.interval().map(Interval::high)),
        text(n.map(StimulusCounts::x)),
        text(n.map(StimulusCounts::y)),
        text(n.map(StimulusCounts::a)),
        text(n.map(StimulusCounts::b)),
        text(measured.map(Measured::bound)),
        text(measured.map(Measured::ddof)),
        text(measured.map(Measured::r)),
        text(pooled.map(PooledEffect::d).orElse(OptionalDouble.empty())),
        text(pooled.map(PooledEffect::g).orElse(OptionalDouble.empty())),
        text(hedges.map(Interval::low)),
        text(hedges.map(Interval::high)),
        measured.map(Measured::pMethod).orElse(""),
        measured.map(it -> it.alternative().label()).orElse(""),
        row.permutations().isPresent() ? Long.toString(row.permutations().getAsLong()) : "",
        row.interval().map(Interval::method).orElse(""),
        row.reason().orElse(""),
        row.reported().map(ReportedResult::source).orElse(row.d().isPresent() ? MEASURED : ""));
  }

  private static String text(OptionalDouble number) {
    return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
  }

  private static String text(Optional<? extends Number> number) {
    return number.map(Number::toString).orElse("");
  }
}
