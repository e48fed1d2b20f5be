package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Kept rows by the groups of a target mix that they are in: all that weights depend on, so that
/// other shares of the same groups need no other count.
///
/// @param lists names of the lexicon's lists
/// @param cells cells that have rows, by rising key
public record CellCounts(List<String> lists, List<Cell> cells) {
  public CellCounts {
    lists = List.copyOf(lists);
    cells = List.copyOf(cells);
  }

  /// Rows of one cell.
  ///
  /// @param key the groups that they are in; see [Reweighting.Cell#key()]
  /// @param rows how many they are
  /// @param mentions those that mention each list
  /// @param tests those that mention X and A, X and B, Y and A, Y and B, one list a test
  public record Cell(long key, long rows, List<Long> mentions, List<List<Long>> tests) {
    public Cell {
      mentions = List.copyOf(mentions);
      tests = tests.stream().map(List::copyOf).toList();
    }
  }

  /// Share of the rows that are in a group; not a number without rows.
  ///
  /// @param group its number in the mix
  public double share(int group) {
    long all = cells.stream().mapToLong(Cell::rows).sum();
    long in =
        cells.stream().filter(cell -> (cell.key() >> group & 1) == 1).mapToLong(Cell::rows).sum();
    return (double) in / all;
  }

  /// Rows by cell.
  Map<Long, Long> rows() {
    Map<Long, Long> rows = new LinkedHashMap<>();
    cells.forEach(cell -> rows.put(cell.key(), cell.rows()));
    return rows;
  }

  /// What weights do to mentions.
  ///
  /// @param found weights of these cells
  /// @param kept associations with equal weights
  WeightedMentions weighted(Reweighting found, List<CaptionAssociation> kept) {
    Map<Long, Double> byKey = new LinkedHashMap<>();
    found.cells().forEach(cell -> byKey.put(cell.key(), cell.weight()));
    double[] weights = cells.stream().mapToDouble(cell -> byKey.get(cell.key())).toArray();
    long[] rows = cells.stream().mapToLong(Cell::rows).toArray();
    List<WeightedShare> shares = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      int list = i;
      long[] mentions = cells.stream().mapToLong(cell -> cell.mentions().get(list)).toArray();
      shares.add(WeightedShare.of(lists.get(i), weights, rows, mentions));
    }
    List<WeightedAssociation> associations = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      int test = i;
      long[][] counts =
          cells.stream()
              .map(cell -> cell.tests().get(test).stream().mapToLong(Long::longValue).toArray())
              .toArray(long[][]::new);
      associations.add(WeightedAssociation.of(kept.get(i), weights, counts));
    }
    return new WeightedMentions(shares, associations);
  }
}
