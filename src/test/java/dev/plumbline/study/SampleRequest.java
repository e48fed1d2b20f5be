package dev.plumbline.study;

import dev.plumbline.association.AssociationSettings;
import dev.plumbline.core.DatasetId;
import dev.plumbline.manifest.ManifestSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Small requests over the sample study's data.
public final class SampleRequest {
  private SampleRequest() {}

  /// Two manifests, two models, the whole battery with few permutations, the zero-shot set.
  public static StudyRequest small() {
    StudyRequest all = RequestReader.read(SampleStudy.locate());
    return with(all, all.manifests().subList(0, 2), models("vit-s-pleasant", "conv-s-pleasant"));
  }

  /// The same with other manifests and models.
  public static StudyRequest with(
      StudyRequest request, List<ManifestSource> manifests, List<ModelSource> models) {
    AssociationSettings settings = request.association();
    return request.with(
        it -> {
          it.manifests = manifests;
          it.models = models;
          it.association =
              new AssociationSettings(
                  settings.ddof(),
                  settings.alternative(),
                  2000,
                  100,
                  settings.level(),
                  settings.seed());
        });
  }

  /// One model and the battery with images from another folder, nothing else.
  public static StudyRequest batteryOnly(StudyRequest request, Path images) {
    return request.with(
        it -> {
          it.manifests = List.of();
          it.models = models("vit-s-pleasant");
          it.images = Optional.of(images);
          it.zeroShot = List.of();
          it.scoreFiles = List.of();
        });
  }

  /// Models of the sample study by their folders' names.
  public static List<ModelSource> models(String... names) {
    List<ModelSource> models = new ArrayList<>();
    for (String name : names) {
      models.add(new ModelSource(model(name), Optional.empty()));
    }
    return models;
  }

  /// Folder of a model of the sample study.
  public static Path model(String name) {
    return SampleStudy.locate().resolveSibling("models").resolve(name);
  }

  /// A manifest of one file.
  public static ManifestSource manifest(String id, Path file) {
    return new ManifestSource(new DatasetId(id), List.of(file.toString()), Map.of());
  }
}
