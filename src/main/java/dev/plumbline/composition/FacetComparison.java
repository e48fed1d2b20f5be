package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// How differently do two manifests spread over a facet?
///
/// With p and q the shares of the bins among the rows that have a value:
///
/// - total variation `TV = ½ Σ |p − q|`: the share of rows that would have to move; 0 (same) to 1
///   (nothing in common);
/// - Jensen–Shannon divergence to base 2, `JS = ½ Σ p log₂(p/m) + ½ Σ q log₂(q/m)`, `m = ½(p + q)`,
///   0 log 0 = 0; 0 (same) to 1 bit (nothing in common). Lin 1991, doi:10.1109/18.61115.
///
/// Of a facet with many names only the most frequent 1,000 of each manifest are known by name; the
/// rest of each is one bin `(other)`, so that both measures are lower bounds there. Mentions are no
/// distribution (a row may mention several lists): they have differences only. Not defined where a
/// manifest has no row with a value.
///
/// @param facet name of the facet, or `mentions`
/// @param bins all bins of both, in the reference's order, then those of the other alone
/// @param missing rows without a value
/// @param totalVariation TV
/// @param jensenShannon JS in bits
/// @param reason why both are empty
/// @param sampled whether the rows are samples: intervals are the samples', and both distances are
///   on average a little larger than those of the manifests
public record FacetComparison(
    String facet,
    List<FacetDifference> bins,
    Optional<FacetDifference> missing,
    OptionalDouble totalVariation,
    OptionalDouble jensenShannon,
    Optional<String> reason,
    boolean sampled) {
  /// Name of the comparison of the lexicon's term lists.
  public static final String MENTIONS = "mentions";

  public FacetComparison {
    bins = List.copyOf(bins);
  }

  /// Compares a facet that both have.
  static FacetComparison of(Facet reference, Facet other, long referenceUsed, long otherUsed) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    reference
        .bins()
        .forEach(bin -> counts.computeIfAbsent(bin.key(), _ -> new long[2])[0] += bin.count());
    other
        .bins()
        .forEach(bin -> counts.computeIfAbsent(bin.key(), _ -> new long[2])[1] += bin.count());
    long n = reference.bins().stream().mapToLong(Bin::count).sum();
    long m = other.bins().stream().mapToLong(Bin::count).sum();
    List<FacetDifference> bins = new ArrayList<>();
    counts.forEach((key, two) -> bins.add(new FacetDifference(key, two[0], two[1], n, m)));
    FacetDifference missing =
        new FacetDifference(
            "(missing)", reference.missing(), other.missing(), referenceUsed, otherUsed);
    return of(reference.name(), bins, Optional.of(missing), n > 0 && m > 0, false);
  }

  /// A comparison with the distances of its bins.
  ///
  /// @param defined whether both have rows with a value
  static FacetComparison of(
      String facet,
      List<FacetDifference> bins,
      Optional<FacetDifference> missing,
      boolean defined,
      boolean sampled) {
    return new FacetComparison(
        facet,
        bins,
        missing,
        defined ? OptionalDouble.of(totalVariation(bins)) : OptionalDouble.empty(),
        defined ? OptionalDouble.of(jensenShannon(bins)) : OptionalDouble.empty(),
        defined ? Optional.empty() : Optional.of("A manifest has no row with a value."),
        sampled);
  }

  /// A facet that is left out.
  static FacetComparison none(String facet, String reason) {
    return new FacetComparison(
        facet,
        List.of(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.of(reason),
        false);
  }

  /// Compares mentions of term lists that both lexicons have.
  static FacetComparison mentions(CompositionResult reference, CompositionResult other) {
    List<FacetDifference> bins = new ArrayList<>();
    reference
        .mentions()
        .forEach(
            (list, rows) -> {
              Long others = other.mentions().get(list);
              if (others != null) {
                bins.add(new FacetDifference(list, rows, others, reference.used(), other.used()));
              }
            });
    return new FacetComparison(
        MENTIONS,
        bins,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.of("A row may mention several lists: mentions are no distribution."),
        false);
  }

  /// The bin whose share differs most, whatever the sign of the difference; of equal ones the
  /// first. Empty where no bin's difference is known.
  public Optional<FacetDifference> largest() {
    return bins.stream()
        .filter(bin -> bin.interval().isPresent())
        .reduce((a, b) -> Math.abs(b.difference()) > Math.abs(a.difference()) ? b : a);
  }

  private static double totalVariation(List<FacetDifference> bins) {
    double sum = 0;
    for (FacetDifference bin : bins) {
      sum += Math.abs(bin.difference());
    }
    return Math.min(1, sum / 2);
  }

  private static double jensenShannon(List<FacetDifference> bins) {
    double bits = 0;
    for (FacetDifference bin : bins) {
      double p = (double) bin.reference() / bin.referenceOf();
      double q = (double) bin.other() / bin.otherOf();
      bits += term(p, (p + q) / 2) + term(q, (p + q) / 2);
    }
    return Math.clamp(bits / 2, 0, 1);
  }

  private static double term(double p, double m) {
    return p == 0 ? 0 : p * Math.log(p / m) / Math.log(2);
  }
}
