package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Manifests as they are published, in their own columns and types, are recognised with reasons.
class PublishedManifestsTest {
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  private Manifest parquet(String columns) {
    Path file = folder.resolve("part-0.parquet");
    Tables.parquet(engine, "SELECT " + columns + " FROM range(20) t(i)", file);
    return engine.read(Tables.source(file), new Cancellation());
  }

  private static void assertRoles(Manifest manifest, String expected) {
    Map<String, String> roles = new TreeMap<>();
    manifest.roles().forEach((role, found) -> roles.put(role.key(), found.column()));
    assertEquals(expected, roles.toString());
    manifest.roles().values().forEach(found -> assertFalse(found.reason().isBlank()));
  }

  @Test
  void laion400m() {
    assertRoles(
        parquet(
            "i AS SAMPLE_ID, 'http://a.example/' || i AS URL, 'a dog' AS TEXT, 300::INTEGER AS"
                + " HEIGHT, 400::INTEGER AS WIDTH, '?' AS LICENSE, 'UNLIKELY' AS NSFW,"
                + " 0.33::DOUBLE AS similarity"),
        "{caption=TEXT, height=HEIGHT, license=LICENSE, nsfw=NSFW, similarity=similarity,"
            + " uid=SAMPLE_ID, url=URL, width=WIDTH}");
  }

  @Test
  void laion5bWithFloatSizesAndAPandasIndex() {
    Manifest manifest =
        parquet(
            "i AS SAMPLE_ID, 'http://a.example/' || i AS URL, 'a dog' AS TEXT, CASE WHEN i % 3 = 0"
                + " THEN NULL ELSE 300.0::DOUBLE END AS HEIGHT, 400.0::DOUBLE AS WIDTH, '?' AS"
                + " LICENSE, 'en' AS LANGUAGE, 'UNSURE' AS NSFW, 0.3::FLOAT AS similarity, i AS"
                + " __index_level_0__");
    assertRoles(
        manifest,
        "{caption=TEXT, height=HEIGHT, language=LANGUAGE, license=LICENSE, nsfw=NSFW,"
            + " similarity=similarity, uid=SAMPLE_ID, url=URL, width=WIDTH}");
    assertTrue(
        manifest.columns().stream().anyMatch(column -> column.name().equals("__index_level_0__")));
  }

  @Test
  void laionJoined() {
    assertRoles(
        parquet(
            "'http://a.example/' || i AS URL, 'a dog' AS TEXT, 400::INTEGER AS WIDTH, 300::INTEGER"
                + " AS HEIGHT, 0.3::DOUBLE AS similarity, i AS hash, 0.1::FLOAT AS punsafe,"
                + " 0.2::FLOAT AS pwatermark, 5.5::DOUBLE AS AESTHETIC_SCORE"),
        "{aesthetic=AESTHETIC_SCORE, caption=TEXT, hash=hash, height=HEIGHT, nsfw=punsafe,"
            + " similarity=similarity, url=URL, watermark=pwatermark, width=WIDTH}");
  }

  @Test
  void dataComp() {
    assertRoles(
        parquet(
            "md5(i::VARCHAR) AS uid, 'http://a.example/' || i AS url, 'a dog' AS text, 400::BIGINT"
                + " AS original_width, 300::BIGINT AS original_height, 0.2::FLOAT AS"
                + " clip_b32_similarity_score, 0.3::FLOAT AS clip_l14_similarity_score,"
                + " [[0.1::DOUBLE, 0.2]] AS face_bboxes, sha256(i::VARCHAR) AS sha256"),
        "{caption=text, faces=face_bboxes, hash=sha256, height=original_height,"
            + " similarity=clip_l14_similarity_score, uid=uid, url=url, width=original_width}");
  }

