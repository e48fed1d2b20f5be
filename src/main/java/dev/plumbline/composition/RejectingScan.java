package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QueryException;
import dev.plumbline.manifest.Reject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// A scan that goes on without files that turn out to be damaged, cut or gone: it starts again over
/// the others, and the manifest that it is given then lists those as rejects.
///
/// @param engine where the files are read
/// @param work the scan; it may be called several times
/// @param probe reads what the scan reads, to find files that break it; writes nothing
record RejectingScan<T>(
    QueryEngine engine,
    Function<Manifest, T> work,
    Consumer<Manifest> probe,
    Cancellation cancellation) {
  /// Scans.
  ///
  /// @throws PlumblineException if none of the files can be read
  /// @throws QueryException if it fails and no file is to blame
  T over(Manifest manifest) {
    Manifest readable = manifest;
    for (int failures = 0; ; failures++) {
      try {
        return work.apply(readable);
      } catch (QueryException e) {
        List<Reject> rejects =
            new BrokenFiles(engine, probe, cancellation).find(readable, e, failures > 0);
        readable = readable.without(rejects);
        if (readable.groups().isEmpty()) {
          throw new PlumblineException(rejects.getFirst().reason(), e);
        }
      }
    }
  }
}
