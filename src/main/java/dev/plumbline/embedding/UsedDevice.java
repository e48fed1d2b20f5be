package dev.plumbline.embedding;

import java.util.Optional;

/// Where a model really ran.
///
/// @param label such as `cpu (2 threads)` or `cuda`
/// @param note why it is not what was asked for, a sentence
record UsedDevice(String label, Optional<String> note) {
  static final UsedDevice CACHE = new UsedDevice("cache", Optional.empty());
}
