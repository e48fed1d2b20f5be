package dev.plumbline.association;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// In which order does a model show the images of a folder for each query?
///
/// Images are ranked by their cosine with the query, the greatest first. Images with the same
/// cosine, such as copies of one picture, are ranked by a number drawn from the seed, the query and
/// the image's name: no attribute gains from the alphabet, and the order in which images are listed
/// changes nothing.
public final class QueryRankings {
  private static final int BLOCK = 16;

  private final List<String> queries;
  private final int images;
  private final int[][] orders;

  private QueryRankings(List<String> queries, int images, int[][] orders) {
    this.queries = List.copyOf(queries);
    this.images = images;
    this.orders = orders;
  }

  /// Ranks images for each query.
  ///
  /// @param images embeddings `[images, dims]`
  /// @param names names of the images, each once
  /// @param vectors embeddings of the queries `[queries, dims]`
  /// @param queries the queries as written
  /// @param seed seed of ties
  /// @throws PlumblineException if there is no image or query, or a vector is zero, not finite or
  ///   of another size
  public static QueryRankings of(
      FloatMatrix images,
      List<String> names,
      FloatMatrix vectors,
      List<String> queries,
      long seed,
      Cancellation cancellation) {
    Arguments.check(images.rows() == names.size(), "every image needs a name");
    Arguments.check(vectors.rows() == queries.size(), "every query needs a vector");
    UnitVectors targets = UnitVectors.of("the images", images);
    UnitVectors asked = UnitVectors.of("the queries", vectors);
    asked.requireSameDims(targets);
    long[] keys = names.stream().mapToLong(name -> Seeds.derive(seed, "tie", name)).toArray();
    int[][] orders = new int[queries.size()][];
    for (int start = 0; start < orders.length; start += BLOCK) {
      int end = Math.min(orders.length, start + BLOCK);
      double[][] cosines = Cosines.of(targets, asked.rows(start, end));
      for (int q = start; q < end; q++) {
        cancellation.check();
        long own = Seeds.derive(seed, "query", queries.get(q));
        orders[q] = order(cosines[q - start], keys, own);
      }
    }
    return new QueryRankings(queries, images.rows(), orders);
  }

  private static int[] order(double[] cosines, long[] keys, long query) {
    Integer[] order = new Integer[cosines.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingDouble(i -> -cosines[i])
            .thenComparingLong(i -> mixed(keys[i] ^ query)));
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }

  /// A bijection that leaves no bit where it was (Steele, Lea and Flood 2014, DOI
  /// 10.1145/2660193.2660195).
  private static long mixed(long key) {
    long z = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// The queries, in order.
  public List<String> queries() {
    return queries;
  }

  /// Number of images.
  public int images() {
    return images;
  }

  /// Places of the images for one query, the nearest first.
  public List<Integer> order(int query) {
    return Arrays.stream(orders[query]).boxed().toList();
  }

  /// For each query the places of those images that are wanted, the nearest first, counted among
  /// the wanted ones.
  ///
  /// @param places place of each image among the wanted, −1 for one that is not
  int[][] restricted(int[] places) {
    return Arrays.stream(orders)
        .map(order -> Arrays.stream(order).map(i -> places[i]).filter(i -> i >= 0).toArray())
        .toArray(int[][]::new);
  }
}
