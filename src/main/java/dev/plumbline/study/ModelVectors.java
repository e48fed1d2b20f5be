package dev.plumbline.study;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.embedding.DeviceNote;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.embedding.Embeddings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.RejectedStimulus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How one model sees a study's stimuli: every image and every text embedded once, each side when
/// it is first asked for, so that what needs texts alone does not wait for images.
///
/// A side that the model lacks is no error until its vectors are asked for; images that cannot be
/// read are left out and listed. Where vectors were given instead of a graph, a set that lacks one
/// of its stimuli is refused as a whole, so that no test runs on what happens to be there. Several
/// threads may ask; the first embeds, others of the same side wait.
final class ModelVectors {
  private final Lazy<Path> images;
  private final Lazy<String> texts;
  private final boolean wholeSets;

  /// @param wholeSets whether a set of images counts only as a whole, since its vectors were given
  private ModelVectors(Lazy<Path> images, Lazy<String> texts, boolean wholeSets) {
    this.images = images;
    this.texts = texts;
    this.wholeSets = wholeSets;
  }

  /// One side of a model.
  ///
  /// @param embeddings its vectors, empty if there is nothing to embed or the side is missing
  /// @param rows row of each stimulus
  /// @param reasons why stimuli have no vector
  /// @param reason why the side is missing
  private record Side<S>(
      Optional<Embeddings> embeddings,
      Map<S, Integer> rows,
      Map<S, String> reasons,
      Optional<String> reason) {
    private FloatMatrix select(List<S> stimuli) {
      if (reason.isPresent()) {
        throw new PlumblineException(reason.get());
      }
      requireAll(stimuli);
      return embeddings
          .orElseThrow()
          .vectors()
          .select(stimuli.stream().mapToInt(rows::get).toArray());
    }

    /// Throws if some have no vector, saying how many and why the first of them has none.
    private void requireAll(List<S> stimuli) {
      List<S> missing = stimuli.stream().filter(it -> !rows.containsKey(it)).toList();
      if (!missing.isEmpty()) {
        throw new PlumblineException(
            "%d of %d stimuli have no vector: %s"
                .formatted(missing.size(), stimuli.size(), reasons.get(missing.getFirst())));
      }
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
                    stimuli.texts(), list -> embedder.texts(bundle, list, progress, cancellation))),
        bundle.vectors().isPresent());
  }

  private static <S> Side<S> side(List<S> stimuli, Attempt<S> attempt) {
    if (stimuli.isEmpty()) {
      return new Side<>(Optional.empty(), Map.of(), Map.of(), Optional.empty());
    }
    try {
      Embeddings embeddings = attempt.embed(stimuli);
      Map<S, String> left = new HashMap<>();
      embeddings
          .rejected()
          .forEach(rejected -> left.put(stimuli.get(rejected.index()), rejected.sentence()));
      Map<S, Integer> rows = new HashMap<>();
      for (int i = 0; i < stimuli.size(); i++) {
        if (!left.containsKey(stimuli.get(i))) {
          rows.put(stimuli.get(i), rows.size());
        }
      }
      return new Side<>(Optional.of(embeddings), rows, left, Optional.empty());
    } catch (PlumblineException e) {
      return new Side<>(Optional.empty(), Map.of(), Map.of(), Optional.of(e.getMessage()));
    }
  }

  /// Vectors of texts, in their order.
  ///
  /// @throws PlumblineException if the model cannot embed texts, with the reason
  FloatMatrix texts(List<String> wanted) {
    return texts.get().select(wanted);
  }

  /// Vectors of those images that could be read, in their order; of a model without a graph, of all
  /// of them.
  ///
  /// @throws PlumblineException if the model cannot embed images, or none could be read
  FloatMatrix images(List<Path> wanted) {
    if (wholeSets) {
      return images.get().select(wanted);
    }
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
    return wholeSets
        ? List.of()
        : images.get().embeddings().map(Embeddings::rejected).orElse(List.of());
  }

  /// How many stimuli a model without a graph has no vectors of, in sentences.
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    gap("texts", texts.get()).ifPresent(gaps::add);
    gap("images", images.get()).ifPresent(gaps::add);
    return wholeSets ? gaps : List.of();
  }

  private static Optional<String> gap(String what, Side<?> side) {
    int missing = side.reasons().size();
    return missing == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d %s have no vector; tests that need them are skipped. The first: %s"
                .formatted(
                    missing,
                    missing + side.rows().size(),
                    what,
                    side.reasons().values().stream().sorted().findFirst().orElseThrow()));
  }

  /// Where the model really ran, as far as it did.
  Optional<String> device() {
    return known().findFirst().map(Embeddings::device);
  }

  /// In what way it did not run as it was asked to, as far as it did, each said once.
  List<DeviceNote> deviceNotes() {
    return known().flatMap(embeddings -> embeddings.deviceNotes().stream()).distinct().toList();
  }

  private Stream<Embeddings> known() {
    return Stream.of(images, texts).flatMap(side -> side.known().stream());
  }
}
