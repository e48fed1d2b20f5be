package dev.plumbline.study;

import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.LabelledImages;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.ImageFolder;
import dev.plumbline.stimulus.StimulusSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that a study shows to each of its models, listed once.
final class StudyStimuli {
  /// The images of a set, or why there are none.
  ///
  /// @param files image files
  /// @param reason why there are none, empty if there are
  record SetImages(List<Path> files, Optional<String> reason) {}

  private final StudyRequest request;
  private final Map<String, SetImages> sets = new LinkedHashMap<>();
  private final List<Optional<LabelledImages>> evaluations = new ArrayList<>();
  private final List<Optional<Failure>> failures = new ArrayList<>();
  private final Set<Path> images = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();

  private StudyStimuli(StudyRequest request) {
    this.request = request;
  }

  /// Lists the stimuli of a request; what cannot be listed carries its reason.
  static StudyStimuli of(StudyRequest request) {
    StudyStimuli stimuli = new StudyStimuli(request);
    for (AssociationTest test : request.battery().tests()) {
      for (Order order : test.orders()) {
        stimuli.add(test, order);
      }
    }
    request.zeroShot().forEach(stimuli::add);
    return stimuli;
  }

  /// Lists the stimuli of one test in one order alone.
  static StudyStimuli of(StudyRequest request, AssociationTest test, Order order) {
    StudyStimuli stimuli = new StudyStimuli(request);
    stimuli.add(test, order);
    return stimuli;
  }

  private void add(AssociationTest test, Order order) {
    add(test.x(), order.imageTargets());
    add(test.y(), order.imageTargets());
    add(test.a(), order.imageAttributes());
    add(test.b(), order.imageAttributes());
  }

  private void add(String name, boolean asImages) {
    StimulusSet set = request.battery().sets().get(name);
    if (asImages) {
      images.addAll(sets.computeIfAbsent(name, _ -> list(set)).files());
    } else {
      texts.addAll(set.sentences());
    }
  }

  private SetImages list(StimulusSet set) {
    if (set.images().isEmpty()) {
      return missing("The set \"" + set.name() + "\" has no images.");
    }
    if (request.images().isEmpty()) {
      return missing(
          "The images of the set \"" + set.name() + "\" are not known: choose an image folder.");
    }
    try {
      Path folder = request.images().get().resolve(set.images().get());
      return new SetImages(ImageFolder.list(folder), Optional.empty());
    } catch (PlumblineException e) {
      return missing(e.getMessage());
    }
  }

  private static SetImages missing(String reason) {
    return new SetImages(List.of(), Optional.of(reason));
  }

  private void add(ZeroShotSource source) {
    try {
      LabelledImages labelled = LabelledImages.read(source.folder());
      images.addAll(labelled.images());
      texts.addAll(labelled.prompts());
      evaluations.add(Optional.of(labelled));
      failures.add(Optional.empty());
    } catch (PlumblineException e) {
      evaluations.add(Optional.empty());
      failures.add(Optional.of(new Failure(source.id(), e.getMessage())));
    }
  }

  /// Every image file, each once.
  List<Path> images() {
    return List.copyOf(images);
  }

  /// Every text, each once.
  List<String> texts() {
    return List.copyOf(texts);
  }

  /// The images of one of the battery's sets that some order needs.
  ///
  /// @throws PlumblineException if there are none, with the reason
  List<Path> imagesOf(String set) {
    SetImages listed = sets.get(set);
    if (listed.reason().isPresent()) {
      throw new PlumblineException(listed.reason().get());
    }
    return listed.files();
  }

  /// The texts of one of the battery's sets.
  ///
  /// @throws PlumblineException if there are none
  List<String> textsOf(String set) {
    List<String> sentences = request.battery().sets().get(set).sentences();
    if (sentences.isEmpty()) {
      throw new PlumblineException("The set \"" + set + "\" has no texts.");
    }
    return sentences;
  }

  /// The labelled images of each evaluation of the request, empty where they cannot be listed.
  List<Optional<LabelledImages>> evaluations() {
    return evaluations;
  }

  /// Why an evaluation's images cannot be listed, in the request's order.
  List<Optional<Failure>> failures() {
    return failures;
  }
}
