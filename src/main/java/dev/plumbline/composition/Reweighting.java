package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which weight must each kept row have so that term lists are mentioned as often as wanted?
///
/// Rows fall into cells by which of the targeted lists they mention; all rows of a cell get one
/// weight. Weights are found by raking (iterative proportional fitting, Deming & Stephan 1940,
/// doi:10.1214/aoms/1177731829): for each list in turn, weights of the rows that mention it are
/// multiplied by `t / s` and those of the others by `(1 − t) / (1 − s)`, t the wanted and s the
/// present weighted share, until every share is within 1e-10 of its target. With one list this is
/// post-stratification. Weights average 1 over the kept rows.
///
/// Effective sample size (Kish 1965): `(Σ w)² / Σ w²` over the rows; the rows that an equally
/// weighted sample of the same precision would have.
///
/// Refused where a list or its complement is not there but wanted (no weight can make rows), and
/// where targets contradict each other (no convergence in 10,000 rounds).
///
/// @param targets wanted share of kept rows that mention the list, by list
/// @param cells weights, most frequent cell first; empty if refused
/// @param rows kept rows whose caption is not null
/// @param effective effective sample size
/// @param reason why it is refused
public record Reweighting(
    Map<String, Double> targets,
    List<Cell> cells,
    long rows,
    OptionalDouble effective,
    Optional<String> reason) {
  private static final int MOST_ROUNDS = 10_000;
  private static final double CLOSE = 1e-10;

  public Reweighting {
    cells = List.copyOf(cells);
  }

  /// Rows that mention exactly these of the targeted lists.
  ///
  /// @param lists lists they mention
  /// @param rows how many they are
  /// @param weight weight of each
  public record Cell(List<String> lists, long rows, double weight) {}

  /// Finds the weights.
  ///
  /// @param counts rows by the targeted lists that they mention, numbered in the order of `targets`
  /// @throws IllegalArgumentException if a target lies outside of [0, 1]
  static Reweighting of(Map<String, Double> targets, Map<BitSet, Long> counts) {
    List<String> names = List.copyOf(targets.keySet());
    double[] wanted = targets.values().stream().mapToDouble(Double::doubleValue).toArray();
    for (double share : wanted) {
      Arguments.check(share >= 0 && share <= 1, "a target lies between 0 and 1");
    }
    List<BitSet> keys = new ArrayList<>(counts.keySet());
    keys.sort((a, b) -> Long.compare(counts.get(b), counts.get(a)));
    long rows = counts.values().stream().mapToLong(Long::longValue).sum();
    double[] n = keys.stream().mapToDouble(counts::get).toArray();
    double[] w = new double[n.length];
    java.util.Arrays.fill(w, 1);
    Optional<String> reason = empty(names, wanted, keys, n, rows);
    if (reason.isEmpty() && !rake(wanted, keys, n, w)) {
      reason = Optional.of("The targets contradict each other: no weights reach them all.");
    }
    if (reason.isPresent()) {
      return new Reweighting(
          new LinkedHashMap<>(targets), List.of(), rows, OptionalDouble.empty(), reason);
    }
    double sum = 0;
    double squares = 0;
    for (int c = 0; c < n.length; c++) {
      sum += n[c] * w[c];
      squares += n[c] * w[c] * w[c];
    }
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < n.length; c++) {
      List<String> lists = keys.get(c).stream().mapToObj(names::get).toList();
      cells.add(new Cell(lists, (long) n[c], w[c] * rows / sum));
    }
    return new Reweighting(
        new LinkedHashMap<>(targets),
        cells,
        rows,
        OptionalDouble.of(sum * sum / squares),
        Optional.empty());
  }

  private static Optional<String> empty(
      List<String> names, double[] wanted, List<BitSet> keys, double[] n, long rows) {
    if (rows == 0) {
      return Optional.of("No row with a caption is kept.");
    }
    for (int list = 0; list < wanted.length; list++) {
      double there = share(list, keys, n, n, true);
      if (there == 0 && wanted[list] > 0) {
        return Optional.of("No kept row mentions " + names.get(list) + ".");
      }
      if (there == 1 && wanted[list] < 1) {
        return Optional.of("Every kept row mentions " + names.get(list) + ".");
      }
    }
    return Optional.empty();
  }

  private static boolean rake(double[] wanted, List<BitSet> keys, double[] n, double[] w) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double worst = 0;
      for (int list = 0; list < wanted.length; list++) {
        double share = share(list, keys, n, w, false);
        worst = Math.max(worst, Math.abs(share - wanted[list]));
        double in = share == 0 ? 1 : wanted[list] / share;
        double out = share == 1 ? 1 : (1 - wanted[list]) / (1 - share);
        for (int c = 0; c < n.length; c++) {
          w[c] *= keys.get(c).get(list) ? in : out;
        }
      }
      if (!(worst > CLOSE)) {
        return !Double.isNaN(worst);
      }
    }
    return false;
  }

  private static double share(
      int list, List<BitSet> keys, double[] n, double[] w, boolean unweighted) {
    double in = 0;
    double all = 0;
    for (int c = 0; c < n.length; c++) {
      double rows = unweighted ? n[c] : n[c] * w[c];
      all += rows;
      in += keys.get(c).get(list) ? rows : 0;
    }
    return in / all;
  }
}
