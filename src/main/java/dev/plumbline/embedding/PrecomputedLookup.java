package dev.plumbline.embedding;

import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the precomputed vectors of stimuli by their ids.
final class PrecomputedLookup {
  private static final String DEVICE = "precomputed";

  private final VectorList list;
  private final EmbeddingSettings settings;
  private final FileDigests digests;
  private final List<float[]> rows = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<RejectedStimulus> missing = new ArrayList<>();

  PrecomputedLookup(VectorList list, EmbeddingSettings settings, FileDigests digests) {
    this.list = list;
    this.settings = settings;
    this.digests = digests;
  }

  /// @throws PlumblineException if none has a vector, or with bad stimuli not skipped, if one has
  ///   none
  Embeddings texts(List<String> texts, long started) {
    for (int i = 0; i < texts.size(); i++) {
      OptionalInt place = list.place(texts.get(i));
      if (place.isEmpty()) {
        place = list.place(texts.get(i).strip());
      }
      take(i, texts.get(i), place, "The text \"%s\" has no vector in %s.");
    }
    return finish(texts.size(), "text", started);
  }

  /// @throws PlumblineException as [#texts] does
  Embeddings images(List<Path> images, long started) {
    List<Optional<String>> ids = images.stream().map(this::id).toList();
    Map<String, Path> owners = new HashMap<>();
    Map<String, Path> rivals = new HashMap<>();
    for (int i = 0; i < images.size(); i++) {
      if (ids.get(i).isPresent()) {
        Path owner = owners.putIfAbsent(ids.get(i).get(), images.get(i));
        if (owner != null && !digests.of(owner).equals(digests.of(images.get(i)))) {
          rivals.put(ids.get(i).get(), images.get(i));
        }
      }
    }
    for (int i = 0; i < images.size(); i++) {
      Optional<String> id = ids.get(i);
      String name = images.get(i).getFileName().toString();
      if (id.isPresent() && rivals.containsKey(id.get())) {
        reject(
            i,
            name,
            "The id \"%s\" in %s fits %s and %s: give ids with their folders."
                .formatted(id.get(), list.file(), owners.get(id.get()), rivals.get(id.get())));
        continue;
      }
      OptionalInt place = id.isPresent() ? list.place(id.get()) : OptionalInt.empty();
      take(i, name, place, "The image \"%s\" has no vector in %s.");
    }
    return finish(images.size(), "image", started);
  }

  /// The longest end of a path that is an id, else the name without suffix, else the digest.
  private Optional<String> id(Path image) {
    String path = image.toAbsolutePath().normalize().toString().replace('\\', '/');
    for (int from = 0; from >= 0; from = path.indexOf('/', from + 1)) {
      for (String end :
          List.of(path.substring(from), path.substring(Math.min(from + 1, path.length())))) {
        if (list.place(end).isPresent()) {
          return Optional.of(end);
        }
      }
    }
    String name = image.getFileName().toString();
    String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    if (list.place(stem).isPresent()) {
      return Optional.of(stem);
    }
    return list.hasDigests()
        ? Optional.of(digests.of(image)).filter(digest -> list.place(digest).isPresent())
        : Optional.empty();
  }

  private void take(int index, String name, OptionalInt place, String complaint) {
    if (place.isPresent()) {
      rows.add(list.unit(place.getAsInt()));
      names.add(name);
    } else {
      reject(index, name, complaint.formatted(name, list.file()));
    }
  }

  private void reject(int index, String name, String sentence) {
    if (!settings.skipBadImages()) {
      throw new PlumblineException(sentence);
    }
    missing.add(new RejectedStimulus(index, name, sentence));
  }

  private Embeddings finish(int asked, String what, long started) {
    if (rows.isEmpty()) {
      throw new PlumblineException(
          asked == 0
              ? "There is nothing to embed."
              : "None of the %d %ss has a vector in %s, such as \"%s\": check its ids."
                  .formatted(asked, what, list.file(), missing.getFirst().name()));
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return new Embeddings(FloatMatrix.ofRows(rows), names, DEVICE, List.of(), seconds, 0, missing);
  }
}
