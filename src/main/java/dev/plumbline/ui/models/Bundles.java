package dev.plumbline.ui.models;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.Complaint;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was found in folders named as models; each is looked at once, in the background.
final class Bundles {
  private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);

  private final Workers workers;
  private final Reader reader;
  private final Runnable changed;
  private final Map<Path, BundleState> states = new HashMap<>();

  /// Reads a folder as a bundle; called in the background.
  @FunctionalInterface
  interface Reader {
    /// Reads it.
    ///
    /// @throws PlumblineException if it is none
    ModelBundle read(Path folder);
  }

  /// @param changed called on the screen's thread when something was found
  Bundles(Workers workers, Reader reader, Runnable changed) {
    this.workers = workers;
    this.reader = reader;
    this.changed = changed;
  }

  /// What is known of a folder; one that was never asked for is looked at now.
  BundleState of(Path folder) {
    BundleState known = states.get(folder);
    if (known != null) {
      return known;
    }
    BundleState looking = new BundleState.Looking();
    states.put(folder, looking);
    workers.quick().execute(() -> look(folder));
    return states.get(folder);
  }

  /// Takes what was found otherwise.
  void found(Path folder, BundleState state) {
    states.put(folder, state);
    changed.run();
  }

  /// Looks at a folder again when it is next asked for.
  void forget(Path folder) {
    states.remove(folder);
  }

  private void look(Path folder) {
    BundleState found;
    try {
      found = new BundleState.Opened(reader.read(folder), false, Optional.empty());
    } catch (PlumblineException e) {
      found = new BundleState.Failed(Complaint.of(e));
    } catch (RuntimeException e) {
      LOG.error("The bundle {} could not be read", folder, e);
      found = new BundleState.Failed(Complaint.of(e));
    }
    BundleState state = found;
    workers.screen().execute(() -> found(folder, state));
  }
}
