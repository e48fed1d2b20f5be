package dev.plumbline.study;

import dev.plumbline.association.NamedSets;
import dev.plumbline.association.NamedVectors;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.AssociationTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How one model sees the stimuli of one test in one order, each with its name.
///
/// @param sets the four sets: a text is named by itself, an image by its file relative to the
///   study's folder of images, with slashes
/// @param images file of each image by its name
record TestVectors(NamedSets sets, Map<String, Path> images) {
  /// Takes the vectors of a test.
  ///
  /// @throws PlumblineException if the model cannot embed what the order asks for
  static TestVectors of(
      StudyRequest request,
      StudyStimuli stimuli,
      ModelVectors vectors,
      AssociationTest test,
      Order order) {
    Map<String, Path> images = new HashMap<>();
    NamedSets sets =
        new NamedSets(
            set(request, stimuli, vectors, test.x(), order.imageTargets(), images),
            set(request, stimuli, vectors, test.y(), order.imageTargets(), images),
            set(request, stimuli, vectors, test.a(), order.imageAttributes(), images),
            set(request, stimuli, vectors, test.b(), order.imageAttributes(), images));
    return new TestVectors(sets, images);
  }

  private static NamedVectors set(
      StudyRequest request,
      StudyStimuli stimuli,
      ModelVectors vectors,
      String set,
      boolean asImages,
      Map<String, Path> images) {
    if (!asImages) {
      List<String> texts = stimuli.textsOf(set);
      return new NamedVectors(texts, vectors.texts(texts));
    }
    List<Path> files = vectors.readable(stimuli.imagesOf(set));
    files.forEach(file -> images.put(name(request, file), file));
    return new NamedVectors(
        files.stream().map(file -> name(request, file)).toList(), vectors.images(files));
  }

  private static String name(StudyRequest request, Path file) {
    return StudyPaths.slashes(
        request
            .images()
            .filter(file::startsWith)
            .map(folder -> folder.relativize(file))
            .orElse(file));
  }
}
