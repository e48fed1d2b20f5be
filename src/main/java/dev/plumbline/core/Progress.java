package dev.plumbline.core;

/// Receives the progress of a long computation; may be called from any thread and must not block.
@FunctionalInterface
public interface Progress {
  /// Reports that `done` of `total` units of `stage` are finished.
  ///
  /// @param stage what is being done, a short phrase in English such as `embedding images`
  /// @param done finished units
  /// @param total all units, or 0 if unknown
  void update(String stage, long done, long total);

  /// A progress that nobody watches.
  static Progress none() {
    return (_, _, _) -> {};
  }
}
