package dev.plumbline.study;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.core.Digest;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps profiles of manifests on disk, so that a manifest that has not changed is not scanned
/// again.
///
/// A profile is found again by what it depends on: the program's own code, source with assigned
/// columns, settings, and path, size, time of change and readability of every file. A profile that
/// lacks a part of its manifest is kept with its `rejects`: a damaged file that has not changed is
/// as damaged as it was, and one that is mended or may be read again has another state. (Where a
/// disk failed for a moment, clearing the cache has the manifest read anew.) A kept profile that
/// cannot be read counts as none.
final class CompositionCache {
  private static final Logger LOG = LoggerFactory.getLogger(CompositionCache.class);

  private final Optional<Path> folder;
  private final Optional<String> program;
  private final Gson gson = StudyJson.gson();

  private CompositionCache(Optional<Path> folder, Optional<String> program) {
    this.folder = folder;
    this.program = program;
  }

  /// A cache below the given cache folder; without one nothing is kept.
  static CompositionCache below(Optional<Path> cache) {
    return below(cache, cache.flatMap(_ -> ProgramDigest.of(CompositionProfiler.class)));
  }

  /// A cache for a program of the given digest; where that is unknown nothing is kept.
  static CompositionCache below(Optional<Path> cache, Optional<String> program) {
    return new CompositionCache(
        program.isEmpty() ? Optional.empty() : cache.map(path -> path.resolve("compositions")),
        program);
  }

  /// The place of a profile of a manifest as its files are now; taken before the manifest is read.
  ///
  /// @throws PlumblineException if the source names no file
  Entry entry(ManifestSource source, CompositionSettings settings) {
    return new Entry(source, settings);
  }

  /// The place of one manifest's profile.
  final class Entry {
    private final ManifestSource source;
    private final CompositionSettings settings;
    private final String key;
    private final Optional<Path> file;

    private Entry(ManifestSource source, CompositionSettings settings) {
      this.source = source;
      this.settings = settings;
      this.key = CompositionCache.this.key(source, settings);
      this.file = folder.map(path -> path.resolve(key + ".json"));
    }

    /// The same for the same manifest, files and settings.
    String key() {
      return key;
    }

    /// The kept profile of an unchanged manifest.
    Optional<CompositionResult> find() {
      if (file.isEmpty() || !Files.isRegularFile(file.get())) {
        return Optional.empty();
      }
      try {
        return Optional.of(gson.fromJson(Files.readString(file.get()), CompositionResult.class));
      } catch (IOException | JsonParseException | IllegalArgumentException e) {
        LOG.info("The kept profile {} is left aside", file.get(), e);
        return Optional.empty();
      }
    }

    /// Keeps a profile, unless the manifest changed since this place was taken: then nobody knows
    /// which rows were counted. One that cannot be written is only logged.
    void keep(CompositionResult composition) {
      if (file.isEmpty()) {
        return;
      }
      try {
        if (entry(source, settings).key.equals(key)) {
          AtomicFile.write(file.get(), gson.toJson(composition).getBytes(StandardCharsets.UTF_8));
        } else {
          LOG.info("{} changed while it was read, its profile is not kept", source.id());
        }
      } catch (IOException | PlumblineException e) {
        LOG.info("The profile of {} is not kept", source.id(), e);
      }
    }
  }

  private String key(ManifestSource source, CompositionSettings settings) {
    Digest.Builder key = Digest.builder();
    add(key, "composition 2 " + program.orElse(""));
    add(key, gson.toJson(source));
    add(key, gson.toJson(settings));
    for (Path file : ManifestReader.files(source)) {
      add(key, file.toAbsolutePath() + " " + state(file));
    }
    return key.hex();
  }

  private static String state(Path file) {
    try {
      return Files.size(file)
          + " "
          + Files.getLastModifiedTime(file)
          + (Files.isReadable(file) ? "" : " closed");
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + file + ": check that it exists.", e);
    }
  }

  private static void add(Digest.Builder key, String text) {
    key.add(text.getBytes(StandardCharsets.UTF_8)).add(new byte[] {0});
  }
}
