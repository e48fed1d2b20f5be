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
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How one model sees a study's stimuli: every image and every text embedded once, each side when
/// it is first asked for, so that what needs texts alone does not wait for images.
///
/// A side that the model lacks is no error until its vectors are asked for; images that cannot be
/// read are left out and listed. Several threads may ask; the first embeds, others of the same side
/// wait.
final class ModelVectors {
  private final Lazy<Path> images;
  private final Lazy<String> texts;

  private ModelVectors(Lazy<Path> images, Lazy<String> texts) {
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

  /// A side that is embedded when it is first asked for.
  private static final class Lazy<S> {
    private final Supplier<Side<S>> embed;
    private volatile Side<S> side;

    Lazy(Supplier<Side<S>> embed) {
      this.embed = embed;
    }

    synchronized Side<S> get() {
      if (side == null) {
        side = embed.get();
      }
      return side;
    }

    /// The vectors if they are there already.
    Optional<Embeddings> known() {
      return Optional.ofNullable(side).flatMap(Side::embeddings);
    }
  }

  /// An embedding of stimuli that may turn out to be impossible.
  private interface Attempt<S> {
    Embeddings embed(List<S> stimuli);
  }

  /// Vectors of all stimuli, none of them embedded yet.
  static ModelVectors of(
      Embedder embedder,
      ModelBundle bundle,
      StudyStimuli stimuli,
      Progress progress,
      Cancellation cancellation) {
    return new ModelVectors(
        new Lazy<>(
            () ->
                side(
                    stimuli.images(),
                    list -> embedder.images(bundle, list, progress, cancellation))),
        new Lazy<>(
            () ->
                side(
                    stimuli.texts(),
                    list -> embedder.texts(bundle, list, progress, cancellation))));
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
    return texts.get().select(wanted);
  }

  /// Vectors of those images that could be read, in their order.
  ///
  /// @throws PlumblineException if the model cannot embed images, or none could be read
  FloatMatrix images(List<Path> wanted) {
    List<Path> read = readable(wanted);
    if (images.get().reason().isEmpty() && read.isEmpty()) {
      throw new PlumblineException(
          "No image of " + wanted.getFirst().getParent() + " could be read.");
    }
    return images.get().select(read);
  }

  /// Those of the images that could be read.
  List<Path> readable(List<Path> wanted) {
    return wanted.stream().filter(images.get().rows()::containsKey).toList();
  }

  /// Embeds what nobody has asked for yet.
  void complete() {
    texts.get();
    images.get();
  }

  /// Why the model gives no vectors of one side although it was asked to.
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    images.get().reason().ifPresent(reasons::add);
    texts.get().reason().ifPresent(reasons::add);
    return reasons;
  }

  /// Images that were left out.
  List<RejectedStimulus> rejected() {
    return images.get().embeddings().map(Embeddings::rejected).orElse(List.of());
  }

  /// Where the model really ran, as far as it did.
  Optional<String> device() {
    return known().findFirst().map(Embeddings::device);
  }

  /// Why it did not run where it was asked to.
  Optional<String> deviceNote() {
    return known().findFirst().flatMap(Embeddings::deviceNote);
  }

  private Stream<Embeddings> known() {
    return Stream.of(images, texts).flatMap(side -> side.known().stream());
  }
}
