package dev.plumbline.embedding;

import ai.onnxruntime.OrtException;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A run that needs more memory than its device has; a smaller batch may do.
final class OutOfDeviceMemoryException extends PlumblineException {
  private static final long serialVersionUID = 1L;

  /// How ONNX Runtime's allocators, CUDA and cuBLAS put it.
  private static final List<String> SIGNS =
      List.of(
          "failed to allocate memory",
          "out of memory",
          "alloc_failed",
          "cudamalloc",
          "bad_alloc",
          "bad allocation");

  OutOfDeviceMemoryException(Path graph, OrtException cause) {
    super(
        "There is not enough memory to run the model %s on a single stimulus; use another --device."
            .formatted(graph),
        cause);
  }

  /// Whether a failure of the runtime is one of memory.
  static boolean isMeant(OrtException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return SIGNS.stream().anyMatch(message::contains);
  }
}
