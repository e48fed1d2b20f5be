package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestFormat;
import dev.plumbline.manifest.Reject;
import dev.plumbline.manifest.Tables;
import dev.plumbline.manifest.TarArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What img2dataset and other writers of WebDataset archives leave on disk.
class DownloadedManifestTest {
  private static final String[] CAPTIONS = {"a woman", "a man at work", "she is lovely", "a dog"};
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  private static Manifest read(Path... files) {
    return engine.read(Tables.source(files), new Cancellation());
  }

  private static CompositionResult profile(Manifest manifest) {
    return new CompositionProfiler(engine)
        .profile(
            manifest,
            new CompositionSettings(LexiconReader.bundled("gender-career")),
            Progress.none(),
            new Cancellation());
  }

  private static boolean failed(int i) {
    return i % 10 == 3;
  }

  /// A shard as img2dataset writes it: an archive of what was downloaded, a table of all that was
  /// asked for, and statistics.
  private static void shard(Path folder, int shard, int rows) throws IOException {
    String name = "%05d".formatted(shard);
    byte[] picture = new byte[3000];
    new Random(shard).nextBytes(picture);
    try (TarArchives tar = TarArchives.at(folder.resolve(name + ".tar"))) {
      for (int i = 0; i < rows; i++) {
        if (!failed(i)) {
          String key = name + "%04d".formatted(i);
          String caption = CAPTIONS[i % CAPTIONS.length];
          tar.member(key + ".jpg", picture)
              .member(
                  key + ".json",
                  """
                  {"url": "http://site%d.example/%d", "caption": "%s", "key": "%s",
                   "status": "success", "error_message": null, "width": 256, "height": 256,
                   "original_width": 640, "original_height": 480, "exif": "{}", "sha256": "x%d"}
                  """
                      .formatted(i % 7, i, caption, key, i))
              .member(key + ".txt", caption);
        }
      }
    }
    Tables.parquet(
        engine,
        """
        SELECT 'http://site' || (i %% 7) || '.example/' || i AS url,
          ['a woman', 'a man at work', 'she is lovely', 'a dog'][1 + (i %% 4)::INTEGER] AS caption,
          '%s' || lpad(i::VARCHAR, 4, '0') AS "key",
          CASE WHEN i %% 10 <> 3 THEN 'success' WHEN i %% 20 = 3 THEN 'failed_to_download'
            ELSE 'failed_to_resize' END AS status,
          CASE WHEN i %% 10 = 3 THEN 'HTTP Error 404' END AS error_message,
          CASE WHEN i %% 10 <> 3 THEN 256 END AS width, CASE WHEN i %% 10 <> 3 THEN 256 END AS height,
          CASE WHEN i %% 10 <> 3 THEN 640 END AS original_width,
          CASE WHEN i %% 10 <> 3 THEN 480 END AS original_height, '{}' AS exif, 'x' || i AS sha256
        FROM range(%d) t(i)
        """
            .formatted(name, rows),
        folder.resolve(name + ".parquet"));
    Tables.text(
        folder.resolve(name + "_stats.json"), "{\"count\": " + rows + ", \"successes\": 1}");
  }

