package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
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

  /// Whether all rows were looked at.
  public boolean whole() {
    return random && blocks == ofBlocks;
  }
}