  @Test
  void coyo() {
    Manifest manifest =
        parquet(
            "i AS id, 'http://a.example/' || i AS url, 'a dog' AS text, 400 AS width, 300 AS"
                + " height, 0.2 AS clip_similarity_vitb32, 0.3 AS clip_similarity_vitl14, 0.1 AS"
                + " nsfw_score_opennsfw2, 0.1 AS nsfw_score_gantman, 0.4 AS watermark_score, 5.0"
                + " AS aesthetic_score_laion_v2");
    assertRoles(
        manifest,
        "{aesthetic=aesthetic_score_laion_v2, caption=text, height=height,"
            + " nsfw=nsfw_score_opennsfw2, similarity=clip_similarity_vitl14, uid=id, url=url,"
            + " watermark=watermark_score, width=width}");
    assertTrue(
        manifest
            .roles()
            .get(ColumnRole.SIMILARITY)
            .reason()
            .contains("\"clip_similarity_vitb32\""));
  }

  @Test
  void recapDataCompHasTwoCaptionsOfWhichTheUserPicks() {
    Manifest manifest =
        parquet(
            "'http://a.example/' || i AS url, 'a brown dog runs' AS re_caption, 'dog' AS"
                + " org_caption, 'x' AS sha256, i AS key, 0.3 AS re_clip_score, 0.2 AS"
                + " org_clip_score, 4 AS re_length, 1 AS org_length");
    Recognition caption = manifest.roles().get(ColumnRole.CAPTION);
    assertEquals("org_caption", caption.column());
    assertTrue(caption.reason().contains("\"re_caption\""), caption.reason());
    ManifestSource picked =
        Tables.source(Map.of(ColumnRole.CAPTION, "re_caption"), folder.resolve("part-0.parquet"));
    assertEquals(
        "re_caption",
        engine.read(picked, new Cancellation()).column(ColumnRole.CAPTION).orElseThrow());
  }

  @Test
  void cc3mAndCc12mByContent() throws IOException {
    Path cc3m = Tables.text(folder.resolve("cc3m.tsv"), "a dog in \"snow\"\thttp://a.example/1\n");
    Path cc12m = Tables.text(folder.resolve("cc12m.tsv"), "http://a.example/1\ta dog\n");
    Manifest first = engine.read(Tables.source(cc3m), new Cancellation());
    Manifest second = engine.read(Tables.source(cc12m), new Cancellation());
    assertEquals(first.columns().get(0).name(), first.column(ColumnRole.CAPTION).orElseThrow());
    assertEquals(first.columns().get(1).name(), first.column(ColumnRole.URL).orElseThrow());
    assertEquals(second.columns().get(0).name(), second.column(ColumnRole.URL).orElseThrow());
    assertEquals(second.columns().get(1).name(), second.column(ColumnRole.CAPTION).orElseThrow());
    assertTrue(first.roles().get(ColumnRole.URL).reason().contains("addresses"));
  }

  @Test
  void yfcc15mAsJsonLines() throws IOException {
    Path file =
        Tables.text(
            folder.resolve("yfcc15m_clean_open_data.json"),
            "{\"url\": \"http://a.example/1\", \"caption\": \"a dog\", \"filename\": \"1.jpg\"}\n"
                + "{\"url\": \"http://a.example/2\", \"caption\": \"a cat\"}\n");
    assertRoles(engine.read(Tables.source(file), new Cancellation()), "{caption=caption, url=url}");
  }

  @Test
  void img2datasetTables() {
    assertRoles(
        parquet(
            "'http://a.example/' || i AS url, 'a dog' AS caption, lpad(i::VARCHAR, 9, '0') AS"
                + " \"key\", CASE WHEN i % 4 = 0 THEN 'failed_to_download' ELSE 'success' END AS"
                + " status, NULL::VARCHAR AS error_message, 256::INTEGER AS width, 256::INTEGER AS"
                + " height, 400::INTEGER AS original_width, 300::INTEGER AS original_height, '{}'"
                + " AS exif, 'x' AS sha256"),
        "{caption=caption, hash=sha256, height=height, status=status, uid=key, url=url,"
            + " width=width}");
  }

