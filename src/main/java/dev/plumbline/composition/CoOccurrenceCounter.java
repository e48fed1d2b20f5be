package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Adds up which groups and attributes captions mention together.
final class CoOccurrenceCounter {
  private final List<String> groups;
  private final List<String> attributes;
  private final int[] groupLists;
  private final int[] attributeLists;
  private final long[][] together;

  /// @param names names of the lists, in the order of their numbers
  CoOccurrenceCounter(Lexicon lexicon, List<String> names) {
    groups = lexicon.groups();
    attributes = lexicon.attributes();
    groupLists = groups.stream().mapToInt(names::indexOf).toArray();
    attributeLists = attributes.stream().mapToInt(names::indexOf).toArray();
    together = new long[groupLists.length][attributeLists.length];
  }

  /// Adds `rows` captions that mention exactly these lists.
  void add(BitSet mentioned, long rows) {
    for (int group = 0; group < groupLists.length; group++) {
      if (mentioned.get(groupLists[group])) {
        long[] counts = together[group];
        for (int attribute = 0; attribute < counts.length; attribute++) {
          if (mentioned.get(attributeLists[attribute])) {
            counts[attribute] += rows;
          }
        }
      }
    }
  }

  /// All pairs.
  ///
  /// @param lists captions that mention each list
  /// @param all captions
  CoOccurrence counts(long[] lists, long all) {
    List<List<Long>> counts = new ArrayList<>();
    for (long[] row : together) {
      counts.add(Arrays.stream(row).boxed().toList());
    }
    return new CoOccurrence(
        all,
        groups,
        attributes,
        Arrays.stream(groupLists).mapToObj(list -> lists[list]).toList(),
        Arrays.stream(attributeLists).mapToObj(list -> lists[list]).toList(),
        counts);
  }
}
