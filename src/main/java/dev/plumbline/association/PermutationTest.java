package dev.plumbline.association;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Seeds;
import java.math.BigInteger;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// How often does a random relabelling of the values separate the groups as far as the observed
/// one?
///
/// Statistic of a partition into X′ (n_X values) and the rest: `T(X′) = mean_{X′} s − mean_rest s`.
/// With all `C(n_X + n_Y, n_X)` partitions, the observed one included, `p = #{T(X′) ≥ T(X)} / C`
/// (two-sided: `|T(X′)| ≥ |T(X)|`), if C does not exceed the budget N; otherwise N − 1 partitions
/// are drawn uniformly with replacement and `p = (1 + #{≥}) / N` (Phipson and Smyth 2010, DOI
/// 10.2202/1544-6115.1585), which is never 0.
///
/// Differences of at most [#TIE] are ties and count, as rounding would otherwise split exact ties.
/// Among more than [#MANY] partitions different statistics lie that close by chance (20 against 20
/// stimuli: a few); there [#CLOSE_TIE] separates them, still far above rounding noise of some
/// 1e-16.
///
/// Values are centred first, then `T(X′) = S(X′)·(1/n_X + 1/n_Y)` with `S` the sum over X′, so that
/// only sums need comparing. The smaller group is enumerated or drawn: swapping the groups and the
/// signs of all values leaves T unchanged.
///
/// Asked for a normal approximation, it counts nothing: over all partitions T has mean 0 and
/// variance `S² N/(n_X n_Y)`, `S²` the sample variance of all values, hence `z = r √(N − 1)` and `p
/// = 1 − Φ(z)`. It ignores that T is bounded and discrete: poor for few stimuli and in the far
/// tail.
final class PermutationTest {
  /// Largest difference of two statistics that counts as a tie.
  static final double TIE = 1e-12;

  /// The same where more than [#MANY] partitions are enumerated.
  static final double CLOSE_TIE = 2e-14;

  /// Partitions up to which [#TIE] holds.
  static final long MANY = 100_000_000L;

  private final long budget;
  private final Alternative alternative;
  private final PMethod method;
  private final long seed;
  private final int threads;

  PermutationTest(long budget, Alternative alternative, PMethod method, long seed, int threads) {
    Arguments.check(budget >= 1, "the budget of permutations must be at least 1");
    this.budget = budget;
    this.alternative = alternative;
    this.method = method;
    this.seed = seed;
    this.threads = threads;
  }

  /// The values that are partitioned, made ready.
  ///
  /// @param values centred, the smaller group first
  /// @param k size of the smaller group
  /// @param observed sum over the smaller group
  /// @param perSum statistic per unit of the sum
  /// @param partitions number of all partitions
  private record Partition(
      double[] values, int k, double observed, double perSum, BigInteger partitions) {
    static Partition of(AssociationScores s) {
      boolean swap = s.nX() > s.nY();
      int k = swap ? s.nY() : s.nX();
      double[] values = centred(s, swap);
      double observed = 0;
      for (int i = 0; i < k; i++) {
        observed += values[i];
      }
      double perSum = 1.0 / s.nX() + 1.0 / s.nY();
      return new Partition(values, k, observed, perSum, binomial(s.n(), k));
    }

    boolean enumerable(long budget) {
      return partitions.compareTo(BigInteger.valueOf(budget)) <= 0;
    }
  }

  /// The test of these settings, with a seed derived from theirs, on so many threads.
  static PermutationTest of(AssociationSettings settings, int threads) {
    return new PermutationTest(
        settings.permutations(),
        settings.alternative(),
        settings.method(),
        Seeds.derive(settings.seed(), "permutation"),
        threads);
  }

