package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.stimulus.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;

/// Runs a model on a few made-up stimuli before it is trusted: does it open, are its vectors
/// finite, the same when asked twice, the same alone and in a batch, of one size on both sides?
public final class Preflight {
  /// Largest difference of a value between two runs that still counts as the same.
  private static final double SAME_RUN = 1e-6;

  /// Largest difference of a value alone and in a batch that still counts as the same.
  private static final double SAME_BATCH = 1e-4;

  private static final List<String> TEXTS =
      List.of("a photo of a cat", "flowers in a garden", "two people at work");

  private final EmbeddingSettings settings;

  /// A preflight on the device and threads of the settings.
  public Preflight(EmbeddingSettings settings) {
    this.settings = settings;
  }

  /// The bundle with the outcome of all checks, and with the size of its embeddings.
  public ModelBundle complete(ModelBundle bundle, Cancellation cancellation) {
    List<Check> checks = new ArrayList<>(bundle.checks());
    OptionalInt size = run(bundle, checks, cancellation);
    return bundle.checked(checks, size.isPresent() ? size : bundle.embeddingSize());
  }

  /// The same, and held against a user's own embeddings.
  public ModelBundle complete(
      ModelBundle bundle, ParityReference reference, Cancellation cancellation) {
    ModelBundle complete = complete(bundle, cancellation);
    List<Check> checks = new ArrayList<>(complete.checks());
    Embedder embedder = new Embedder(settings, EmbeddingCache.none());
    checks.addAll(reference.check(bundle, embedder, Progress.none(), cancellation));
    return complete.checked(checks, complete.embeddingSize());
  }

  /// The checks made while the bundle was read, and those that take running it.
  public List<Check> check(ModelBundle bundle, Cancellation cancellation) {
    return complete(bundle, cancellation).checks();
  }

  private OptionalInt run(ModelBundle bundle, List<Check> checks, Cancellation cancellation) {
    OptionalInt image = side(bundle, Modality.IMAGE, checks, cancellation);
    OptionalInt text = side(bundle, Modality.TEXT, checks, cancellation);
    if (image.isPresent() && text.isPresent()) {
      int dims = image.getAsInt();
      checks.add(
          dims == text.getAsInt()
              ? Check.pass("common space", "Images and texts become %d values.".formatted(dims))
              : Check.fail(
                  "common space",
                  "Images become %d values, texts %d.".formatted(dims, text.getAsInt())));
    }
    return image.isPresent() ? image : text;
  }

  private OptionalInt side(
      ModelBundle bundle, Modality modality, List<Check> checks, Cancellation cancellation) {
    Optional<Tower> tower = modality == Modality.IMAGE ? bundle.image() : bundle.text();
    if (tower.isEmpty()) {
      return OptionalInt.empty();
    }
    String runs = modality.label() + " run";
    try {
      return modality == Modality.IMAGE
          ? images(bundle, checks, cancellation)
          : texts(bundle, checks, cancellation);
    } catch (PlumblineException e) {
      checks.add(Check.fail(runs, e.getMessage()));
      return OptionalInt.empty();
    }
  }

  private OptionalInt images(ModelBundle bundle, List<Check> checks, Cancellation cancellation) {
    try (ImageEncoder encoder = ImageEncoder.open(bundle, settings.withBatch(TEXTS.size()))) {
      checks.add(device(Modality.IMAGE, encoder.device()));
      int n = Math.min(TEXTS.size(), encoder.batch());
      ImageEncoder.Batch batch = encoder.new Batch();
      return judge(
          Modality.IMAGE,
          checks,
          n,
          count -> {
            for (int slot = 0; slot < count; slot++) {
              batch.put(slot, noise(slot));
            }
            return encoder.encode(batch, count, cancellation);
          });
    }
  }

  private OptionalInt texts(ModelBundle bundle, List<Check> checks, Cancellation cancellation) {
    try (TextEncoder encoder = TextEncoder.open(bundle, settings.withBatch(TEXTS.size()))) {
      checks.add(device(Modality.TEXT, encoder.device()));
      int n = Math.min(TEXTS.size(), encoder.batch());
      return judge(
          Modality.TEXT, checks, n, count -> encoder.encode(TEXTS.subList(0, count), cancellation));
    }
  }

  private static Check device(Modality modality, UsedDevice device) {
    String name = modality.label() + " run";
    return device
        .note()
        .map(note -> Check.warn(name, note))
        .orElseGet(() -> Check.pass(name, "It runs on " + device.label() + "."));
  }

  /// @param run embeds the first stimuli, as many as asked for
  private static OptionalInt judge(
      Modality modality, List<Check> checks, int n, IntFunction<FloatMatrix> run) {
    String side = modality.label();
    FloatMatrix all = run.apply(n);
    if (!finite(all)) {
      checks.add(Check.fail(side + " values", "It gives values that are not finite numbers."));
      return OptionalInt.empty();
    }
    checks.add(Check.pass(side + " values", "All values are finite."));
    double again = largestDifference(all, run.apply(n));
    checks.add(
        again <= SAME_RUN
            ? Check.pass(side + " determinism", "The same stimuli give the same vectors twice.")
            : Check.fail(
                side + " determinism",
                "The same stimuli gave vectors that differ by %.2g; was it exported for training?"
                    .formatted(again)));
    if (n > 1) {
      double alone = largestDifference(all, run.apply(1));
      checks.add(
          alone <= SAME_BATCH
              ? Check.pass(side + " batches", "A stimulus gives the same vector in any batch.")
              : Check.fail(
                  side + " batches",
                  "A stimulus alone and in a batch gave vectors that differ by %.2g."
                      .formatted(alone)));
    }
    return OptionalInt.of(all.columns());
  }

  private static boolean finite(FloatMatrix vectors) {
    for (int i = 0; i < vectors.rows(); i++) {
      for (int j = 0; j < vectors.columns(); j++) {
        if (!Float.isFinite(vectors.get(i, j))) {
          return false;
        }
      }
    }
    return true;
  }

  /// Over the rows that both have, after normalising.
  private static double largestDifference(FloatMatrix a, FloatMatrix b) {
    FloatMatrix first = a.normalized();
    FloatMatrix second = b.normalized();
    double largest = 0;
    for (int i = 0; i < Math.min(first.rows(), second.rows()); i++) {
      for (int j = 0; j < first.columns(); j++) {
        largest = Math.max(largest, Math.abs(first.get(i, j) - second.get(i, j)));
      }
    }
    return largest;
  }

  private static RgbImage noise(int seed) {
    byte[] pixels = new byte[3 * 64 * 48];
    new Random(seed).nextBytes(pixels);
    return new RgbImage(64, 48, pixels);
  }
}
