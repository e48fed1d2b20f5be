package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads all vectors of a model without a graph before they are trusted: do shapes and ids fit
/// together, is every vector finite and none zero, have both sides one size?
final class PrecomputedChecks {
  private static final int STEP = 1024;

  private final ModelBundle bundle;
  private final PrecomputedVectors vectors;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<Check> checks = new ArrayList<>();

  PrecomputedChecks(
      ModelBundle bundle,
      PrecomputedVectors vectors,
      Progress progress,
      Cancellation cancellation) {
    this.bundle = bundle;
    this.vectors = vectors;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  PreflightResult result() {
    OptionalInt image = side(Modality.IMAGE, vectors.images());
    OptionalInt text = side(Modality.TEXT, vectors.texts());
    if (image.isPresent() && text.isPresent()) {
      checks.add(
          image.getAsInt() == text.getAsInt()
              ? Check.pass("common-space", "common-space", image.getAsInt())
              : Check.fail("common-space", "no-common-space", image.getAsInt(), text.getAsInt()));
    }
    OptionalInt size = image.isPresent() ? image : text;
    return new PreflightResult(bundle.checked(checks, size), Optional.empty());
  }

  private OptionalInt side(Modality modality, Optional<VectorList> list) {
    if (list.isEmpty()) {
      return OptionalInt.empty();
    }
    String id = modality.label() + "-vectors";
    try {
      int size = list.get().size();
      for (int i = 0; i < size; i++) {
        if (i % STEP == 0) {
          cancellation.check();
          progress.update("inspecting " + bundle.id(), i, size);
        }
        list.get().unit(i);
      }
      String name = list.get().file().getFileName().toString();
      checks.add(Check.pass(id, "vectors-read", name, size, list.get().dims()));
      return OptionalInt.of(list.get().dims());
    } catch (PlumblineException e) {
      checks.add(Check.failed(id, Complaint.of(e)));
      return OptionalInt.empty();
    }
  }
}
