package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import java.util.Locale;

/// Where a model is asked to run.
public enum Device {
  /// CUDA where this build and machine have it, else the CPU.
  AUTO,
  /// The processor.
  CPU,
  /// An NVIDIA graphics card.
  CUDA,
  /// Apple's Core ML.
  COREML;

  /// Name in lower case.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The device as its makers spell it.
  String title() {
    return switch (this) {
      case AUTO, CPU -> "CPU";
      case CUDA -> "CUDA";
      case COREML -> "Core ML";
    };
  }

  /// Reads a label, ignoring case.
  ///
  /// @throws PlumblineException if it is none
  public static Device parse(String text) {
    for (Device device : values()) {
      if (device.label().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return device;
      }
    }
    throw new PlumblineException(
        "\"" + text + "\" is not a device; use auto, cpu, cuda or coreml.");
  }
}
