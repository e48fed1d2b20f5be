package dev.plumbline.study;

import dev.plumbline.association.EffectDifference;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import java.util.Optional;

/// How two models differ in one test and order.
///
/// @param first d of this model is subtracted
/// @param second from d of this one
/// @param test which test
/// @param order in which order
/// @param difference the difference with its interval, empty if it could not be measured
/// @param reason why not
public record TestDifference(
    ModelId first,
    ModelId second,
    TestId test,
    Order order,
    Optional<EffectDifference> difference,
    Optional<String> reason) {}
