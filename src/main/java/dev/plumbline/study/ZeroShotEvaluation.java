package dev.plumbline.study;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.embedding.DeviceNote;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.embedding.Embeddings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.performance.LabelledImages;
import dev.plumbline.performance.ZeroShotClassifier;
import dev.plumbline.performance.ZeroShotResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Zero-shot classification of labelled images by one model: lists the folder, embeds prompts and
/// images, compares.
public final class ZeroShotEvaluation {
  private final Embedder embedder;

  /// Creates an evaluation that embeds with `embedder`, which must not skip bad images.
  public ZeroShotEvaluation(Embedder embedder) {
    this.embedder = embedder;
  }

  /// Evaluates a model.
  ///
  /// @throws PlumblineException if the folder or an image cannot be read, or the model lacks a side
  public ZeroShotResult run(
      ModelBundle bundle, Path folder, Progress progress, Cancellation cancellation) {
    LabelledImages data = LabelledImages.read(folder);
    Embeddings prompts = embedder.texts(bundle, data.prompts(), progress, cancellation);
    Embeddings images = embedder.images(bundle, data.images(), progress, cancellation);
    List<String> notes =
        Stream.of(prompts, images)
            .flatMap(embeddings -> embeddings.deviceNotes().stream())
            .map(DeviceNote::sentence)
            .distinct()
            .toList();
    return ZeroShotClassifier.of(data.classes(), prompts.vectors())
        .evaluate(images.vectors(), data.labels())
        .noting(notes);
  }

  /// Evaluates vectors that are there already; images that could not be read are left out.
  ///
  /// @throws PlumblineException if no image could be read or vectors do not fit
  static ZeroShotResult of(LabelledImages data, ModelVectors vectors) {
    List<Path> read = vectors.readable(data.images());
    Set<Path> known = Set.copyOf(read);
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < data.images().size(); i++) {
      if (known.contains(data.images().get(i))) {
        labels.add(data.labels().get(i));
      }
    }
    return ZeroShotClassifier.of(data.classes(), vectors.texts(data.prompts()))
        .evaluate(vectors.images(data.images()), labels);
  }
}
