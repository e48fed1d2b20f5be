package dev.plumbline.association;

import java.util.List;
import java.util.OptionalDouble;

/// Level 3 of the multilevel test: how similar are one target and one attribute at all?
///
/// Source: Wolfe, Hiniker and Howe 2024, arXiv 2408.01966, level 3.
///
/// @param target X or Y
/// @param attribute A or B
/// @param pairs pairs of stimuli
/// @param mean mean cosine over the pairs
/// @param sd sample standard deviation (ddof 1) over the pairs, empty for a single pair
public record PairCosines(
    StimulusRole target, StimulusRole attribute, long pairs, double mean, OptionalDouble sd) {

  /// X with A, X with B, Y with A, Y with B.
  static List<PairCosines> of(Cosines cosines, int nX, int nA) {
    double[][] all = cosines.byAttribute();
    int n = all[0].length;
    return List.of(
        of(StimulusRole.X, StimulusRole.A, new Block(all, 0, nA, 0, nX)),
        of(StimulusRole.X, StimulusRole.B, new Block(all, nA, all.length, 0, nX)),
        of(StimulusRole.Y, StimulusRole.A, new Block(all, 0, nA, nX, n)),
        of(StimulusRole.Y, StimulusRole.B, new Block(all, nA, all.length, nX, n)));
  }

  private record Block(double[][] cosines, int top, int bottom, int left, int right) {
    long size() {
      return (long) (bottom - top) * (right - left);
    }

    double mean() {
      double sum = 0;
      for (int i = top; i < bottom; i++) {
        for (int w = left; w < right; w++) {
          sum += cosines[i][w];
        }
      }
      return sum / size();
    }

    double squares(double mean) {
      double sum = 0;
      for (int i = top; i < bottom; i++) {
        for (int w = left; w < right; w++) {
          sum += (cosines[i][w] - mean) * (cosines[i][w] - mean);
        }
      }
      return sum;
    }
  }

  private static PairCosines of(StimulusRole target, StimulusRole attribute, Block block) {
    double mean = block.mean();
    return new PairCosines(
        target,
        attribute,
        block.size(),
        mean,
        block.size() == 1
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.sqrt(block.squares(mean) / (block.size() - 1))));
  }
}
