package dev.plumbline.study;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads requests: what a study is to do, written by hand.
///
/// `{"schema": "plumbline-request/1", "name", "manifests": [{"id", "files": […], "map"?:
/// {"caption": "TEXT"}, "engine"?: "sc://host:15002"}], "models": ["models/x"], "battery": "sample"
/// or a file, "lexicon": "sample" or a file, "images"?: folder, "zeroShot"?: [{"id", "data"}],
/// "scores"?: [files], "results"?: [files], "retrieval"?: [see [RetrievalReader]], "seed"?: number,
/// "association"?: see [AssociationReader], "whatIf"?: see [WhatIfReader]}`. Paths are relative to
/// the file; the request that comes out holds absolute ones.
public final class RequestReader {
  /// Value of the member `schema`.
  public static final String SCHEMA = "plumbline-request/1";

  private final Path folder;

  private RequestReader(Path folder) {
    this.folder = folder;
  }

  /// Reads a request and the battery and lexicon it names.
  ///
  /// @throws PlumblineException if it, or one of these, is none
  public static StudyRequest read(Path file) {
    JsonTree root = JsonTree.read(file);
    JsonTree schema = root.get("schema");
    if (!schema.text().equals(SCHEMA)) {
      throw schema.error("is \"" + schema.text() + "\", but must be \"" + SCHEMA + "\".");
    }
    return new RequestReader(file.toAbsolutePath().normalize().getParent()).request(root);
  }

  private StudyRequest request(JsonTree root) {
    List<ManifestSource> manifests = list(root, "manifests", this::manifest);
    requireUnique(root, manifests.stream().map(source -> source.id().value()).toList());
    return new StudyRequest(
        root.get("name").name(),
        manifests,
        lexicon(root),
        list(root, "models", tree -> new ModelSource(path(tree), Optional.empty())),
        battery(root.get("battery")),
        root.find("images").map(this::path),
        list(root, "zeroShot", this::zeroShot),
        list(root, "scores", this::path),
        AssociationReader.read(root),
        list(root, "results", this::path),
        WhatIfReader.read(root),
        list(root, "retrieval", tree -> RetrievalReader.read(tree, this::path)));
  }

  private static void requireUnique(JsonTree root, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw root.get("manifests").error("the id \"" + id + "\" is used twice.");
      }
    }
  }

  private static <T> List<T> list(JsonTree root, String name, Function<JsonTree, T> item) {
    return root.find(name).map(tree -> tree.items().stream().map(item).toList()).orElse(List.of());
  }

  private ManifestSource manifest(JsonTree tree) {
    Optional<EngineAddress> cluster =
        tree.find("engine").map(RequestReader::engine).filter(engine -> !engine.embedded());
    List<String> files =
        tree.get("files").items().stream()
            .map(
                file ->
                    cluster.isPresent() ? file.name() : StudyPaths.absolute(file.name(), folder))
            .toList();
    if (files.isEmpty()) {
      throw tree.get("files").error("needs at least one file.");
    }
    return new ManifestSource(
        new DatasetId(tree.get("id").name()),
        files,
        tree.find("map").map(RequestReader::mapping).orElse(Map.of()),
        cluster.map(EngineAddress::text));
  }

  private static EngineAddress engine(JsonTree tree) {
    try {
      return EngineAddress.parse(tree.name());
    } catch (PlumblineException e) {
      throw tree.error("is no engine: " + e.getMessage());
    }
  }

  private static Map<ColumnRole, String> mapping(JsonTree tree) {
    Map<ColumnRole, String> mapping = new EnumMap<>(ColumnRole.class);
    for (String key : tree.names()) {
      mapping.put(role(tree, key), tree.get(key).name());
    }
    return mapping;
  }

  private static ColumnRole role(JsonTree tree, String key) {
    for (ColumnRole role : ColumnRole.values()) {
      if (role.key().equals(key)) {
        return role;
      }
    }
    throw tree.get(key).error("\"" + key + "\" is not a role of a column.");
  }

  private ZeroShotSource zeroShot(JsonTree tree) {
    return new ZeroShotSource(tree.get("id").name(), path(tree.get("data")));
  }

  private Lexicon lexicon(JsonTree root) {
    JsonTree tree = root.get("lexicon");
    return isFile(tree) ? LexiconReader.read(path(tree)) : LexiconReader.bundled(tree.name());
  }

  private Battery battery(JsonTree tree) {
    return isFile(tree) ? BatteryReader.read(path(tree)) : BatteryReader.bundled(tree.name());
  }

  private static boolean isFile(JsonTree tree) {
    return tree.name().contains(".") || tree.name().contains("/");
  }

  private Path path(JsonTree tree) {
    return Path.of(StudyPaths.absolute(tree.name(), folder)).normalize();
  }
}
