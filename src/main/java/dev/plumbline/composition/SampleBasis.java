package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import dev.plumbline.manifest.BlockSample;
import java.util.OptionalLong;

/// What an estimate rests on.
///
/// @param rows rows looked at, failed ones among them
/// @param of rows of the manifest, if known or estimated
/// @param counted whether `of` is what the files declare, rather than an estimate from the sample
/// @param blocks blocks of consecutive rows looked at
/// @param ofBlocks blocks that the manifest is cut into; its files where `random` is false
/// @param random whether each block had the same chance; if not, the first rows of `blocks` files
///   were taken, and no interval can be told
/// @param seed seed of the choice
public record SampleBasis(
    long rows,
    OptionalLong of,
    boolean counted,
    int blocks,
    long ofBlocks,
    boolean random,
    long seed) {
  public SampleBasis {
    Arguments.check(blocks <= ofBlocks, "there are not that many blocks");
  }

  /// What an estimate from a sample rests on.
  ///
  /// @param rows rows found in it
  static SampleBasis of(BlockSample sample, long rows) {
    OptionalLong of =
        sample.rows().isPresent() || !sample.random()
            ? sample.rows()
            : OptionalLong.of(Math.round((double) rows / sample.size() * sample.of()));
    return new SampleBasis(
        rows,
        of,
        sample.rows().isPresent(),
        sample.size(),
        sample.of(),
        sample.random(),
        sample.seed());
  }

  /// The same where the rows of the manifest have been counted.
  SampleBasis counted(long number) {
    return random
        ? new SampleBasis(rows, OptionalLong.of(number), true, blocks, ofBlocks, random, seed)
        : this;
  }

  /// Whether all rows were looked at.
  public boolean whole() {
    return random && blocks == ofBlocks;
  }
}
