package dev.plumbline.association;

import dev.plumbline.core.Interval;
import java.util.ArrayList;
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
  /// @param ddof 1 if d was divided by the sample standard deviation, 0 if by the population's
  /// @param alternative side of p
  /// @param method how p was obtained; where not by permutations, `exact` is false and
  ///   `permutations` 0
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
      List<String> notes,
      int ddof,
      Alternative alternative,
      PMethod method)
      implements AssociationResult {
    private static final double USUAL_LEVEL = 0.95;

    public Measured {
      sX = List.copyOf(sX);
      sY = List.copyOf(sY);
      notes = List.copyOf(notes);
    }

    /// A one-sided permutation p and the sample standard deviation.
    public Measured(
        StimulusCounts n,
        double d,
        double p,
        boolean exact,
        long permutations,
        Optional<Interval> interval,
        double r,
        List<Double> sX,
        List<Double> sY,
        List<String> notes) {
      this(
          n,
          d,
          p,
          exact,
          permutations,
          interval,
          r,
          sX,
          sY,
          notes,
          1,
          Alternative.GREATER,
          PMethod.PERMUTATION);
    }

    /// How p was obtained: `exact`, `sampled` or `normal`.
    public String pMethod() {
      return method == PMethod.NORMAL ? method.label() : exact ? "exact" : "sampled";
    }

    /// The largest |d| that these numbers of stimuli allow: `√((N − ddof) N/(n_X n_Y))`.
    public double bound() {
      return EffectSize.bound(n.x(), n.y(), ddof);
    }

    /// The conventional standardised difference of the same stimuli, its interval at the level of
    /// that of d (95 % if there is none).
    public PooledEffect pooled() {
      double level = interval.map(Interval::level).orElse(USUAL_LEVEL);
      return sX.isEmpty() || sY.isEmpty()
          ? PooledEffect.derived(d, ddof, n.x(), n.y(), level)
          : PooledEffect.of(sX, sY, level);
    }

    /// The same with an interval and what is to be said of it.
    public Measured with(BootstrapInterval bootstrap) {
      List<String> all = new ArrayList<>(notes);
      bootstrap.note().ifPresent(all::add);
      return new Measured(
          n,
          d,
          p,
          exact,
          permutations,
          bootstrap.interval(),
          r,
          sX,
          sY,
          all,
          ddof,
          alternative,
          method);
    }
  }

  /// No effect size exists.
  ///
  /// @param n numbers of stimuli
  /// @param reason one sentence
  record Undefined(StimulusCounts n, String reason) implements AssociationResult {}
}
