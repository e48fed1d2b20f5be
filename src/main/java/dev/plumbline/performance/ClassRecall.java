package dev.plumbline.performance;

import java.util.OptionalDouble;

/// How many images of a class were recognised.
///
/// @param name name of the class
/// @param n its images
/// @param correct images whose most similar class it was
public record ClassRecall(String name, long n, long correct) {
  /// Share recognised, empty if the class has no image.
  public OptionalDouble recall() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) correct / n);
  }
}
