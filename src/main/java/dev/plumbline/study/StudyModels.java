package dev.plumbline.study;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.ModelBundle;

/// Finds the bundle of a study's model by the name that results carry.
final class StudyModels {
  private StudyModels() {}

  /// The bundle of a model.
  ///
  /// @throws PlumblineException if no bundle of the request has that name; where one cannot be
  ///   read, with its reason
  static ModelBundle bundle(StudyRequest request, ModelId id) {
    PlumblineException unreadable = null;
    for (ModelSource source : request.models()) {
      try {
        ModelBundle bundle = BundleReader.read(source.folder(), source.variant());
        if (bundle.id().equals(id)) {
          return bundle;
        }
      } catch (PlumblineException e) {
        unreadable = e;
      }
    }
    throw unreadable == null
        ? new PlumblineException("The study has no model " + id + ".")
        : new PlumblineException(
            "The model " + id + " cannot be read: " + unreadable.getMessage(), unreadable);
  }
}
