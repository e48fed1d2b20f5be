package dev.plumbline.study;

import dev.plumbline.association.AssociationSettings;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.stimulus.Battery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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

  /// The same request but for what is changed: `request.with(it -> it.name = "other")`.
  public StudyRequest with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.request();
  }

  /// The parts of a request while it is being changed.
  public static final class Parts {
    public String name;
    public List<ManifestSource> manifests;
    public Lexicon lexicon;
    public List<ModelSource> models;
    public Battery battery;
    public Optional<Path> images;
    public List<ZeroShotSource> zeroShot;
    public List<Path> scoreFiles;
    public AssociationSettings association;
    public List<Path> resultFiles;
    public WhatIfRequest whatIf;
    public List<RetrievalSource> retrieval;

    private Parts(StudyRequest from) {
      name = from.name;
      manifests = from.manifests;
      lexicon = from.lexicon;
      models = from.models;
      battery = from.battery;
      images = from.images;
      zeroShot = from.zeroShot;
      scoreFiles = from.scoreFiles;
      association = from.association;
      resultFiles = from.resultFiles;
      whatIf = from.whatIf;
      retrieval = from.retrieval;
    }

    private StudyRequest request() {
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
          retrieval);
    }
  }
}
