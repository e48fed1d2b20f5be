package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuntimeTelemetryTest {
  /// The uploader opens this file as the first thing it does.
  private static final Path TRACE =
      Path.of("/tmp/mat-debug-" + ProcessHandle.current().pid() + ".log");

  @Test
  void theRuntimeStartsWithoutItsUploader() {
    assertNotNull(OnnxRuntime.environment());
    assertFalse(Files.exists(TRACE), "ONNX Runtime has started its uploader");
  }
}
