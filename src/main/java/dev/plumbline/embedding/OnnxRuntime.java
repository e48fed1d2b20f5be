package dev.plumbline.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/// The process' one environment of ONNX Runtime, quiet and without telemetry.
final class OnnxRuntime {
  private OnnxRuntime() {}

  /// The environment, made when it is first asked for.
  ///
  /// @throws dev.plumbline.core.PlumblineException if the runtime could send usage data
  static OrtEnvironment environment() {
    RuntimeTelemetry.refuse();
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "plumbline");
  }
}
