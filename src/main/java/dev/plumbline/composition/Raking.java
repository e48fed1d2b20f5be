package dev.plumbline.composition;

import java.util.Arrays;
import java.util.OptionalInt;

/// Iterative proportional fitting of one weight a cell to wanted shares of groups.
///
/// For each group in turn, weights of the cells in it are multiplied by `t / s` and those of the
/// others by `(1 − t) / (1 − s)`, t the wanted and s the present weighted share (Deming & Stephan
/// 1940, doi:10.1214/aoms/1177731829). Disjoint groups of one facet need no rule of their own: what
/// no group names shares the rest in its present proportions. With a cap, weights above cap times
/// the mean weight are held there after each round (as in DeBell & Krosnick 2009, ANES technical
/// report nes012427). It ends when a round moves no weight by more than 1e-10 of itself and,
/// without a cap, every share is within 1e-8 of its target; it fails after 10,000 rounds, or when
/// weights stand still more than 1e-4 off.
final class Raking {
  private static final int MOST_ROUNDS = 10_000;
  private static final double CLOSE = 1e-10;
  private static final double REACHED = 1e-8;
  private static final double HOPELESS = 1e-4;

  private final long[] keys;
  private final double[] n;
  private final double[] wanted;
  private final double cap;
  private final double[] w;
  private final boolean[] capped;

  /// @param keys sum of 2ⁿ over the numbers of the groups that a cell is in, by cell
  /// @param n rows by cell
  /// @param wanted wanted shares by group
  /// @param cap greatest weight as a multiple of the mean; infinite for none
  Raking(long[] keys, double[] n, double[] wanted, double cap) {
    this.keys = keys;
    this.n = n;
    this.wanted = wanted;
    this.cap = cap;
    w = new double[n.length];
    capped = new boolean[n.length];
    Arrays.fill(w, 1);
  }

  /// Finds the weights.
  ///
  /// @return rounds; empty if they did not settle
  OptionalInt run() {
    double[] before = new double[w.length];
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      System.arraycopy(w, 0, before, 0, w.length);
      for (int group = 0; group < wanted.length; group++) {
        fit(group);
      }
      trim();
      normalise();
      if (settled(before)) {
        double missed = Double.isFinite(cap) ? 0 : deviation();
        if (missed <= REACHED) {
          return OptionalInt.of(round);
        }
        if (missed > HOPELESS) {
          return OptionalInt.empty();
        }
      }
    }
    return OptionalInt.empty();
  }

  private void fit(int group) {
    double share = share(group);
    double in = share == 0 ? 1 : wanted[group] / share;
    double out = share == 1 ? 1 : (1 - wanted[group]) / (1 - share);
    for (int c = 0; c < w.length; c++) {
      w[c] *= in(c, group) ? in : out;
    }
  }

  /// Holds weights at c, cap times the mean of the weights so held: with C the cells held, n their
  /// rows and N all rows, `c = cap · Σ n w over the others / (N − cap · Σ n over C)`.
  private void trim() {
    if (Double.isInfinite(cap)) {
      return;
    }
    Arrays.fill(capped, false);
    double most = cap * mean();
    for (boolean more = true; more; ) {
      more = false;
      double held = 0;
      double rows = 0;
      double rest = 0;
      for (int c = 0; c < w.length; c++) {
        if (!capped[c] && w[c] > most) {
          capped[c] = true;
          more = true;
        }
        rows += n[c];
        held += capped[c] ? n[c] : 0;
        rest += capped[c] ? 0 : n[c] * w[c];
      }
      if (more) {
        most = cap * rest / (rows - cap * held);
      }
    }
    for (int c = 0; c < w.length; c++) {
      w[c] = capped[c] ? most : w[c];
    }
  }

  private void normalise() {
    double mean = mean();
    for (int c = 0; c < w.length; c++) {
      w[c] /= mean;
    }
  }

  private boolean settled(double[] before) {
    for (int c = 0; c < w.length; c++) {
      if (!(Math.abs(w[c] - before[c]) <= CLOSE * Math.max(w[c], before[c]))) {
        return false;
      }
    }
    return true;
  }

  private double deviation() {
    double[] shares = shares();
    double most = 0;
    for (int group = 0; group < wanted.length; group++) {
      most = Math.max(most, Math.abs(shares[group] - wanted[group]));
    }
    return most;
  }

  private boolean in(int cell, int group) {
    return (keys[cell] >> group & 1) == 1;
  }

  private double share(int group) {
    double in = 0;
    double all = 0;
    for (int c = 0; c < w.length; c++) {
      all += n[c] * w[c];
      in += in(c, group) ? n[c] * w[c] : 0;
    }
    return in / all;
  }

  private double mean() {
    double all = 0;
    double rows = 0;
    for (int c = 0; c < w.length; c++) {
      all += n[c] * w[c];
      rows += n[c];
    }
    return all / rows;
  }

  /// Weighted shares of the groups.
  double[] shares() {
    double[] shares = new double[wanted.length];
    Arrays.setAll(shares, this::share);
    return shares;
  }

  /// Weight of a cell's rows, 1 on average.
  double weight(int cell) {
    return w[cell];
  }

  /// Whether the cap holds a cell's weight down.
  boolean capped(int cell) {
    return capped[cell];
  }

  /// Kish's effective sample size.
  double effective() {
    double sum = 0;
    double squares = 0;
    for (int c = 0; c < w.length; c++) {
      sum += n[c] * w[c];
      squares += n[c] * w[c] * w[c];
    }
    return sum * sum / squares;
  }
}
