package dev.plumbline.embedding;

import ai.onnxruntime.OrtSession;
import java.util.Locale;
import java.util.Optional;

/// Which device a model runs on when it is asked to run on one, told from this build and system
/// without loading the runtime.
final class DeviceChoice {
  /// Part of the GPU artifact, which the build profile `cuda` puts in the place of the usual one.
  private static final String[] CUDA_LIBRARIES = {
    "/ai/onnxruntime/native/linux-x64/libonnxruntime_providers_cuda.so",
    "/ai/onnxruntime/native/win-x64/onnxruntime_providers_cuda.dll"
  };

  private DeviceChoice() {}

  /// What to try; the CPU where the device asked for is not there.
  static Device of(Device wanted) {
    if (missing(wanted).isPresent()) {
      return Device.CPU;
    }
    return wanted != Device.AUTO ? wanted : hasCuda() ? Device.CUDA : Device.CPU;
  }

  /// Why the device asked for cannot even be tried.
  static Optional<DeviceNote> missing(Device wanted) {
    return switch (wanted) {
      case AUTO, CPU -> Optional.empty();
      case CUDA ->
          isMac()
              ? Optional.of(DeviceNote.of(DeviceNote.Kind.OTHER_SYSTEM, "CUDA", "Linux, Windows"))
              : hasCuda()
                  ? Optional.empty()
                  : Optional.of(DeviceNote.of(DeviceNote.Kind.NOT_IN_BUILD, "CUDA", "-Pcuda"));
      case COREML ->
          isMac()
              ? Optional.empty()
              : Optional.of(DeviceNote.of(DeviceNote.Kind.OTHER_SYSTEM, "Core ML", "macOS"));
    };
  }

  private static boolean hasCuda() {
    for (String library : CUDA_LIBRARIES) {
      if (OrtSession.class.getResource(library) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMac() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
  }
}
