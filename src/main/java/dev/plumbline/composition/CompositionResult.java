package dev.plumbline.composition;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.TestId;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All facets, mentions and caption associations of one manifest.
///
/// @param dataset the manifest
/// @param settings what was asked for
/// @param rows rows read
/// @param failed rows a downloader marked as failed; left out of everything else
/// @param files readable files
/// @param bytes their size
/// @param columns columns by role
/// @param facets facets whose column exists
/// @param mentions rows that mention a term list, by list name, in the lexicon's order
/// @param terms rows that mention a term, by list and term
/// @param associations one a test of the lexicon, in its order
/// @param rejects what could not be read
/// @param statuses rows by what a downloader noted of them, failed rows included; empty where no
///   column says so
/// @param coOccurrence who is spoken of with what
/// @param contrasts what lies beneath each association, in the same order; none in profiles of
///   older versions
/// @param languages languages detected on a sample, where no column tells them
/// @param duplicates rows that repeat others, by column; none in a sample, which has fewer of them
///   than its manifest, and in profiles of older versions
public record CompositionResult(
    DatasetId dataset,
    CompositionSettings settings,
    long rows,
    long failed,
    int files,
    long bytes,
    Map<ColumnRole, String> columns,
    List<Facet> facets,
    Map<String, Long> mentions,
    Map<String, Map<String, Long>> terms,
    List<CaptionAssociation> associations,
    List<Reject> rejects,
    Map<String, Long> statuses,
    CoOccurrence coOccurrence,
    List<TargetContrast> contrasts,
    DetectedLanguages languages,
    List<Duplicates> duplicates) {
  public CompositionResult {
    contrasts = List.copyOf(contrasts);
    duplicates = List.copyOf(duplicates);
  }

  /// Of a manifest whose rows no downloader has marked, without what lies beneath its associations.
  public CompositionResult(
      DatasetId dataset,
      CompositionSettings settings,
      long rows,
      long failed,
      int files,
      long bytes,
      Map<ColumnRole, String> columns,
      List<Facet> facets,
      Map<String, Long> mentions,
      Map<String, Map<String, Long>> terms,
      List<CaptionAssociation> associations,
      List<Reject> rejects) {
    this(
        dataset,
        settings,
        rows,
        failed,
        files,
        bytes,
        columns,
        facets,
        mentions,
        terms,
        associations,
        rejects,
        Map.of(),
        CoOccurrence.none(),
        List.of(),
        DetectedLanguages.none(),
        List.of());
  }

  /// The same with detected languages.
  public CompositionResult withLanguages(DetectedLanguages detected) {
    return with(associations, detected, duplicates);
  }

  /// The same with repeats.
  public CompositionResult withDuplicates(List<Duplicates> counted) {
    return with(associations, languages, counted);
  }

  /// The same with other intervals of its associations.
  CompositionResult withAssociations(List<CaptionAssociation> found) {
    return with(found, languages, duplicates);
  }

  private CompositionResult with(
      List<CaptionAssociation> found, DetectedLanguages detected, List<Duplicates> counted) {
    return new CompositionResult(
        dataset,
        settings,
        rows,
        failed,
        files,
        bytes,
        columns,
        facets,
        mentions,
        terms,
        found,
        rejects,
        statuses,
        coOccurrence,
        contrasts,
        detected,
        counted);
  }

  /// Rows that count: all but the failed ones.
  public long used() {
    return rows - failed;
  }

  /// What lies beneath the association of a test.
  public Optional<TargetContrast> contrast(TestId test) {
    return contrasts.stream().filter(contrast -> contrast.test().equals(test)).findFirst();
  }

  /// Names of the facets in the order in which they are shown; `language` is among them too where
  /// it was detected or detection was refused.
  public List<String> facetNames() {
    List<String> names = new ArrayList<>(facets.stream().map(Facet::name).toList());
    if (languages.asked() && !names.contains(LanguageEstimate.FACET)) {
      long before = names.stream().takeWhile(name -> name.startsWith("caption")).count();
      names.add((int) before, LanguageEstimate.FACET);
    }
    return names;
  }

  /// Rows that repeat others by a column, if it exists.
  public Optional<Duplicates> duplicates(DuplicateKey key) {
    return duplicates.stream().filter(each -> each.key() == key).findFirst();
  }

  /// The facet of that name, if its column exists.
  public Optional<Facet> facet(String name) {
    return facets.stream().filter(facet -> facet.name().equals(name)).findFirst();
  }
}
