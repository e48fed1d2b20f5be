package dev.plumbline.study;

import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.LabelledImages;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.LabelledFolder;
import dev.plumbline.stimulus.LabelledFolderReader;
import dev.plumbline.stimulus.NormsTable;
import dev.plumbline.stimulus.StimulusSupply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Everything that a study shows to each of its models, listed once.
final class StudyStimuli {
  /// The stimuli of a set, or why there are none.
  ///
  /// @param items image files or sentences
  /// @param reason why there are none, empty if there are
  private record Listed<T>(List<T> items, Optional<String> reason) {
    private static <T> Listed<T> of(Supplier<List<T>> stimuli) {
      try {
        return new Listed<>(stimuli.get(), Optional.empty());
      } catch (PlumblineException e) {
        return new Listed<>(List.of(), Optional.of(e.getMessage()));
      }
    }

    private List<T> orThrow() {
      if (reason.isPresent()) {
        throw new PlumblineException(reason.get());
      }
      return items;
    }
  }

  private final StimulusSupply supply;
  private final Map<String, Listed<Path>> imageSets = new LinkedHashMap<>();
  private final Map<String, Listed<String>> textSets = new LinkedHashMap<>();
  private final List<Optional<LabelledImages>> evaluations = new ArrayList<>();
  private final List<Optional<Failure>> failures = new ArrayList<>();
  private final List<Optional<LabelledFolder>> retrieval = new ArrayList<>();
  private final List<Optional<Failure>> unsearchable = new ArrayList<>();
  private final Set<Path> images = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();

  private StudyStimuli(StimulusSupply supply) {
    this.supply = supply;
  }

  /// Lists the stimuli of a request; what cannot be listed carries its reason.
  static StudyStimuli of(StudyRequest request) {
    StudyStimuli stimuli = ofTests(request);
    request.zeroShot().forEach(stimuli::add);
    request.retrieval().forEach(stimuli::add);
    return stimuli;
  }

  /// Lists the stimuli of the battery alone.
  static StudyStimuli ofTests(StudyRequest request) {
    StudyStimuli stimuli = new StudyStimuli(StimulusSupply.of(request.battery(), request.images()));
    for (AssociationTest test : request.battery().tests()) {
      for (Order order : test.orders()) {
        stimuli.add(test, order);
      }
    }
    return stimuli;
  }

  /// Lists the stimuli of one test in one order alone.
  static StudyStimuli of(StudyRequest request, AssociationTest test, Order order) {
    StudyStimuli stimuli = new StudyStimuli(StimulusSupply.of(request.battery(), request.images()));
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
    if (asImages) {
      images.addAll(
          imageSets.computeIfAbsent(name, _ -> Listed.of(() -> supply.images(name))).items());
    } else {
      texts.addAll(
          textSets.computeIfAbsent(name, _ -> Listed.of(() -> supply.texts(name))).items());
    }
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

  private void add(RetrievalSource source) {
    try {
      LabelledFolder folder =
          LabelledFolderReader.read(
              source.images(), source.labels(), source.queries(), source.attributes());
      images.addAll(folder.images());
      texts.addAll(folder.queries());
      retrieval.add(Optional.of(folder));
      unsearchable.add(Optional.empty());
    } catch (PlumblineException e) {
      retrieval.add(Optional.empty());
      unsearchable.add(Optional.of(new Failure(source.id(), e.getMessage())));
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
    return imageSets.get(set).orThrow();
  }

  /// The texts of one of the battery's sets that some order needs.
  ///
  /// @throws PlumblineException if there are none, with the reason
  List<String> textsOf(String set) {
    return textSets.get(set).orThrow();
  }

  /// The user's norms that rules of the battery take stimuli from.
  List<NormsTable> norms() {
    return supply.norms();
  }

  /// The labelled images of each evaluation of the request, empty where they cannot be listed.
  List<Optional<LabelledImages>> evaluations() {
    return evaluations;
  }

  /// The labelled folders of the request, empty where they cannot be read.
  List<Optional<LabelledFolder>> retrieval() {
    return retrieval;
  }

  /// Why a labelled folder cannot be read, in the request's order.
  List<Optional<Failure>> unsearchable() {
    return unsearchable;
  }

  /// Why an evaluation's images cannot be listed, in the request's order.
  List<Optional<Failure>> failures() {
    return failures;
  }
}
