package dev.plumbline.ui.data;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// Manifests opened for as long as somebody looks at them: who asks for one that is open shares its
/// engine and what was read of it; the last who leaves closes it, so that the next sees the files
/// as they are by then.
public final class Readings {
  private final Engines engines;
  private final Map<ManifestSource, Reading> open = new HashMap<>();

  /// @param engines opens the engine that sees a manifest's files
  public Readings(Engines engines) {
    this.engines = engines;
  }

  /// An engine and what it has read of a manifest, both there when first asked for.
  private static final class Reading {
    private int users;
    private QueryEngine engine;
    private Manifest manifest;
  }

  /// Looks at a manifest; for use in the background.
  ///
  /// @param look is given the engine and the manifest, and may be running beside others
  /// @return what `look` returned
  /// @throws dev.plumbline.core.PlumblineException if it cannot be read
  public <T> T of(ManifestSource source, BiFunction<QueryEngine, Manifest, T> look) {
    Reading reading = enter(source);
    try {
      read(reading, source);
      return look.apply(reading.engine, reading.manifest);
    } finally {
      leave(reading, source);
    }
  }

  private synchronized Reading enter(ManifestSource source) {
    Reading reading = open.computeIfAbsent(source, _ -> new Reading());
    reading.users++;
    return reading;
  }

  private void read(Reading reading, ManifestSource source) {
    synchronized (reading) {
      if (reading.engine == null) {
        reading.engine = engines.open(source);
      }
      if (reading.manifest == null) {
        reading.manifest = reading.engine.read(source, new Cancellation());
      }
    }
  }

  private synchronized void leave(Reading reading, ManifestSource source) {
    reading.users--;
    if (reading.users == 0) {
      open.remove(source);
      if (reading.engine != null) {
        reading.engine.close();
      }
    }
  }
}
