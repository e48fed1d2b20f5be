package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares languages of which at least one manifest's were detected.
///
/// Two detected ones are compared by shares among the captions. With p, l, u share and bounds of
/// each sample, the 95 % interval of the difference is `d − √((p₂−l₂)² + (u₁−p₁)²)` to `d +
/// √((u₂−p₂)² + (p₁−l₁)²)`, 1 the reference: the bounds of two independent estimates put together
/// as Newcombe does (Zou and Donner 2008, doi:10.1002/sim.3095). Where all rows of both were looked
/// at, it is Newcombe's own, as for counted rows. A column and a detector tell languages by
/// different rules: their difference would be that of the rules too, and is left out.
final class LanguageComparison {
  private static final String METHOD = "MOVER of block samples";

  private LanguageComparison() {}

  /// The comparison, or why there is none; empty where both have a column or neither was asked.
  static Optional<FacetComparison> of(CompositionResult reference, CompositionResult other) {
    boolean detected = reference.languages().asked() || other.languages().asked();
    if (!detected) {
      return Optional.empty();
    }
    Optional<LanguageEstimate> one = reference.languages().estimate();
    Optional<LanguageEstimate> two = other.languages().estimate();
    if (one.isPresent() && two.isPresent()) {
      return Optional.of(
          one.get().absent().isEmpty() || two.get().absent().isEmpty()
              ? none(
                  "Only first rows of one of the two could be looked at, which may not be like the"
                      + " rest.")
              : compare(one.get(), two.get()));
    }
    return Optional.of(none(reason(reference, other)));
  }

  private static String reason(CompositionResult reference, CompositionResult other) {
    for (CompositionResult each : List.of(reference, other)) {
      if (each.languages().refusal().isPresent()) {
        return "Languages of %s are not known: %s."
            .formatted(each.dataset(), each.languages().refusal().get().sentence());
      }
      if (!each.languages().asked() && each.facet(LanguageEstimate.FACET).isEmpty()) {
        return "Languages of %s were not detected.".formatted(each.dataset());
      }
    }
    return "One of the two has a column of languages, those of the other were detected: their"
        + " difference would be that of the rules too.";
  }

  private static FacetComparison none(String reason) {
    return FacetComparison.none(LanguageEstimate.FACET, reason);
  }

  private static FacetComparison compare(LanguageEstimate reference, LanguageEstimate other) {
    boolean whole = reference.basis().whole() && other.basis().whole();
    Set<String> codes = new LinkedHashSet<>();
    reference.facet().bins().forEach(bin -> codes.add(bin.key()));
    other.facet().bins().forEach(bin -> codes.add(bin.key()));
    List<FacetDifference> bins = new ArrayList<>();
    for (String code : codes) {
      FacetDifference counted =
          new FacetDifference(
              code,
              reference.captions(code),
              other.captions(code),
              reference.captions(),
              other.captions());
      bins.add(whole ? counted : sampled(counted, reference, other));
    }
    return FacetComparison.of(LanguageEstimate.FACET, bins, Optional.empty(), true, !whole);
  }

  private static FacetDifference sampled(
      FacetDifference counted, LanguageEstimate reference, LanguageEstimate other) {
    Interval one = reference.ofValues(counted.key()).orElseThrow();
    Interval two = other.ofValues(counted.key()).orElseThrow();
    double p = (double) counted.reference() / counted.referenceOf();
    double q = (double) counted.other() / counted.otherOf();
    double down = Math.hypot(q - two.low(), one.high() - p);
    double up = Math.hypot(two.high() - q, p - one.low());
    double difference = counted.difference();
    return new FacetDifference(
        counted.key(),
        counted.reference(),
        counted.other(),
        counted.referenceOf(),
        counted.otherOf(),
        Optional.of(new Interval(difference - down, difference + up, one.level(), METHOD)));
  }
}
