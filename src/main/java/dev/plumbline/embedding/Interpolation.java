package dev.plumbline.embedding;

import java.util.Locale;
import java.util.Optional;

/// Resampling filters, as Pillow defines and numbers them.
public enum Interpolation {
  /// Lanczos window of three lobes.
  LANCZOS(1, 3),
  /// Linear.
  BILINEAR(2, 1),
  /// Cubic convolution with a = −0.5.
  BICUBIC(3, 2);

  private static final double A = -0.5;

  private final int code;
  private final double support;

  Interpolation(int code, double support) {
    this.code = code;
    this.support = support;
  }

  /// The filter by Pillow's number, as `preprocessor_config.json` gives it under `resample`.
  public static Optional<Interpolation> ofCode(int code) {
    for (Interpolation filter : values()) {
      if (filter.code == code) {
        return Optional.of(filter);
      }
    }
    return Optional.empty();
  }

  /// The filter by its name, ignoring case.
  public static Optional<Interpolation> ofName(String name) {
    for (Interpolation filter : values()) {
      if (filter.label().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(filter);
      }
    }
    return Optional.empty();
  }

  /// Name in lower case, such as `bicubic`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Half the width of the kernel, in source pixels at scale 1.
  double support() {
    return support;
  }

  /// The kernel at distance `x` from its centre.
  double weight(double x) {
    double distance = Math.abs(x);
    return switch (this) {
      case BILINEAR -> distance < 1 ? 1 - distance : 0;
      case BICUBIC -> cubic(distance);
      case LANCZOS -> distance < 3 ? sinc(distance) * sinc(distance / 3) : 0;
    };
  }

  private static double cubic(double x) {
    if (x < 1) {
      return ((A + 2) * x - (A + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
