package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Intervals of what a selection keeps, where rows were drawn by blocks.
///
/// Shares have [BlockShare]'s, ratios and log odds ratios [BlockLogRatio]'s. Where a number has no
/// interval for rows drawn one by one, it has none here.
final class BlockKept {
  private final long ofBlocks;
  private final BlockLogRatio ratios;
  private final long[] used;
  private final long[] kept;
  private final List<Side> sides;

  /// What one block has, looked up often.
  private record Side(
      Map<String, Long> raw,
      Map<String, Long> kept,
      Map<String, Map<String, Long>> rawTerms,
      Map<String, Map<String, Long>> keptTerms,
      List<CaptionAssociation> rawTests,
      List<CaptionAssociation> keptTests) {}

  /// @param blocks what was counted in each block drawn, at least 2
  /// @param ofBlocks blocks that there are
  BlockKept(List<KeptTally> blocks, long ofBlocks) {
    this.ofBlocks = ofBlocks;
    ratios = new BlockLogRatio(blocks.size(), ofBlocks);
    used = blocks.stream().mapToLong(block -> block.rows(false)).toArray();
    kept = blocks.stream().mapToLong(block -> block.rows(true)).toArray();
    sides =
        blocks.stream()
            .map(
                block ->
                    new Side(
                        block.mentions(false),
                        block.mentions(true),
                        block.terms(false),
                        block.terms(true),
                        block.associations(false),
                        block.associations(true)))
            .toList();
  }

  /// Interval of the share of used rows that is kept; empty for fewer than two rows.
  Optional<Interval> share() {
    BlockShare share = new BlockShare(used, ofBlocks);
    return share.defined() ? Optional.of(share.interval(kept)) : Optional.empty();
  }

  /// How much of a list is kept.
  Retention list(Retention alone) {
    String name = alone.name();
    return retention(alone, each(side -> side.raw.get(name)), each(side -> side.kept.get(name)));
  }

  /// How much of a term is kept.
  Retention term(String list, Retention alone) {
    String name = alone.name();
    return retention(
        alone,
        each(side -> side.rawTerms.get(list).get(name)),
        each(side -> side.keptTerms.get(list).get(name)));
  }

  private Retention retention(Retention alone, long[] raw, long[] stay) {
    BlockShare share = new BlockShare(raw, ofBlocks);
    return new Retention(
        alone.name(),
        alone.raw(),
        alone.kept(),
        alone.share(),
        alone.shareInterval().filter(_ -> share.defined()).map(_ -> share.interval(stay)),
        alone.relative(),
        alone
            .relativeInterval()
            .map(
                it ->
                    ratios.ofRatio(
                        alone.relative().orElseThrow(),
                        it,
                        new long[][] {stay, used},
                        new long[][] {raw, kept})),
        alone.reason());
  }

  /// Whether the rarer of two groups loses more.
  ExclusionAmplification amplification(ExclusionAmplification alone) {
    String rarer = alone.rarer();
    String other = alone.other();
    return new ExclusionAmplification(
        rarer,
        other,
        alone.rawRatio(),
        alone.keptRatio(),
        alone.factor(),
        alone
            .interval()
            .map(
                it ->
                    ratios.ofRatio(
                        alone.factor().orElseThrow(),
                        it,
                        new long[][] {
                          each(side -> side.kept.get(rarer)), each(side -> side.raw.get(other))
                        },
                        new long[][] {
                          each(side -> side.kept.get(other)), each(side -> side.raw.get(rarer))
                        })),
        alone.reason());
  }

  /// The caption association of a test before and after.
  AssociationChange association(int test, AssociationChange alone) {
    return new AssociationChange(
        association(alone.raw(), side -> side.rawTests.get(test)),
        association(alone.kept(), side -> side.keptTests.get(test)));
  }

  private CaptionAssociation association(
      CaptionAssociation alone, Function<Side, CaptionAssociation> own) {
    return alone.with(
        ratios,
        new long[][] {each(side -> own.apply(side).xa()), each(side -> own.apply(side).yb())},
        new long[][] {each(side -> own.apply(side).xb()), each(side -> own.apply(side).ya())});
  }

  private long[] each(ToLongFunction<Side> count) {
    return sides.stream().mapToLong(count).toArray();
  }
}
