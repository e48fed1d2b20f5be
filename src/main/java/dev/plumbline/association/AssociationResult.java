package dev.plumbline.association;

import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Optional;

/// Outcome of one association test: measured, or not defined for a stated reason.
public sealed interface AssociationResult {
  /// Numbers of stimuli.
  StimulusCounts n();

  /// Numbers of stimuli in X, Y, A, B.
  record StimulusCounts(int x, int y, int a, int b) {}

  /// A measured association.
  ///
  /// @param n numbers of stimuli
  /// @param d effect size
  /// @param p permutation p
  /// @param exact whether all partitions were counted
  /// @param permutations partitions counted, identity included
  /// @param interval bootstrap interval of d, empty if not asked for or not obtainable
  /// @param r point-biserial correlation between membership of X and s
  /// @param sX association s(x) of each stimulus of X, in order
  /// @param sY association s(y) of each stimulus of Y, in order
  /// @param notes remarks a reader needs, such as ties met
  record Measured(
      StimulusCounts n,
      double d,
      double p,
      boolean exact,
      long permutations,
      Optional<Interval> interval,
      double r,
      List<Double> sX,
      List<Double> sY,
      List<String> notes)
      implements AssociationResult {
    public Measured {
      sX = List.copyOf(sX);
      sY = List.copyOf(sY);
      notes = List.copyOf(notes);
    }
  }

  /// No effect size exists.
  ///
  /// @param n numbers of stimuli
  /// @param reason one sentence
  record Undefined(StimulusCounts n, String reason) implements AssociationResult {}
}