  @Test
  void tablesBesideArchivesAreReadAndFailedRowsAreCountedByStatus() throws IOException {
    Path output = Files.createDirectories(folder.resolve("out"));
    shard(output, 0, 400);
    shard(output, 1, 400);
    Manifest manifest = read(output);
    assertEquals(ManifestFormat.PARQUET, manifest.format());
    assertEquals(2, manifest.files().size());
    assertTrue(manifest.notes().getFirst().startsWith("2 tar archives of"), manifest.toString());

    CompositionResult tables = profile(manifest);

    assertEquals(800, tables.rows());
    assertEquals(80, tables.failed());
    assertEquals(
        Map.of("success", 720L, "failed_to_download", 40L, "failed_to_resize", 40L),
        tables.statuses());
    assertEquals("success", tables.statuses().keySet().iterator().next());

    Path archives = Files.createDirectories(folder.resolve("archives"));
    for (String name : List.of("00000.tar", "00001.tar", "00000_stats.json")) {
      Files.copy(output.resolve(name), archives.resolve(name));
    }
    Manifest samples = read(archives);
    assertEquals(ManifestFormat.WEBDATASET, samples.format());
    assertEquals("caption", samples.column(ColumnRole.CAPTION).orElseThrow());
    CompositionResult alone = profile(samples);
    assertEquals(720, alone.rows());
    assertEquals(Map.of("success", 720L), alone.statuses());
    assertEquals(List.of(), alone.rejects());
    assertEquals(tables.mentions(), alone.mentions());
    assertEquals(tables.terms(), alone.terms());
    assertEquals(tables.associations(), alone.associations());
    assertEquals(tables.facet("domain"), alone.facet("domain"));
    assertEquals(tables.facet("resolution"), alone.facet("resolution"));
    assertEquals(tables.facet("captionWords"), alone.facet("captionWords"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tgz", "archive"})
  void captionsOfTextMembersAndClassesAreRead(String name) throws IOException {
    Path file = folder.resolve(name);
    try (TarArchives tar = TarArchives.at(file)) {
      tar.member("deep/dir.x/s1.webp", new byte[100_000])
          .member("deep/dir.x/s1.txt", "a woman\nsecond \"line\"\n")
          .member("deep/dir.x/s1.cls", "3")
          .member("deep/dir.x/.hidden", "x")
          .member("s2.left.jpg", new byte[10])
          .member("s2.txt", "a man 🐼")
          .member("x".repeat(180) + "/s3.txt", "she");
    }
    Manifest manifest = read(file);
    assertEquals("txt", manifest.column(ColumnRole.CAPTION).orElseThrow());
    assertEquals("__key__", manifest.column(ColumnRole.UID).orElseThrow());
    List<List<String>> rows = engine.preview(manifest, 10, new Cancellation()).rows();
    assertEquals(
        Arrays.asList("a woman\nsecond \"line\"\n", "3", "deep/dir.x/s1"), rows.getFirst());
    assertEquals(3, rows.size());
    CompositionResult result = profile(manifest);
    assertEquals(3, result.rows());
    assertEquals(2, result.mentions().get("women"));
    assertEquals(1, result.mentions().get("men"));
  }

  @Test
  void aSampleWhoseDescriptionIsNoObjectIsLeftOutAndCounted() throws IOException {
    Path file = folder.resolve("m.tar");
    try (TarArchives tar = TarArchives.at(file)) {
      tar.member("1.json", "{\"caption\": \"a woman\"}")
          .member("2.json", "[1]")
          .member("3.json", "{cut")
          .member("4.json", "{\"caption\": null}");
    }
    CompositionResult result = profile(read(file));
    assertEquals(2, result.rows());
    assertEquals(1, result.rejects().size());
    assertEquals(2, result.rejects().getFirst().rows());
    assertTrue(result.rejects().getFirst().reason().contains("2 samples were left out"));
  }

  @Test
  @Timeout(60)
  void aCutArchiveCostsOnlyItselfWhetherItIsCutBeforeOrAfterOpening() throws IOException {
    for (int i = 0; i < 6; i++) {
      shard(folder, i, 300);
      Files.delete(folder.resolve("0000" + i + ".parquet"));
    }
    Path before = cut(folder.resolve("00002.tar"));
    Manifest manifest = read(folder);
    Path after = cut(folder.resolve("00004.tar"));

    CompositionResult result = profile(manifest);

    assertEquals(4 * 270, result.rows());
    assertEquals(
        List.of(before.toString(), after.toString()),
        result.rejects().stream().map(Reject::file).sorted().toList());
    result.rejects().forEach(reject -> assertTrue(reject.reason().startsWith(reject.file())));
  }

  private static Path cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Files.write(file, Arrays.copyOf(bytes, bytes.length / 2 + 77));
  }

  @Test
  void picturesAloneAreNoManifest() throws IOException {
    Path file = folder.resolve("p.tar");
    try (TarArchives tar = TarArchives.at(file)) {
      tar.member("1.jpg", new byte[10]).member("2.jpg", new byte[10]);
    }
    PlumblineException none = assertThrows(PlumblineException.class, () -> profile(read(file)));
    assertTrue(none.getMessage().contains("p.tar"), none.getMessage());
  }
}
