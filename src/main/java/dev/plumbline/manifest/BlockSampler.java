package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Draws a [BlockSample].
///
/// A block holds `rows / 10` rows, at least 64 and at most 2,048: there are enough of them to see
/// how much they differ, and no more than are read in a moment.
final class BlockSampler {
  private static final int WANTED_BLOCKS = 10;
  private static final int LEAST_ROWS = 64;
  private static final int MOST_ROWS = 2048;
  private static final int LEAST_BYTES = 1 << 12;
  private static final int MOST_BYTES = 1 << 22;

  private final Manifest manifest;
  private final long rows;
  private final long seed;
  private final DuckDbSession session;
  private final Path folder;
  private final Cancellation cancellation;

  /// @param rows about so many rows
  /// @param folder where pieces of text files are laid
  BlockSampler(
      Manifest manifest,
      long rows,
      long seed,
      DuckDbSession session,
      Path folder,
      Cancellation cancellation) {
    this.manifest = manifest;
    this.rows = rows;
    this.seed = seed;
    this.session = session;
    this.folder = folder;
    this.cancellation = cancellation;
  }

  /// Draws.
  ///
  /// @throws QueryException if a file cannot be read
  BlockSample draw() {
    if (manifest.format() == ManifestFormat.PARQUET) {
      return ofRows();
    }
    boolean lines =
        manifest.groups().stream()
            .map(ShardGroup::dialect)
            .allMatch(
                dialect ->
                    dialect.compression() == Compression.NONE
                        && dialect.records() == Records.LINES);
    return lines ? ofBytes() : leading();
  }

  private long blockRows() {
    return Math.clamp(rows / WANTED_BLOCKS, LEAST_ROWS, MOST_ROWS);
  }

  private long wanted(long blockRows) {
    return Math.max(2, Math.ceilDiv(rows, blockRows));
  }

  private BlockSample ofRows() {
    List<ShardGroup> files = files();
    Map<String, Long> declared = declared();
    long blockRows = blockRows();
    long[] ends = new long[files.size()];
    long blocks = 0;
    long all = 0;
    for (int i = 0; i < ends.length; i++) {
      long own = declared.getOrDefault(files.get(i).files().getFirst(), 0L);
      all += own;
      blocks += Math.ceilDiv(own, blockRows);
      ends[i] = blocks;
    }
    List<RowBlock> drawn = new ArrayList<>();
    for (Place place : places(ends, blocks, wanted(blockRows))) {
      drawn.add(new RowBlock(files.get(place.file), place.block * blockRows, blockRows));
    }
    return new BlockSample(drawn, blocks, OptionalLong.of(all), true, seed);
  }

  private Map<String, Long> declared() {
    Map<String, Long> declared = new HashMap<>();
    List<String> names = manifest.files();
    session.query(
        "SELECT file_name, num_rows FROM parquet_file_metadata(" + Sql.files(names) + ")",
        cancellation,
        row -> declared.put(row.text(1), row.number(2)));
    return declared;
  }

  private BlockSample ofBytes() {
    List<ShardGroup> files = files();
    try {
      List<Path> paths = new ArrayList<>();
      for (ShardGroup file : files) {
        Path path = Path.of(file.files().getFirst());
        boolean copied = file.dialect().encoding() != Encoding.UTF_8;
        paths.add(copied ? session.utf8Copies().of(path, file.dialect(), cancellation) : path);
      }
      long blockRows = blockRows();
      double line = TextPieces.bytesOfLine(paths.getFirst());
      long bytes = Math.clamp((long) (line * blockRows), LEAST_BYTES, MOST_BYTES);
      long[] ends = new long[files.size()];
      long blocks = 0;
      for (int i = 0; i < ends.length; i++) {
        blocks += Math.ceilDiv(Files.size(paths.get(i)), bytes);
        ends[i] = blocks;
      }
      Path own = Files.createTempDirectory(folder, "sample-");
      List<RowBlock> drawn = new ArrayList<>();
      for (Place place : places(ends, blocks, wanted(blockRows))) {
        cancellation.check();
        TextPieces pieces = new TextPieces(manifest.format(), files.get(place.file));
        Path to = own.resolve("piece-" + drawn.size());
        drawn.add(
            RowBlock.whole(pieces.cut(paths.get(place.file), place.block * bytes, bytes, to)));
      }
      return new BlockSample(drawn, blocks, OptionalLong.empty(), true, seed);
    } catch (IOException e) {
      throw QueryException.unreadable(Path.of(manifest.files().getFirst()), e);
    }
  }

  private BlockSample leading() {
    List<ShardGroup> files = files();
    long each = Math.ceilDiv(rows, Math.min(files.size(), WANTED_BLOCKS));
    List<RowBlock> drawn = new ArrayList<>();
    for (long file : chosen(files.size(), Math.min(files.size(), WANTED_BLOCKS))) {
      drawn.add(RowBlock.leading(files.get((int) file), each));
    }
    return new BlockSample(drawn, files.size(), OptionalLong.empty(), false, seed);
  }

  private List<ShardGroup> files() {
    List<ShardGroup> files = new ArrayList<>();
    for (ShardGroup group : manifest.groups()) {
      for (String file : group.files()) {
        files.add(new ShardGroup(List.of(file), group.dialect(), group.columns()));
      }
    }
    return files;
  }

  /// A block of a file.
  private record Place(int file, long block) {}

  /// @param ends number of blocks up to and with each file
  private List<Place> places(long[] ends, long blocks, long wanted) {
    List<Place> places = new ArrayList<>();
    int file = 0;
    for (long block : chosen(blocks, wanted)) {
      while (ends[file] <= block) {
        file++;
      }
      places.add(new Place(file, block - (file == 0 ? 0 : ends[file - 1])));
    }
    return places;
  }

  /// `wanted` of the numbers below `all`, each set of them with the same chance, in order (Floyd's
  /// algorithm, doi:10.1145/30401.315746).
  private Collection<Long> chosen(long all, long wanted) {
    TreeSet<Long> chosen = new TreeSet<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (long limit = Math.max(0, all - wanted); limit < all; limit++) {
      long number = random.nextLong(limit + 1);
      chosen.add(chosen.contains(number) ? limit : number);
    }
    return chosen;
  }
}
