package dev.plumbline.performance;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.ModelId;

/// Performance of a model on a dataset.
///
/// @param model the model
/// @param dataset dataset or aggregate, named as its source names it
/// @param metric metric, such as `acc1`; shares lie between 0 and 1
/// @param value finite value
/// @param n items evaluated, 0 if the source does not say
/// @param source who says so: a file name, or `measured`
public record Score(
    ModelId model, String dataset, String metric, double value, long n, String source) {
  public Score {
    Arguments.check(Double.isFinite(value), "a score must be finite");
  }
}
