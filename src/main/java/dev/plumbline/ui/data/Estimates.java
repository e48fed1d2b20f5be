package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Workers;
import java.util.Optional;

/// The estimate of the one manifest that is looked at and not counted yet.
final class Estimates {
  private final FirstLook looking;
  private final Latest<CompositionEstimate> latest;
  private final Runnable changed;
  private Optional<Asked> asked = Optional.empty();
  private Optional<CompositionEstimate> estimate = Optional.empty();
  private boolean settled;

  private record Asked(ManifestSource source, Lexicon lexicon) {}

  /// @param changed called on screen when an estimate has come, or none will
  Estimates(FirstLook looking, Workers workers, Runnable changed) {
    this.looking = looking;
    this.latest = new Latest<>(workers.quick(), workers.screen());
    this.changed = changed;
  }

  /// The estimate of a manifest, if it is there; else it is asked for. A manifest that cannot be
  /// sampled has none: opening or counting it says why.
  Optional<CompositionEstimate> of(ManifestSource source, Lexicon lexicon) {
    Asked now = new Asked(source, lexicon);
    if (asked.filter(now::equals).isEmpty()) {
      asked = Optional.of(now);
      estimate = Optional.empty();
      settled = false;
      latest.request(
          () -> looking.of(source, lexicon),
          found -> settle(Optional.of(found)),
          _ -> settle(Optional.empty()));
    }
    return estimate;
  }

  /// Whether the first look at a manifest is over, with or without an estimate.
  boolean settled(ManifestSource source, Lexicon lexicon) {
    return settled && asked.filter(new Asked(source, lexicon)::equals).isPresent();
  }

  private void settle(Optional<CompositionEstimate> found) {
    estimate = found;
    settled = true;
    changed.run();
  }
}
