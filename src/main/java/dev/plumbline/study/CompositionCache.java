package dev.plumbline.study;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.Digest;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps profiles of manifests on disk, so that a manifest that has not changed is not scanned
/// again.
///
/// A profile is found again by what it depends on: version of Plumbline, source with assigned
/// columns, lexicon, and path, size and time of change of every file. Profiles that lack a part of
/// their manifest (`rejects`) are not kept, since what was unreadable may become readable. A kept
/// profile that cannot be read counts as none.
final class CompositionCache {
  private static final Logger LOG = LoggerFactory.getLogger(CompositionCache.class);

  private final Optional<Path> folder;
  private final Gson gson = StudyJson.gson();

  /// A cache below the given cache folder; without one nothing is kept.
  CompositionCache(Optional<Path> cache) {
    this.folder = cache.map(path -> path.resolve("compositions"));
  }

  /// The kept profile of an unchanged manifest.
  ///
  /// @throws PlumblineException if the source names no file
  Optional<CompositionResult> find(ManifestSource source, Lexicon lexicon) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path file = file(source, lexicon);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(gson.fromJson(Files.readString(file), CompositionResult.class));
    } catch (IOException | JsonParseException | IllegalArgumentException e) {
      LOG.info("The kept profile {} is left aside", file, e);
      return Optional.empty();
    }
  }

  /// Keeps a profile; one that cannot be written is only logged.
  void keep(ManifestSource source, Lexicon lexicon, CompositionResult composition) {
    if (folder.isEmpty() || !composition.rejects().isEmpty()) {
      return;
    }
    try {
      AtomicFile.write(
          file(source, lexicon), gson.toJson(composition).getBytes(StandardCharsets.UTF_8));
    } catch (IOException | PlumblineException e) {
      LOG.info("The profile of {} is not kept", source.id(), e);
    }
  }

  private Path file(ManifestSource source, Lexicon lexicon) {
    Digest.Builder key = Digest.builder();
    add(key, "composition 1 " + Version.text());
    add(key, gson.toJson(source));
    add(key, gson.toJson(lexicon));
    for (Path file : ManifestReader.files(source)) {
      add(key, file.toAbsolutePath() + " " + state(file));
    }
    return folder.orElseThrow().resolve(key.hex() + ".json");
  }

  private static String state(Path file) {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + file + ": check that it exists.", e);
    }
  }

  private static void add(Digest.Builder key, String text) {
    key.add(text.getBytes(StandardCharsets.UTF_8)).add(new byte[] {0});
  }

  /// The files of a source in the order in which their digest is noted.
  static List<Path> sorted(List<Path> files) {
    return files.stream().sorted().toList();
  }
}
