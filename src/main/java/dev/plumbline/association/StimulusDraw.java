package dev.plumbline.association;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A resample of a test's stimuli: how often each of them was drawn.
///
/// n_A of A, n_B of B, n_X of X and n_Y of Y are drawn with replacement, in that order. Models that
/// were shown the same stimuli can be measured on the same draw. Buffers are reused; not for
/// several threads at once.
final class StimulusDraw {
  private final int nX;
  private final int nA;
  private final int[] targets;
  private final int[] attributes;

  StimulusDraw(int nX, int nY, int nA, int nB) {
    this.nX = nX;
    this.nA = nA;
    targets = new int[nX + nY];
    attributes = new int[nA + nB];
  }

  /// Draws anew.
  void next(SplittableRandom random) {
    draw(attributes, nA, random);
    draw(targets, nX, random);
  }

  private static void draw(int[] counts, int first, SplittableRandom random) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < first; i++) {
      counts[random.nextInt(first)]++;
    }
    for (int i = first; i < counts.length; i++) {
      counts[random.nextInt(first, counts.length)]++;
    }
  }

  /// How often the target at `place` among X, then Y, was drawn.
  int target(int place) {
    return targets[place];
  }

  /// How often the attribute at `place` among A, then B, was drawn.
  int attribute(int place) {
    return attributes[place];
  }
}
