package dev.plumbline.composition;

import dev.plumbline.composition.language.CaptionLanguage;
import dev.plumbline.core.Interval;
import dev.plumbline.manifest.BlockSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Rows of a sample by block and detected language.
final class LanguageCounts {
  private static final String MISSING = "";

  private final long[] used;
  private final long[] missing;
  private final Map<String, long[]> captions = new TreeMap<>();
  private long rows;

  /// @param blocks number of blocks
  LanguageCounts(int blocks) {
    used = new long[blocks];
    missing = new long[blocks];
  }

  /// Adds rows.
  ///
  /// @param counts whether they are used, not failed
  /// @param language empty for rows without a caption
  void add(int block, boolean counts, Optional<String> language, long number) {
    rows += number;
    if (!counts) {
      return;
    }
    used[block] += number;
    language.map(code -> captions.computeIfAbsent(code, _ -> new long[used.length]))
            .orElse(missing)[block] +=
        number;
  }

  /// Captions that were looked at.
  long captions() {
    return sum(used) - sum(missing);
  }

  /// The estimate.
  LanguageEstimate estimate(BlockSample sample, String detector) {
    return estimate(SampleBasis.of(sample, rows), detector);
  }

  LanguageEstimate estimate(SampleBasis basis, String detector) {
    List<Bin> bins = new ArrayList<>();
    captions.forEach(
        (code, counts) -> bins.add(new Bin(code, sum(counts), (double) sum(counts) / captions())));
    bins.sort(
        Comparator.comparing((Bin bin) -> bin.key().equals(CaptionLanguage.UNDETERMINED))
            .thenComparing(Comparator.comparingLong(Bin::count).reversed())
            .thenComparing(Bin::key));
    long[] valued = new long[used.length];
    Arrays.setAll(valued, block -> used[block] - missing[block]);
    Map<String, long[]> all = new HashMap<>(captions);
    all.put(MISSING, missing);
    return new LanguageEstimate(
        new Facet(LanguageEstimate.FACET, bins, sum(missing), OptionalDouble.empty()),
        sum(used),
        basis,
        intervals(basis, valued, captions),
        intervals(basis, used, all),
        Optional.ofNullable(
            intervals(basis, valued, Map.of(MISSING, new long[used.length])).get(MISSING)),
        detector);
  }

  private static Map<String, Interval> intervals(
      SampleBasis basis, long[] of, Map<String, long[]> counts) {
    Map<String, Interval> intervals = new HashMap<>();
    BlockShare share = new BlockShare(of, basis.ofBlocks());
    if (basis.random() && share.defined()) {
      counts.forEach((code, own) -> intervals.put(code, share.interval(own)));
    }
    return intervals;
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }
}
