package dev.plumbline.study;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import java.util.Optional;
import java.util.OptionalDouble;

/// One model, test and order: measured, undefined, or skipped with a reason.
///
/// @param model the model
/// @param test the test
/// @param category its category
/// @param order the order
/// @param result outcome, empty if skipped
/// @param q p adjusted by Benjamini–Hochberg over this model's battery
/// @param skipped why it was not run, such as missing images
public record BiasRow(
    ModelId model,
    TestId test,
    String category,
    Order order,
    Optional<AssociationResult> result,
    OptionalDouble q,
    Optional<String> skipped) {

  /// The effect size, if measured.
  public OptionalDouble d() {
    return result.isPresent() && result.get() instanceof AssociationResult.Measured measured
        ? OptionalDouble.of(measured.d())
        : OptionalDouble.empty();
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
