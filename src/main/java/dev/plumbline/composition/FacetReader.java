package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Makes facets of the groups that a scan has counted.
///
/// Names come by falling count and then by alphabet; beyond the first 1,000 they are added up in
/// one bin `(other)`.
final class FacetReader {
  private static final int MOST_NAMES = 1000;

  private final GroupTable groups;
  private final long used;

  /// @param used rows that count
  FacetReader(GroupTable groups, long used) {
    this.groups = groups;
    this.used = used;
  }

  /// All facets.
  List<Facet> read() {
    List<Facet> facets = new ArrayList<>();
    for (int i = 0; i < groups.plans().size(); i++) {
      facets.add(
          switch (groups.plans().get(i).kind()) {
            case WHOLE -> whole(i);
            case BINNED -> binned(i);
            case NAME, DOMAIN, TOP_LEVEL_DOMAIN, SCRIPT -> names(i);
          });
    }
    return facets;
  }

  private Facet whole(int facet) {
    Tally tally = new Tally(groups.plans().get(facet));
    groups.facet(
        facet,
        groups.key(facet, 0) + ", n",
        row -> {
          if (row.missing(1)) {
            tally.missing += row.number(2);
          } else {
            tally.add(tally.bins.index(row.number(1)), row.number(2));
            tally.sum += (double) row.number(1) * row.number(2);
          }
        });
    return tally.facet();
  }

  /// Words in place of numbers are added up, since rows counted by block come once a block.
  private Facet binned(int facet) {
    Tally tally = new Tally(groups.plans().get(facet));
    Map<String, Long> words = new HashMap<>();
    groups.facet(
        facet,
        groups.key(facet, 0) + ", " + groups.key(facet, 1) + ", n",
        row -> {
          if (!row.missing(1)) {
            tally.add((int) row.number(1), row.number(3));
          } else if (row.missing(2)) {
            tally.missing += row.number(3);
          } else {
            words.merge(row.text(2), row.number(3), Long::sum);
          }
        });
    words.forEach((word, rows) -> tally.names.add(new Bin(word, rows, 0)));
    tally.sum = groups.sum(facet);
    return tally.facet();
  }

  /// Each used row is in one group, so that those of rarer names are what is left.
  private Facet names(int facet) {
    Tally tally = new Tally(groups.plans().get(facet));
    tally.otherNames = used;
    groups.run(
        "SELECT name, n FROM %s ORDER BY name IS NOT NULL, n DESC, name LIMIT %d"
            .formatted(groups.named(facet), MOST_NAMES + 1),
        row -> {
          if (row.missing(1)) {
            tally.missing = row.number(2);
          } else if (tally.names.size() < MOST_NAMES) {
            tally.names.add(new Bin(row.text(1), row.number(2), 0));
          } else {
            return;
          }
          tally.otherNames -= row.number(2);
        });
    return tally.facet();
  }

  /// What is known of a facet while its groups are read.
  private static final class Tally {
    private final String name;
    private final NumericBins bins;
    private final long[] counts;
    private final List<Bin> names = new ArrayList<>();
    private long numbers;
    private long missing;
    private long otherNames;
    private double sum;

    Tally(FacetPlan plan) {
      name = plan.name();
      bins = plan.bins().orElse(null);
      counts = new long[bins == null ? 0 : bins.size()];
    }

    void add(int bin, long rows) {
      counts[bin] += rows;
      numbers += rows;
    }

    Facet facet() {
      names.sort(Comparator.comparingLong(Bin::count).reversed().thenComparing(Bin::key));
      while (names.size() > MOST_NAMES) {
        otherNames += names.removeLast().count();
      }
      long all = numbers + otherNames + names.stream().mapToLong(Bin::count).sum();
      List<Bin> shown = new ArrayList<>();
      if (bins != null) {
        shown.addAll(bins.bins(counts, all));
      }
      names.forEach(bin -> shown.add(share(bin.key(), bin.count(), all)));
      if (otherNames > 0) {
        shown.add(share(Facet.TOGETHER, otherNames, all));
      }
      OptionalDouble mean =
          numbers == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / numbers);
      return new Facet(name, shown, missing, mean);
    }

    private static Bin share(String key, long count, long all) {
      return new Bin(key, count, (double) count / all);
    }
  }
}
