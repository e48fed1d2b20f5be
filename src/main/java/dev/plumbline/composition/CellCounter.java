package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up kept rows by the groups of a target mix that they are in: how many there are, and how
/// many mention each list and fall in each count of a test.
final class CellCounter {
  private final List<String> names;
  private final List<int[]> tests = new ArrayList<>();
  private final Map<Long, Cell> cells = new HashMap<>();

  /// Rows of one cell.
  private static final class Cell {
    private long rows;
    private final long[] lists;
    private final long[][] tests;

    Cell(int lists, int tests) {
      this.lists = new long[lists];
      this.tests = new long[tests][4];
    }
  }

  CellCounter(Lexicon lexicon) {
    names = List.copyOf(lexicon.terms().keySet());
    for (LexiconTest test : lexicon.tests()) {
      tests.add(
          new int[] {
            names.indexOf(test.x()),
            names.indexOf(test.y()),
            names.indexOf(test.a()),
            names.indexOf(test.b())
          });
    }
  }

  /// Adds `rows` kept rows.
  ///
  /// @param key the groups they are in; see [Reweighting.Cell#key()]
  /// @param mentioned numbers of the lists that they mention
  void add(long key, BitSet mentioned, long rows) {
    Cell cell = cells.computeIfAbsent(key, _ -> new Cell(names.size(), tests.size()));
    cell.rows += rows;
    mentioned.stream().forEach(list -> cell.lists[list] += rows);
    for (int t = 0; t < cell.tests.length; t++) {
      int[] lists = tests.get(t);
      for (int i = 0; i < 4; i++) {
        boolean both = mentioned.get(lists[i / 2]) && mentioned.get(lists[2 + i % 2]);
        cell.tests[t][i] += both ? rows : 0;
      }
    }
  }

  /// What was counted.
  CellCounts counts() {
    List<CellCounts.Cell> counted = new ArrayList<>();
    cells.forEach(
        (key, cell) ->
            counted.add(
                new CellCounts.Cell(
                    key,
                    cell.rows,
                    Arrays.stream(cell.lists).boxed().toList(),
                    Arrays.stream(cell.tests)
                        .map(test -> Arrays.stream(test).boxed().toList())
                        .toList())));
    counted.sort(Comparator.comparingLong(CellCounts.Cell::key));
    return new CellCounts(names, counted);
  }
}
