package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    CompositionResult kept =
        new CompositionCache(Optional.of(folder.resolve("cache")))
            .find(source, request.lexicon())
            .orElseThrow();
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
    assertTrue(cache().find(assigned, request.lexicon()).isEmpty());
    assertTrue(cache().find(source, request.lexicon()).isPresent());
  }

  @Test
  void aDamagedEntryCountsAsNone() throws IOException {
    try (Stream<Path> kept = Files.list(folder.resolve("cache").resolve("compositions"))) {
      for (Path file : kept.toList()) {
        Files.writeString(file, "{\"dataset\":");
      }
    }
    assertTrue(cache().find(source, request.lexicon()).isEmpty());
    assertEquals(1, profile().rows());
  }

  @Test
  void withoutAFolderNothingIsKept() {
    assertFalse(new CompositionCache(Optional.empty()).find(source, request.lexicon()).isPresent());
  }

  private CompositionCache cache() {
    return new CompositionCache(Optional.of(folder.resolve("cache")));
  }

  private CompositionResult profile() {
    RunSettings settings = RunSettings.defaults().withCache(Optional.of(folder.resolve("cache")));
    return new StudyRunner(settings)
        .run(request, RunListener.none(), new Cancellation())
        .compositions()
        .getFirst();
  }
}
