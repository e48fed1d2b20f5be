package dev.plumbline.study;

import dev.plumbline.association.AssociationSettings;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.stimulus.Battery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything an analyst asked for; immutable, complete, the same request gives the same numbers.
///
/// @param name name of the study
/// @param manifests manifests to profile
/// @param lexicon term lists of the profile
/// @param models bundles to measure
/// @param battery association tests
/// @param images folder that holds the battery's image sets
/// @param zeroShot labelled image folders
/// @param scoreFiles published score tables
/// @param association how d, p and interval are computed
/// @param resultFiles tables of association results, whose models have no graph
/// @param whatIf filter and weights that are tried on the manifests
/// @param retrieval labelled folders that are searched
public record StudyRequest(
    String name,
    List<ManifestSource> manifests,
    Lexicon lexicon,
    List<ModelSource> models,
    Battery battery,
    Optional<Path> images,
    List<ZeroShotSource> zeroShot,
    List<Path> scoreFiles,
    AssociationSettings association,
    List<Path> resultFiles,
    WhatIfRequest whatIf,
    List<RetrievalSource> retrieval) {
  public StudyRequest {
    retrieval = List.copyOf(retrieval);
    resultFiles = List.copyOf(resultFiles);
    manifests = List.copyOf(manifests);
    models = List.copyOf(models);
    zeroShot = List.copyOf(zeroShot);
    scoreFiles = List.copyOf(scoreFiles);
  }

  /// A request without tables of association results.
  public StudyRequest(
      String name,
      List<ManifestSource> manifests,
      Lexicon lexicon,
      List<ModelSource> models,
      Battery battery,
      Optional<Path> images,
      List<ZeroShotSource> zeroShot,
      List<Path> scoreFiles,
      AssociationSettings association) {
    this(
        name,
        manifests,
        lexicon,
        models,
        battery,
        images,
        zeroShot,
        scoreFiles,
        association,
        List.of(),
        WhatIfRequest.none(),
        List.of());
  }

  /// A request without what-if and labelled folders.
  public StudyRequest(
      String name,
      List<ManifestSource> manifests,
      Lexicon lexicon,
      List<ModelSource> models,
      Battery battery,
      Optional<Path> images,
      List<ZeroShotSource> zeroShot,
      List<Path> scoreFiles,
      AssociationSettings association,
      List<Path> resultFiles) {
    this(
        name,
        manifests,
        lexicon,
        models,
        battery,
        images,
        zeroShot,
        scoreFiles,
        association,
        resultFiles,
        WhatIfRequest.none(),
        List.of());
  }

  /// The same request with other tables of association results.
  public StudyRequest withResultFiles(List<Path> files) {
    return new StudyRequest(
        name,
        manifests,
        lexicon,
        models,
        battery,
        images,
        zeroShot,
        scoreFiles,
        association,
        files,
        whatIf,
        retrieval);
  }

  /// The same request with another what-if.
  public StudyRequest withWhatIf(WhatIfRequest other) {
    return new StudyRequest(
        name,
        manifests,
        lexicon,
        models,
        battery,
        images,
        zeroShot,
        scoreFiles,
        association,
        resultFiles,
        other,
        retrieval);
  }

  /// The same request with other labelled folders.
  public StudyRequest withRetrieval(List<RetrievalSource> sources) {
    return new StudyRequest(
        name,
        manifests,
        lexicon,
        models,
        battery,
        images,
        zeroShot,
        scoreFiles,
        association,
        resultFiles,
        whatIf,
        sources);
  }
}
