package dev.plumbline.manifest;

import java.util.List;
import java.util.OptionalLong;

/// Rows of a manifest for a quick look: blocks of consecutive rows, drawn without reading the rest.
///
/// A manifest of Parquet files is cut into blocks of one number of rows, one of text files into
/// blocks of one number of bytes (a record belongs to the block in which it starts); each block has
/// the same chance. Compressed text, JSON arrays and archives can only be read from their start:
/// there the first rows of files drawn at random are taken, which is no random sample of rows.
public final class BlockSample {
  private final List<RowBlock> blocks;
  private final long of;
  private final OptionalLong rows;
  private final boolean random;
  private final long seed;

  BlockSample(List<RowBlock> blocks, long of, OptionalLong rows, boolean random, long seed) {
    this.blocks = List.copyOf(blocks);
    this.of = of;
    this.rows = rows;
    this.random = random;
    this.seed = seed;
  }

  List<RowBlock> blocks() {
    return blocks;
  }

  /// Number of blocks drawn.
  public int size() {
    return blocks.size();
  }

  /// Number of blocks that the manifest is cut into; of files where [#random()] is false.
  public long of() {
    return of;
  }

  /// Rows of the manifest where the files themselves tell.
  public OptionalLong rows() {
    return rows;
  }

  /// Whether each block had the same chance; if not, only first rows were taken.
  public boolean random() {
    return random;
  }

  /// Seed of the choice: same seed and files, same blocks.
  public long seed() {
    return seed;
  }
}
