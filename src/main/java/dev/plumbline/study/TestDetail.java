package dev.plumbline.study;

import dev.plumbline.association.AssociationDetail;
import dev.plumbline.association.StimulusDetail;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.stimulus.AssociationTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One test of one model in one order, looked into.
///
/// @param model the model
/// @param test the test
/// @param order the order
/// @param detail levels, stimuli and null distribution
/// @param images file of each image stimulus, by the name it has in `detail`
public record TestDetail(
    ModelId model,
    AssociationTest test,
    Order order,
    AssociationDetail detail,
    Map<String, Path> images) {
  public TestDetail {
    images = Map.copyOf(images);
  }

  /// The picture of a stimulus, empty if it is a text.
  public Optional<Path> image(StimulusDetail stimulus) {
    boolean shown = stimulus.role().target() ? order.imageTargets() : order.imageAttributes();
    return shown ? Optional.ofNullable(images.get(stimulus.name())) : Optional.empty();
  }
}
