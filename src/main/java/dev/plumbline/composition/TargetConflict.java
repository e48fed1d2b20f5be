package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Why can no weights reach all targets at once?
///
/// Weights of rows are not negative and are divided by their sum, so weighted shares obey the laws
/// of probability over the cells that have rows. Three of these laws are looked at, for the groups
/// of one kind, for all groups together and for each pair:
///
/// - apart: shares of groups of which no row is in two sum to 1 at most;
/// - cover: shares of groups of which every row is in one sum to 1 at least;
/// - within: if every row of a group is in another, its share is not greater.
///
/// Targets may contradict each other in further ways; those show as weights that do not settle.
final class TargetConflict {
  private static final double TOLERANCE = 1e-9;

  private final TargetMix mix;
  private final long[] cells;

  /// @param cells keys of the cells that have rows; see [Reweighting.Cell#key()]
  TargetConflict(TargetMix mix, long[] cells) {
    this.mix = mix;
    this.cells = cells.clone();
  }

  /// The first law that is broken, if any is.
  Optional<Reweighting.Refusal> find() {
    return sets().stream().map(this::broken).flatMap(Optional::stream).findFirst().or(this::within);
  }

  private List<List<Integer>> sets() {
    Map<String, List<Integer>> fields = new LinkedHashMap<>();
    List<Integer> all = IntStream.range(0, mix.shares().size()).boxed().toList();
    for (int group : all) {
      fields.computeIfAbsent(mix.shares().get(group).kind(), _ -> new ArrayList<>()).add(group);
    }
    List<List<Integer>> sets = new ArrayList<>(fields.values());
    sets.add(all);
    for (int one : all) {
      for (int other = one + 1; other < all.size(); other++) {
        sets.add(List.of(one, other));
      }
    }
    return sets;
  }

  private Optional<Reweighting.Refusal> broken(List<Integer> groups) {
    if (groups.size() < 2) {
      return Optional.empty();
    }
    long mask = groups.stream().mapToLong(group -> 1L << group).sum();
    double sum = groups.stream().mapToDouble(group -> mix.shares().get(group).share()).sum();
    if (sum > 1 + TOLERANCE && allCells(key -> Long.bitCount(key & mask) <= 1)) {
      return refusal(
          "apart",
          groups,
          "No kept row is in two of the groups %s: their shares cannot sum to more than 1.");
    }
    if (sum < 1 - TOLERANCE && allCells(key -> (key & mask) != 0)) {
      return refusal(
          "cover",
          groups,
          "Every kept row is in one of the groups %s: their shares must sum to 1 or more.");
    }
    return Optional.empty();
  }

  private Optional<Reweighting.Refusal> within() {
    for (int inner = 0; inner < mix.shares().size(); inner++) {
      for (int outer = 0; outer < mix.shares().size(); outer++) {
        double excess = mix.shares().get(inner).share() - mix.shares().get(outer).share();
        int a = inner;
        int b = outer;
        if (excess > TOLERANCE && allCells(key -> (key >> a & 1) <= (key >> b & 1))) {
          return refusal(
              "within",
              List.of(inner, outer),
              "Every kept row of the first of the groups %s is in the second too: its share cannot"
                  + " be greater.");
        }
      }
    }
    return Optional.empty();
  }

  private boolean allCells(java.util.function.LongPredicate law) {
    for (long key : cells) {
      if (!law.test(key)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Reweighting.Refusal> refusal(String id, List<Integer> groups, String sentence) {
    List<String> names = groups.stream().map(group -> mix.shares().get(group).label()).toList();
    String joined = names.stream().collect(Collectors.joining("\", \"", "\"", "\""));
    return Optional.of(new Reweighting.Refusal(id, names, sentence.formatted(joined)));
  }
}
