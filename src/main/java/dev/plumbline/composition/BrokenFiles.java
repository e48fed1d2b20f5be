package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QueryException;
import dev.plumbline.manifest.Reject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds the files to blame for a scan that failed.
///
/// A file that is gone or that the failure names is taken at its word; if there is none, or the
/// scan failed before, each file is scanned on its own, so that any number of broken files costs
/// two more scans at most.
final class BrokenFiles {
  private final QueryEngine engine;
  private final Consumer<Manifest> scan;
  private final Cancellation cancellation;

  BrokenFiles(QueryEngine engine, Consumer<Manifest> scan, Cancellation cancellation) {
    this.engine = engine;
    this.scan = scan;
    this.cancellation = cancellation;
  }

  /// At least one reject.
  ///
  /// @param thorough whether to scan each file on its own in any case
  /// @throws QueryException the failure itself if no file is to blame for it
  List<Reject> find(Manifest manifest, QueryException failure, boolean thorough) {
    if (failure.systemic()) {
      throw failure;
    }
    List<Reject> rejects = new ArrayList<>();
    List<String> files = manifest.files();
    if (!thorough) {
      files.stream()
          .filter(file -> !engine.readable(file))
          .forEach(file -> rejects.add(reject(manifest, file, failure)));
      if (rejects.isEmpty()) {
        named(files, failure.detail())
            .ifPresent(file -> rejects.add(reject(manifest, file, failure)));
      }
    }
    if (rejects.isEmpty()) {
      files.forEach(file -> probe(manifest, file).ifPresent(rejects::add));
    }
    if (rejects.isEmpty()) {
      throw failure;
    }
    return rejects;
  }

  private Optional<Reject> probe(Manifest manifest, String file) {
    try {
      scan.accept(manifest.only(file));
      return Optional.empty();
    } catch (QueryException e) {
      if (e.systemic()) {
        throw e;
      }
      return Optional.of(reject(manifest, file, e));
    } catch (PlumblineException _) {
      return Optional.empty(); // It was read; what is in it does not suffice for the question.
    }
  }

  /// The file with the longest path that occurs in the text: one path may start with another.
  private static Optional<String> named(List<String> files, String text) {
    return files.stream().filter(text::contains).max(Comparator.comparingInt(String::length));
  }

  private Reject reject(Manifest manifest, String file, QueryException failure) {
    return engine.reject(manifest, file, failure, cancellation);
  }
}
