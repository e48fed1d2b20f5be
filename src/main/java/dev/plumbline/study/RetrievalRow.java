package dev.plumbline.study;

import dev.plumbline.association.RetrievalResult;
import dev.plumbline.core.ModelId;
import java.util.Optional;

/// Skew of one attribute in one folder searched by one model.
///
/// @param model the model
/// @param source id of the [RetrievalSource]
/// @param attribute the attribute
/// @param result what was measured
/// @param skipped why it was not
public record RetrievalRow(
    ModelId model,
    String source,
    String attribute,
    Optional<RetrievalResult> result,
    Optional<String> skipped) {}
