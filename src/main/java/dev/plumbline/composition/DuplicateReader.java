package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes [Duplicates] of the texts that a scan has grouped.
final class DuplicateReader {
  private static final long[] FROM = {1, 2, 3, 6, 11, 101, 1001};

  private final GroupTable groups;

  DuplicateReader(GroupTable groups) {
    this.groups = groups;
  }

  /// Of each column that the manifest has.
  List<Duplicates> read() {
    List<Duplicates> all = new ArrayList<>();
    groups.sampling().ifPresent(it -> groups.duplicates().forEach(key -> all.add(read(key, it))));
    return all;
  }

  private Duplicates read(DuplicateKey key, DistinctSampling sampling) {
    String text = groups.duplicateKey(key);
    long[] missing = new long[1];
    long[] notKept = new long[1];
    groups.duplicate(
        key,
        "coalesce(sum(n) FILTER (WHERE %1$s IS NULL), 0), coalesce(sum(n) FILTER (WHERE %1$s < 0), 0)"
            .formatted(text),
        "",
        row -> {
          missing[0] = row.number(1);
          notKept[0] = row.number(2);
        });
    List<Duplicates.Copies> copies = new ArrayList<>();
    long[] most = new long[1];
    groups.duplicate(
        key,
        "%s AS bin, count(*), sum(n), max(n)".formatted(bin()),
        " AND %s >= 0 GROUP BY bin ORDER BY bin".formatted(text),
        row -> {
          int bin = (int) row.number(1);
          copies.add(new Duplicates.Copies(FROM[bin], to(bin), row.number(2), row.number(3)));
          most[0] = Math.max(most[0], row.number(4));
        });
    long kept = copies.stream().mapToLong(Duplicates.Copies::texts).sum();
    long keptRows = copies.stream().mapToLong(Duplicates.Copies::rows).sum();
    return new Duplicates(
        key, keptRows + notKept[0], missing[0], sampling.rate(), kept, keptRows, most[0], copies);
  }

  private static String bin() {
    return IntStream.range(0, FROM.length - 1)
        .mapToObj(bin -> "WHEN n <= " + to(bin) + " THEN " + bin)
        .collect(Collectors.joining(" ", "CASE ", " ELSE " + (FROM.length - 1) + " END"));
  }

  private static long to(int bin) {
    return bin + 1 < FROM.length ? FROM[bin + 1] - 1 : Long.MAX_VALUE;
  }
}
