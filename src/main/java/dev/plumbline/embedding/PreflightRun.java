package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.stimulus.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;

/// One preflight of one bundle.
final class PreflightRun {
  /// Largest difference of a value between two runs that still counts as the same.
  private static final double SAME_RUN = 1e-6;

  /// Largest difference of a value alone and in a batch that still counts as the same.
  private static final double SAME_BATCH = 1e-4;

  private static final List<String> TEXTS =
      List.of("a photo of a cat", "flowers in a garden", "two people at work");

  /// Opening, the first run, the second, the one alone; on each side.
  private static final int STEPS = 8;

  private final EmbeddingSettings settings;
  private final ModelBundle bundle;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<Check> checks;
  private Optional<String> device = Optional.empty();
  private int done;

  PreflightRun(
      EmbeddingSettings settings,
      ModelBundle bundle,
      Progress progress,
      Cancellation cancellation) {
    this.settings = settings.withBatch(TEXTS.size());
    this.bundle = bundle;
    this.progress = progress;
    this.cancellation = cancellation;
    this.checks = new ArrayList<>(bundle.checks());
  }

  PreflightResult result() {
    if (bundle.vectors().isPresent()) {
      return new PrecomputedChecks(bundle, bundle.vectors().get(), progress, cancellation).result();
    }
    OptionalInt image = side(Modality.IMAGE);
    OptionalInt text = side(Modality.TEXT);
    if (image.isPresent() && text.isPresent()) {
      int dims = image.getAsInt();
      checks.add(
          dims == text.getAsInt()
              ? Check.pass("common-space", "common-space", dims)
              : Check.fail("common-space", "no-common-space", dims, text.getAsInt()));
    }
    OptionalInt size = image.isPresent() ? image : text;
    ModelBundle complete = bundle.checked(checks, size.isPresent() ? size : bundle.embeddingSize());
    return new PreflightResult(complete, device);
  }

  private OptionalInt side(Modality modality) {
    done = modality == Modality.IMAGE ? 0 : STEPS / 2;
    Optional<Tower> tower = modality == Modality.IMAGE ? bundle.image() : bundle.text();
    if (tower.isEmpty() || tower.get().refusal().isPresent()) {
      return OptionalInt.empty();
    }
    try {
      return modality == Modality.IMAGE ? images() : texts();
    } catch (PlumblineException e) {
      checks.add(Check.failed(modality.label() + "-run", Complaint.of(e)));
      return OptionalInt.empty();
    }
  }

  private OptionalInt images() {
    step();
    try (ImageEncoder encoder = ImageEncoder.open(bundle, settings, 1)) {
      ran(Modality.IMAGE, encoder.device());
      int n = Math.min(TEXTS.size(), encoder.batch());
      ImageEncoder.Pictures batch = encoder.newBatch();
      return judge(
          Modality.IMAGE,
          n,
          count -> {
            for (int slot = 0; slot < count; slot++) {
              batch.put(slot, noise(slot));
            }
            return encoder.encode(batch, count, cancellation);
          });
    }
  }

  private OptionalInt texts() {
    step();
    try (TextEncoder encoder = TextEncoder.open(bundle, settings, 1)) {
      ran(Modality.TEXT, encoder.device());
      int n = Math.min(TEXTS.size(), encoder.batch());
      TextEncoder.Texts batch = encoder.newBatch();
      return judge(
          Modality.TEXT,
          n,
          count -> {
            batch.put(TEXTS.subList(0, count));
            return encoder.encode(batch, count, cancellation);
          });
    }
  }

  private void step() {
    cancellation.check();
    progress.update("inspecting " + bundle.id(), done++, STEPS);
  }

  private void ran(Modality modality, UsedDevice used) {
    String id = modality.label() + "-run";
    device = device.or(() -> Optional.of(used.label()));
    if (used.notes().isEmpty()) {
      checks.add(Check.pass(id, "runs", used.label()));
    }
    for (DeviceNote note : used.notes()) {
      checks.add(Check.noted(id, note));
    }
  }

  /// @param run embeds the first stimuli, as many as asked for
  private OptionalInt judge(Modality modality, int n, IntFunction<FloatMatrix> run) {
    String side = modality.label();
    step();
    FloatMatrix all = run.apply(n);
    if (!finite(all)) {
      checks.add(Check.fail(side + "-values", "not-finite"));
      return OptionalInt.empty();
    }
    checks.add(Check.pass(side + "-values", "finite"));
    step();
    double again = largestDifference(all, run.apply(n));
    checks.add(
        again <= SAME_RUN
            ? Check.pass(side + "-determinism", "deterministic")
            : Check.fail(side + "-determinism", "not-deterministic", scientific(again)));
    step();
    if (n > 1) {
      double alone = largestDifference(all, run.apply(1));
      checks.add(
          alone <= SAME_BATCH
              ? Check.pass(side + "-batches", "batch-invariant")
              : Check.fail(side + "-batches", "batch-variant", scientific(alone)));
    }
    return OptionalInt.of(all.columns());
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
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
