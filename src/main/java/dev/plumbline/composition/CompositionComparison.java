package dev.plumbline.composition;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is over- and under-represented in one manifest against another?
///
/// Facet by facet ([FacetComparison]) over the facets that both have, detected languages
/// ([LanguageComparison]) among them; term lists and terms as differences of the share of used rows
/// that mention them. Differences are other less reference: positive is over-represented in the
/// other.
///
/// @param reference manifest compared with
/// @param other manifest looked at
/// @param facets facets that both have, in the reference's order, then mentions
/// @param terms terms of lists that both have, largest difference first, whatever its sign
/// @param onlyInOne facets that only one of the two has
/// @param duplicates rows that repeat others, by the columns that both have
/// @param labels names to show of term lists, by list; the reference's where both have one
public record CompositionComparison(
    DatasetId reference,
    DatasetId other,
    List<FacetComparison> facets,
    List<Term> terms,
    List<String> onlyInOne,
    List<DuplicateDifference> duplicates,
    Map<String, Labels> labels) {
  public CompositionComparison {
    facets = List.copyOf(facets);
    terms = List.copyOf(terms);
    onlyInOne = List.copyOf(onlyInOne);
    duplicates = List.copyOf(duplicates);
    labels = Map.copyOf(labels);
  }

  /// A term in two manifests.
  ///
  /// @param list its list
  /// @param difference rows that mention it, by term
  public record Term(String list, FacetDifference difference) {}

  /// Compares two profiles.
  public static CompositionComparison of(CompositionResult reference, CompositionResult other) {
    List<FacetComparison> facets = new ArrayList<>();
    List<String> single = new ArrayList<>();
    List<String> others = other.facetNames();
    for (String name : reference.facetNames()) {
      Optional<Facet> facet = reference.facet(name);
      Optional<Facet> same = other.facet(name);
      if (facet.isPresent() && same.isPresent()) {
        facets.add(FacetComparison.of(facet.get(), same.get(), reference.used(), other.used()));
      } else if (!name.equals(LanguageEstimate.FACET) || !others.contains(name)) {
        single.add(name);
      }
    }
    others.stream().filter(name -> !reference.facetNames().contains(name)).forEach(single::add);
    if (!single.contains(LanguageEstimate.FACET)) {
      LanguageComparison.of(reference, other).ifPresent(facets::add);
    }
    facets.add(FacetComparison.mentions(reference, other));
    return new CompositionComparison(
        reference.dataset(),
        other.dataset(),
        facets,
        terms(reference, other),
        single,
        duplicates(reference, other),
        labels(reference, other));
  }

  private static Map<String, Labels> labels(CompositionResult reference, CompositionResult other) {
    Map<String, Labels> labels = new HashMap<>(other.settings().lexicon().labels());
    labels.putAll(reference.settings().lexicon().labels());
    return labels;
  }

  private static List<DuplicateDifference> duplicates(
      CompositionResult reference, CompositionResult other) {
    return reference.duplicates().stream()
        .flatMap(
            each ->
                other.duplicates(each.key()).stream()
                    .map(its -> new DuplicateDifference(each, its)))
        .toList();
  }

  private static List<Term> terms(CompositionResult reference, CompositionResult other) {
    List<Term> terms = new ArrayList<>();
    reference
        .terms()
        .forEach(
            (list, counts) -> {
              Map<String, Long> others = other.terms().getOrDefault(list, Map.of());
              counts.forEach(
                  (term, rows) -> {
                    if (others.containsKey(term)) {
                      terms.add(
                          new Term(
                              list,
                              new FacetDifference(
                                  term, rows, others.get(term), reference.used(), other.used())));
                    }
                  });
            });
    terms.sort(
        Comparator.<Term>comparingDouble(term -> -Math.abs(term.difference().difference()))
            .thenComparing(Term::list)
            .thenComparing(term -> term.difference().key()));
    return terms;
  }

  /// The comparison of a facet, if both have it.
  public Optional<FacetComparison> facet(String name) {
    return facets.stream().filter(facet -> facet.facet().equals(name)).findFirst();
  }
}
