package dev.plumbline.embedding;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Writes the declaration of [PrecomputedVectors] for files whose ids tell what they are of: names
/// of image files or digests of images, else texts. The ids of `t.npy` are looked for in `t.txt`
/// and `t.json`.
public final class VectorsDeclaration {
  private static final Set<String> IMAGES =
      Set.of("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff");

  private VectorsDeclaration() {}

  /// Writes `vectors.json` next to the files.
  ///
  /// @return the folder
  /// @throws PlumblineException if there is a declaration already, if both files are of texts or
  ///   both of images, if they lie in different folders or cannot be read
  public static Path write(List<Path> files) {
    Path folder = files.getFirst().toAbsolutePath().normalize().getParent();
    Path declaration = folder.resolve(PrecomputedVectors.FILE);
    if (Files.exists(declaration)) {
      throw new PlumblineException(
          "There is a declaration already: choose " + declaration + " itself, or remove it.");
    }
    Map<Modality, VectorList> sides = new EnumMap<>(Modality.class);
    for (Path file : files) {
      if (!file.toAbsolutePath().normalize().getParent().equals(folder)) {
        throw new PlumblineException(
            files.getFirst() + " and " + file + " lie in different folders: put them into one.");
      }
      VectorList list = new VectorList(file, ids(file));
      Modality modality =
          list.ids().stream().allMatch(VectorsDeclaration::isImage)
              ? Modality.IMAGE
              : Modality.TEXT;
      VectorList before = sides.putIfAbsent(modality, list);
      if (before != null) {
        throw new PlumblineException(
            "%s and %s are both of %ss: choose one of each."
                .formatted(before.file(), file, modality.label()));
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty("schema", PrecomputedVectors.SCHEMA);
    sides.forEach((modality, list) -> json.add(modality.label() + "s", json(list)));
    try {
      Files.writeString(
          declaration,
          new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json) + "\n",
          StandardOpenOption.CREATE_NEW);
      return folder;
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + declaration + ": check that the folder may be written to.", e);
    }
  }

  private static Optional<Path> ids(Path vectors) {
    String name = vectors.getFileName().toString();
    if (!name.toLowerCase(Locale.ROOT).endsWith(".npy")) {
      return Optional.empty();
    }
    String stem = name.substring(0, name.length() - ".npy".length());
    return Stream.of(".txt", ".json")
        .map(suffix -> vectors.resolveSibling(stem + suffix))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static boolean isImage(String id) {
    String suffix = id.substring(id.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return IMAGES.contains(suffix) || VectorList.isDigest(id);
  }

  private static JsonObject json(VectorList list) {
    JsonObject json = new JsonObject();
    json.addProperty("vectors", list.file().getFileName().toString());
    if (list.files().size() > 1) {
      json.addProperty("ids", list.files().getLast().getFileName().toString());
    }
    return json;
  }
}
