package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositionCacheTest {
  @TempDir private Path folder;
  private StudyRequest request;
  private ManifestSource source;
  private Path csv;

  @BeforeEach
  void aManifestProfiledOnce() throws IOException {
    csv = folder.resolve("rows.csv");
    Files.writeString(csv, "url,caption\nhttp://a.example/1,a lovely rose\n");
    source = SampleRequest.manifest("rows", csv);
    request = SampleRequest.with(SampleRequest.small(), List.of(source), List.of());
    assertEquals(1, profile().rows());
  }

  @Test
  void anUnchangedManifestIsFoundAgainAndIsTheSame() {
    CompositionResult kept = entry(cache()).find().orElseThrow();
    assertEquals(profile(), kept);
  }

  @Test
  void aChangedManifestIsScannedAnew() throws IOException {
    Files.writeString(csv, "url,caption\nhttp://a.example/1,a bee\nhttp://a.example/2,an ant\n");
    assertEquals(2, profile().rows());
  }

  @Test
  void anotherAssignmentOfColumnsIsAnotherProfile() {
    ManifestSource assigned =
        new ManifestSource(source.id(), source.files(), Map.of(ColumnRole.CAPTION, "url"));
    assertTrue(cache().entry(assigned, settings()).find().isEmpty());
    assertTrue(entry(cache()).find().isPresent());
  }

  @Test
  void aDamagedEntryCountsAsNone() throws IOException {
    try (Stream<Path> kept = Files.list(folder.resolve("cache").resolve("compositions"))) {
      for (Path file : kept.toList()) {
        Files.writeString(file, "{\"dataset\":");
      }
    }
    assertTrue(entry(cache()).find().isEmpty());
    assertEquals(1, profile().rows());
  }

  @Test
  void aProfileWithRejectsIsKeptWithThemUntilAFileChanges() throws IOException {
    Path damaged = folder.resolve("more.csv.gz");
    byte[] packed = packed("url,caption\nhttp://a.example/2,a bee\nhttp://a.example/3,an ant\n");
    Files.write(damaged, Arrays.copyOf(packed, packed.length - 12));
    source = new ManifestSource(source.id(), List.of(csv.toString(), damaged.toString()), Map.of());
    request = SampleRequest.with(SampleRequest.small(), List.of(source), List.of());
    CompositionResult profiled = profile();
    assertEquals(1, profiled.rejects().size());
    CompositionResult kept = entry(cache()).find().orElseThrow();
    assertEquals(profiled, kept);
    assertEquals(kept.rejects(), profile().rejects());
    Files.write(damaged, packed);
    assertTrue(entry(cache()).find().isEmpty());
    assertEquals(3, profile().rows());
    assertEquals(List.of(), profile().rejects());
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void withoutAFolderNothingIsKept() {
    assertTrue(entry(CompositionCache.below(Optional.empty())).find().isEmpty());
  }

  @Test
  void anotherBuildOfTheProgramScansAnew() {
    CompositionResult kept = entry(cache()).find().orElseThrow();
    Optional<Path> place = Optional.of(folder.resolve("cache"));
    CompositionCache other = CompositionCache.below(place, Optional.of("another build"));
    assertTrue(entry(other).find().isEmpty());
    entry(other).keep(kept);
    assertEquals(kept, entry(other).find().orElseThrow());
  }

  @Test
  void aManifestThatChangedWhileItWasReadIsNotKept() throws IOException {
    CompositionResult result = entry(cache()).find().orElseThrow();
    Files.writeString(csv, "url,caption\nhttp://a.example/1,a bee\nhttp://a.example/2,an ant\n");
    CompositionCache.Entry before = entry(cache());
    Files.writeString(csv, "url,caption\nhttp://a.example/1,a bee\n");
    before.keep(result);
    assertTrue(entry(cache()).find().isEmpty(), "kept under the state after the change");
    assertTrue(before.find().isEmpty(), "kept under the state before the change");
  }

  @Test
  void classesFromAFolderHaveADigestThatFollowsTheirContent() {
    Optional<String> digest = ProgramDigest.of(CompositionCache.class);
    assertTrue(digest.isPresent());
    assertEquals(digest, ProgramDigest.of(CompositionCache.class));
    assertNotEquals(digest, ProgramDigest.of(CompositionCacheTest.class));
    assertEquals(Optional.empty(), ProgramDigest.of(String.class), "no place of its own");
  }

  private CompositionSettings settings() {
    return new CompositionSettings(request.lexicon());
  }

  private CompositionCache.Entry entry(CompositionCache cache) {
    return cache.entry(source, settings());
  }

  private CompositionCache cache() {
    return CompositionCache.below(Optional.of(folder.resolve("cache")));
  }

  private CompositionResult profile() {
    RunSettings settings = RunSettings.defaults().withCache(Optional.of(folder.resolve("cache")));
    return new StudyRunner(settings)
        .run(request, RunListener.none(), new Cancellation())
        .compositions()
        .getFirst();
  }
}
