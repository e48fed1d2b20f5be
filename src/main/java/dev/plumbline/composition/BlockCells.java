package dev.plumbline.composition;

import java.util.BitSet;
import java.util.List;

/// The four cells of a test, by block.
final class BlockCells {
  private final int[] lists;
  private final long[][] rows;

  /// @param names lists by number
  BlockCells(LexiconTest test, List<String> names, int blocks) {
    lists =
        new int[] {
          names.indexOf(test.x()),
          names.indexOf(test.y()),
          names.indexOf(test.a()),
          names.indexOf(test.b())
        };
    rows = new long[4][blocks];
  }

  /// Adds rows of a block.
  ///
  /// @param mentioned numbers of the lists that they mention
  void add(BitSet mentioned, int block, long count) {
    for (int cell = 0; cell < 4; cell++) {
      if (mentioned.get(lists[cell / 2]) && mentioned.get(lists[2 + cell % 2])) {
        rows[cell][block] += count;
      }
    }
  }

  /// The association of these cells with the interval that holds for blocks.
  CaptionAssociation association(CaptionAssociation alone, BlockLogRatio ratios) {
    return alone.with(ratios, new long[][] {rows[0], rows[3]}, new long[][] {rows[1], rows[2]});
  }
}
