package dev.plumbline.composition;

import dev.plumbline.core.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Which weight must each kept row have so that groups are as frequent as wanted?
///
/// Rows fall into cells by which of the groups they are in; all rows of a cell get one weight.
/// Weights are found by raking ([Raking]); with one group this is post-stratification. Weights
/// average 1 over the kept rows. Rows of which a condition is unknown are outside of its group.
///
/// Effective sample size (Kish 1965): `(Σ w)² / Σ w²` over the rows; the rows that an equally
/// weighted sample of the same precision would have.
///
/// Refused where a group or its complement is not there but wanted (no weight can make rows), where
/// targets contradict each other for a reason that can be named ([TargetConflict]), and, without a
/// cap, where they do for another (no convergence in 10,000 rounds). With a cap targets may be
/// missed: `groups` says which shares are reached, `needed` which cap would have been enough.
///
/// @param mix what is wanted
/// @param groups shares before and after, in the mix's order; empty if refused
/// @param cells weights, most frequent cell first; empty if refused
/// @param rows kept rows
/// @param effective effective sample size
/// @param rounds rounds until the weights no longer moved
/// @param needed greatest weight without a cap, where the cap holds weights down and all targets
///   could be reached without it
/// @param refusal why there are no weights
public record Reweighting(
    TargetMix mix,
    List<Group> groups,
    List<Cell> cells,
    long rows,
    OptionalDouble effective,
    OptionalInt rounds,
    OptionalDouble needed,
    Optional<Refusal> refusal) {
  private static final double MISSED = 1e-6;

  public Reweighting {
    groups = List.copyOf(groups);
    cells = List.copyOf(cells);
  }

  /// A group's shares of the kept rows.
  ///
  /// @param target what is wanted
  /// @param raw its rows among the kept ones
  /// @param after its weighted share; it has no interval, since weights are made from these rows
  public record Group(TargetShare target, Proportion raw, double after) {
    /// Its share with equal weights.
    public double before() {
      return raw.share();
    }

    /// Whether the weights miss the target, by more than a millionth.
    public boolean missed() {
      return Math.abs(after - target.share()) > MISSED;
    }
  }

  /// Rows that are in exactly these groups.
  ///
  /// @param key sum of 2ⁿ over the groups' numbers n
  /// @param groups names of the groups
  /// @param rows how many they are
  /// @param weight weight of each
  /// @param capped whether the cap holds the weight down
  public record Cell(long key, List<String> groups, long rows, double weight, boolean capped) {
    public Cell {
      groups = List.copyOf(groups);
    }
  }

  /// Why there are no weights.
  ///
  /// @param id `empty`, `none`, `every`, `apart`, `cover`, `within` or `contradiction`
  /// @param groups names of the groups that it is about
  /// @param sentence the same in words
  public record Refusal(String id, List<String> groups, String sentence) {
    public Refusal {
      groups = List.copyOf(groups);
    }
  }

  /// Finds the weights.
  ///
  /// @param counts kept rows by cell key
  static Reweighting of(TargetMix mix, Map<Long, Long> counts) {
    List<Long> keys = new ArrayList<>(counts.keySet());
    keys.sort(
        (a, b) -> {
          int byRows = Long.compare(counts.get(b), counts.get(a));
          return byRows == 0 ? Long.compare(a, b) : byRows;
        });
    long[] cellKeys = keys.stream().mapToLong(Long::longValue).toArray();
    double[] n = keys.stream().mapToDouble(counts::get).toArray();
    double[] wanted = mix.shares().stream().mapToDouble(TargetShare::share).toArray();
    Raking raking = new Raking(cellKeys, n, wanted, mix.cap().orElse(Double.POSITIVE_INFINITY));
    long rows = counts.values().stream().mapToLong(Long::longValue).sum();
    Optional<Refusal> refusal =
        impossible(mix, raking, rows).or(() -> new TargetConflict(mix, cellKeys).find());
    if (refusal.isPresent()) {
      return refused(mix, rows, refusal.get());
    }
    OptionalInt rounds = raking.run();
    if (rounds.isEmpty() && mix.cap().isEmpty()) {
      return refused(
          mix,
          rows,
          new Refusal(
              "contradiction",
              List.of(),
              "The targets contradict each other: no weights reach them all."));
    }
    double[] after = raking.shares();
    List<Group> groups = new ArrayList<>();
    for (int g = 0; g < wanted.length; g++) {
      int group = g;
      long in = keys.stream().filter(key -> (key >> group & 1) == 1).mapToLong(counts::get).sum();
      groups.add(new Group(mix.shares().get(g), new Proportion(in, rows), after[g]));
    }
    List<String> labels = mix.shares().stream().map(TargetShare::label).toList();
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < keys.size(); c++) {
      long key = keys.get(c);
      List<String> in = new ArrayList<>();
      for (int g = 0; g < labels.size(); g++) {
        if ((key >> g & 1) == 1) {
          in.add(labels.get(g));
        }
      }
      cells.add(new Cell(key, in, counts.get(key), raking.weight(c), raking.capped(c)));
    }
    boolean held = cells.stream().anyMatch(Cell::capped);
    return new Reweighting(
        mix,
        groups,
        cells,
        rows,
        OptionalDouble.of(raking.effective()),
        rounds,
        held ? needed(cellKeys, n, wanted) : OptionalDouble.empty(),
        Optional.empty());
  }

  private static OptionalDouble needed(long[] keys, double[] n, double[] wanted) {
    Raking free = new Raking(keys, n, wanted, Double.POSITIVE_INFINITY);
    return free.run().isPresent()
        ? IntStream.range(0, n.length).mapToDouble(free::weight).max()
        : OptionalDouble.empty();
  }

  private static Reweighting refused(TargetMix mix, long rows, Refusal why) {
    return new Reweighting(
        mix,
        List.of(),
        List.of(),
        rows,
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        Optional.of(why));
  }

  private static Optional<Refusal> impossible(TargetMix mix, Raking raking, long rows) {
    if (rows == 0) {
      return Optional.of(new Refusal("empty", List.of(), "No row is kept."));
    }
    double[] there = raking.shares();
    for (int g = 0; g < there.length; g++) {
      TargetShare target = mix.shares().get(g);
      if (there[g] == 0 && target.share() > 0) {
        String sentence = "No kept row is in the group %s.".formatted(target.label());
        return Optional.of(new Refusal("none", List.of(target.label()), sentence));
      }
      if (there[g] == 1 && target.share() < 1) {
        String sentence = "Every kept row is in the group %s.".formatted(target.label());
        return Optional.of(new Refusal("every", List.of(target.label()), sentence));
      }
    }
    return Optional.empty();
  }

  /// Rows whose weight is held down by the cap.
  public long cappedRows() {
    return cells.stream().filter(Cell::capped).mapToLong(Cell::rows).sum();
  }

  /// The greatest weight.
  public OptionalDouble greatest() {
    return cells.stream().mapToDouble(Cell::weight).max();
  }

  /// How far the farthest share lies from its target; empty if refused.
  public OptionalDouble deviation() {
    return groups.stream()
        .mapToDouble(group -> Math.abs(group.after() - group.target().share()))
        .max();
  }
}
