package dev.plumbline.manifest;

import dev.plumbline.core.Arguments;
import java.nio.file.Path;
import java.util.Optional;

/// What the embedded query engine may use.
///
/// @param memoryLimitMebibytes upper bound of the engine's own memory; larger intermediate results
///   go to the temporary folder
/// @param threads worker threads
/// @param temporaryFolder where spilled data goes; empty for a fresh folder in the system's
///   temporary folder, deleted on close
public record EngineSettings(
    int memoryLimitMebibytes, int threads, Optional<Path> temporaryFolder) {
  public EngineSettings {
    Arguments.check(memoryLimitMebibytes >= 64, "the engine needs at least 64 MiB");
    Arguments.check(threads >= 1, "the engine needs at least one thread");
  }

  /// 1 GiB, every processor, a fresh temporary folder.
  public static EngineSettings defaults() {
    return new EngineSettings(1024, Runtime.getRuntime().availableProcessors(), Optional.empty());
  }
}
