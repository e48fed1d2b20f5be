package dev.plumbline.embedding;

import java.util.Optional;

/// Where a model really ran.
///
/// @param label such as `cpu (2 threads)` or `cuda`
/// @param note in what way that is not what was asked for, in sentences
record UsedDevice(String label, Optional<String> note) {
  static final UsedDevice CACHE = new UsedDevice("cache", Optional.empty());

  /// The same with one more sentence.
  UsedDevice noting(String sentence) {
    return new UsedDevice(
        label, Optional.of(note.map(before -> before + " " + sentence).orElse(sentence)));
  }
}
