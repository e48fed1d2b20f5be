package dev.plumbline.study;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One model, test and order: measured, undefined, skipped with a reason, or reported by a table.
///
/// @param model the model
/// @param test the test
/// @param category its category
/// @param order the order
/// @param result outcome, empty if skipped
/// @param q p adjusted by Benjamini–Hochberg over this model's battery
/// @param skipped why it was not run, such as missing images
/// @param reported what a result table says, for rows that this study did not measure
public record BiasRow(
    ModelId model,
    TestId test,
    String category,
    Order order,
    Optional<AssociationResult> result,
    OptionalDouble q,
    Optional<String> skipped,
    Optional<ReportedResult> reported) {

  /// A row that this study measured or skipped.
  public BiasRow(
      ModelId model,
      TestId test,
      String category,
      Order order,
      Optional<AssociationResult> result,
      OptionalDouble q,
      Optional<String> skipped) {
    this(model, test, category, order, result, q, skipped, Optional.empty());
  }

  /// The effect size, if measured or reported.
  public OptionalDouble d() {
    return measured()
        .map(it -> OptionalDouble.of(it.d()))
        .or(() -> reported.map(it -> OptionalDouble.of(it.d())))
        .orElseGet(OptionalDouble::empty);
  }

  /// Its p, if measured or reported.
  public OptionalDouble p() {
    return measured()
        .map(it -> OptionalDouble.of(it.p()))
        .or(() -> reported.map(ReportedResult::p))
        .orElseGet(OptionalDouble::empty);
  }

  /// Partitions or draws that p rests on.
  public OptionalLong permutations() {
    return measured()
        .map(it -> OptionalLong.of(it.permutations()))
        .or(() -> reported.map(ReportedResult::permutations))
        .orElseGet(OptionalLong::empty);
  }

  /// Numbers of stimuli, if there are any.
  public Optional<AssociationResult.StimulusCounts> counts() {
    return result.map(AssociationResult::n).or(() -> reported.flatMap(ReportedResult::n));
  }

  /// The interval of d, if measured.
  public Optional<Interval> interval() {
    return measured().flatMap(AssociationResult.Measured::interval);
  }

  /// The same row with another q.
  public BiasRow withQ(OptionalDouble other) {
    return new BiasRow(model, test, category, order, result, other, skipped, reported);
  }

  /// The same row of a model of another name.
  BiasRow of(ModelId other) {
    return new BiasRow(other, test, category, order, result, q, skipped, reported);
  }

  /// The measurement, if there is one.
  public Optional<AssociationResult.Measured> measured() {
    return result
        .filter(AssociationResult.Measured.class::isInstance)
        .map(AssociationResult.Measured.class::cast);
  }

  /// Why there is no d, if there is none.
  public Optional<String> reason() {
    return result.isPresent() && result.get() instanceof AssociationResult.Undefined undefined
        ? Optional.of(undefined.reason())
        : skipped;
  }
}
