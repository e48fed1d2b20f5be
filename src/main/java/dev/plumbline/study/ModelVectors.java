package dev.plumbline.study;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.embedding.Embeddings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.RejectedStimulus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How one model sees a study's stimuli: every image and every text embedded once.
///
/// A side that the model lacks is no error until its vectors are asked for; images that cannot be
/// read are left out and listed.
final class ModelVectors {
  private final Side<Path> images;
  private final Side<String> texts;

  private ModelVectors(Side<Path> images, Side<String> texts) {
    this.images = images;
    this.texts = texts;
  }

  /// One side of a model.
  ///
  /// @param embeddings its vectors, empty if there is nothing to embed or the side is missing
  /// @param rows row of each stimulus
  /// @param reason why the side is missing
  private record Side<S>(
      Optional<Embeddings> embeddings, Map<S, Integer> rows, Optional<String> reason) {
    private FloatMatrix select(List<S> stimuli) {
      if (reason.isPresent()) {
        throw new PlumblineException(reason.get());
      }
      return embeddings
          .orElseThrow()
          .vectors()
          .select(stimuli.stream().mapToInt(rows::get).toArray());
    }
  }

  /// An embedding of stimuli that may turn out to be impossible.
  private interface Attempt<S> {
    Embeddings embed(List<S> stimuli);
  }

  /// Embeds all stimuli.
  static ModelVectors embed(
      Embedder embedder,
      ModelBundle bundle,
      StudyStimuli stimuli,
      Progress progress,
      Cancellation cancellation) {
    return new ModelVectors(
        side(stimuli.images(), list -> embedder.images(bundle, list, progress, cancellation)),
        side(stimuli.texts(), list -> embedder.texts(bundle, list, progress, cancellation)));
  }

  private static <S> Side<S> side(List<S> stimuli, Attempt<S> attempt) {
    if (stimuli.isEmpty()) {
      return new Side<>(Optional.empty(), Map.of(), Optional.empty());
    }
    try {
      Embeddings embeddings = attempt.embed(stimuli);
      Set<Integer> left = new HashSet<>();
      embeddings.rejected().forEach(rejected -> left.add(rejected.index()));
      Map<S, Integer> rows = new HashMap<>();
      for (int i = 0; i < stimuli.size(); i++) {
        if (!left.contains(i)) {
          rows.put(stimuli.get(i), rows.size());
        }
      }
      return new Side<>(Optional.of(embeddings), rows, Optional.empty());
    } catch (PlumblineException e) {
      return new Side<>(Optional.empty(), Map.of(), Optional.of(e.getMessage()));
    }
  }

  /// Vectors of texts, in their order.
  ///
  /// @throws PlumblineException if the model cannot embed texts, with the reason
  FloatMatrix texts(List<String> wanted) {
    return texts.select(wanted);
  }

  /// Vectors of those images that could be read, in their order.
  ///
  /// @throws PlumblineException if the model cannot embed images, or none could be read
  FloatMatrix images(List<Path> wanted) {
    List<Path> read = readable(wanted);
    if (images.reason().isEmpty() && read.isEmpty()) {
      throw new PlumblineException(
          "No image of " + wanted.getFirst().getParent() + " could be read.");
    }
    return images.select(read);
  }

  /// Those of the images that could be read.
  List<Path> readable(List<Path> wanted) {
    return wanted.stream().filter(images.rows()::containsKey).toList();
  }

  /// Why the model gives no vectors of one side although it was asked to.
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    images.reason().ifPresent(reasons::add);
    texts.reason().ifPresent(reasons::add);
    return reasons;
  }

  /// Images that were left out.
  List<RejectedStimulus> rejected() {
    return images.embeddings().map(Embeddings::rejected).orElse(List.of());
  }

  /// Where the model really ran.
  Optional<String> device() {
    return any().map(Embeddings::device);
  }

  /// Why it did not run where it was asked to.
  Optional<String> deviceNote() {
    return any().flatMap(Embeddings::deviceNote);
  }

  private Optional<Embeddings> any() {
    return images.embeddings().or(texts::embeddings);
  }
}