  @Test
  void openAisListOfYfcc15mIsRecognisedAndSaidToHaveNoCaptions() throws IOException {
    Path file =
        Tables.text(
            folder.resolve("yfcc100m_subset_data.tsv"),
            "10\t6985418911\t4e2f7a26a1dfbf165a7e30bdabf7e72a\n"
                + "15\t4546994013\tc61ba56e1a9ac2cc92f0a0b1b2eb5d0f\n"
                + "21\t2494925550\t00e0a9be0d1a3cb8f4eaee7ae2ecb1ad\n");
    Manifest manifest = engine.read(Tables.source(file), new Cancellation());
    assertRoles(manifest, "{hash=column2, uid=column1}");
    assertTrue(manifest.roles().get(ColumnRole.UID).reason().contains("YFCC100M"));
    assertTrue(manifest.withoutCaption().contains("yfcc100m_dataset"), manifest.withoutCaption());
  }

  @Test
  void aJsonArrayIsReadHoweverItIsPackedAndSpread() throws IOException {
    for (String name : new String[] {"a.json", "a.json.gz", "a.json.zst"}) {
      Path file =
          Tables.copy(
              engine,
              "SELECT 'http://a.example/' || i AS url, 'a dog ' || i AS caption, {'w': i, 'x y':"
                  + " {'h': 'deep ' || i}} AS size FROM range(20000) t(i)",
              folder.resolve(name),
              "FORMAT json, ARRAY true"
                  + (name.endsWith("gz") ? ", COMPRESSION gzip" : "")
                  + (name.endsWith("zst") ? ", COMPRESSION zstd" : ""));
      Manifest manifest = engine.read(Tables.source(file), new Cancellation());
      assertRoles(manifest, "{caption=caption, url=url}");
      assertTrue(manifest.notes().getFirst().endsWith("is one JSON array."));
      assertEquals(20000, count(manifest, "count(caption)"));
      assertEquals(20000, count(manifest, "count(DISTINCT column_text_1)", "size", "size.x y.h"));
    }
  }

  @Test
  void fieldsOfNestedColumnsPlayRolesLikeOthers() throws IOException {
    Path parquet = folder.resolve("n.parquet");
    Tables.parquet(
        engine,
        "SELECT i AS n, {'caption': 'a dog ' || i, 'a \"b\" (c), d': {'url': 'http://a.example/' ||"
            + " i}} AS meta, [{'text': 'x'}] AS list FROM range(20) t(i)",
        parquet);
    Path json =
        Tables.copy(
            engine, "SELECT * FROM '" + parquet + "'", folder.resolve("n.jsonl"), "FORMAT json");
    for (Path file : new Path[] {parquet, json}) {
      Manifest manifest = engine.read(Tables.source(file), new Cancellation());
      assertRoles(manifest, "{caption=meta.caption, url=meta.a \"b\" (c), d.url}");
      assertEquals(20, count(manifest, "count(DISTINCT caption || url)"));
    }
  }

  @Test
  void zstandardLinesAndTables() throws IOException {
    Path lines =
        Tables.copy(
            engine,
            "SELECT 'http://a.example/' || i AS url, 'a dog' AS caption FROM range(30) t(i)",
            folder.resolve("z.jsonl.zst"),
            "FORMAT json, COMPRESSION zstd");
    Path table =
        Tables.copy(
            engine,
            "SELECT 'a dog' AS a, 'http://a.example/' || i AS b FROM range(30) t(i)",
            folder.resolve("z.tsv.zst"),
            "FORMAT csv, DELIMITER '\t', HEADER false, COMPRESSION zstd");
    for (Path file : new Path[] {lines, table}) {
      Manifest manifest = engine.read(Tables.source(file), new Cancellation());
      assertEquals(30, count(manifest, "count(caption)"));
      assertEquals(30, count(manifest, "count(DISTINCT url)"));
    }
  }

  private static long count(Manifest manifest, String what, String... further) {
    long[] rows = new long[1];
    try (QuerySession session = engine.session()) {
      session.query(
          "SELECT "
              + what
              + " FROM "
              + new ManifestTable(manifest, session, java.util.List.of(further)).sql()
              + " AS t",
          new Cancellation(),
          row -> rows[0] = row.number(1));
    }
    return rows[0];
  }
}