  /// Tests the observed partition of `s`, whose effect size is `size`.
  ///
  /// @throws dev.plumbline.core.PlumblineException if an exact test was asked for that no machine
  ///   can finish
  PermutationP test(AssociationScores s, EffectSize size, Cancellation cancellation) {
    if (method == PMethod.NORMAL) {
      return new PermutationP(normal(size.r() * Math.sqrt(s.n() - 1.0)), false, 0, 0, 0);
    }
    Partition it = Partition.of(s);
    if (it.enumerable(budget)) {
      long all = it.partitions().longValue();
      double tie = all > MANY ? CLOSE_TIE : TIE;
      Extreme extreme = new Extreme(it.observed(), tie / it.perSum(), alternative);
      return new ExactPermutations(it.values(), it.k()).count(extreme, all, cancellation);
    }
    Extreme extreme = new Extreme(it.observed(), TIE / it.perSum(), alternative);
    return new SampledPermutations(it.values(), it.k(), seed, threads)
        .count(extreme, budget, cancellation);
  }

  private double normal(double z) {
    double beyond =
        new NormalDistribution()
            .cumulativeProbability(alternative == Alternative.TWO_SIDED ? -Math.abs(z) : -z);
    double p = alternative == Alternative.TWO_SIDED ? 2 * beyond : beyond;
    return Math.max(p, Double.MIN_NORMAL);
  }

  /// The effect sizes of the partitions that [#test] counts.
  NullDistribution distribution(
      AssociationScores s, EffectSize size, int ddof, int bins, Cancellation cancellation) {
    Partition it = Partition.of(s);
    double n = s.n();
    double groups = (double) s.nX() * s.nY();
    double spread = Math.sqrt(n / groups * (n - ddof) / (n - 1));
    double reach = Math.min(5 * spread, EffectSize.bound(s.nX(), s.nY(), ddof));
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      edges[i] = reach * (2.0 * i / bins - 1) * size.sd() / it.perSum();
    }
    boolean exact = it.enumerable(budget);
    long partitions = exact ? it.partitions().longValue() : budget;
    long[] counts =
        exact
            ? new ExactPermutations(it.values(), it.k()).histogram(edges, partitions, cancellation)
            : new SampledPermutations(it.values(), it.k(), seed, threads)
                .histogram(edges, it.observed(), budget, cancellation);
    return new NullDistribution(
        -reach,
        reach,
        Arrays.stream(counts, 1, bins + 1).boxed().toList(),
        counts[0],
        counts[bins + 1],
        size.d(),
        exact,
        partitions);
  }

  private static double[] centred(AssociationScores s, boolean swap) {
    double mean = 0;
    for (double value : s.values()) {
      mean += value;
    }
    mean /= s.n();
    double[] values = new double[s.n()];
    for (int i = 0; i < values.length; i++) {
      values[i] = swap ? mean - s.values()[(i + s.nX()) % s.n()] : s.values()[i] - mean;
    }
    return values;
  }

  /// Number of ways to choose k of n.
  static BigInteger binomial(int n, int k) {
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  /// Which sums S are at least as extreme as the observed one: `S ≥ high`, or `S ≤ low` if
  /// two-sided. `strictlyHigh` and `strictlyLow` bound the sums that are more extreme and not tied.
  record Extreme(double high, double low, double strictlyHigh, double strictlyLow) {
    Extreme(double observed, double tolerance, Alternative alternative) {
      this(
          side(observed, alternative) - tolerance,
          alternative == Alternative.TWO_SIDED
              ? tolerance - side(observed, alternative)
              : Double.NEGATIVE_INFINITY,
          side(observed, alternative) + tolerance,
          alternative == Alternative.TWO_SIDED
              ? -tolerance - side(observed, alternative)
              : Double.NEGATIVE_INFINITY);
    }

    private static double side(double observed, Alternative alternative) {
      return alternative == Alternative.TWO_SIDED ? Math.abs(observed) : observed;
    }

    boolean includes(double sum) {
      return sum >= high || sum <= low;
    }

    boolean exceededBy(double sum) {
      return sum > strictlyHigh || sum < strictlyLow;
    }
  }
}
