package dev.plumbline.stimulus;

import java.io.IOException;

/// An image file that cannot be decoded; the message is a clause to follow "cannot be decoded:".
final class DamagedImageException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedImageException(String clause) {
    super(clause);
  }

  /// The file stops before the picture is complete.
  static DamagedImageException endsEarly() {
    return new DamagedImageException("the file ends too early");
  }

  /// Throws if a picture of that size is empty or above the limit.
  static void checkSize(long width, long height, ImageLimits limits) throws DamagedImageException {
    if (width <= 0 || height <= 0) {
      throw new DamagedImageException("it has no pixels");
    }
    if (width > limits.pixels() || height > limits.pixels() || width * height > limits.pixels()) {
      throw new DamagedImageException(
          "its %d × %d pixels exceed the limit of %d".formatted(width, height, limits.pixels()));
    }
  }
}
