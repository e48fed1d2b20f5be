package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  private static Manifest read(Path... files) {
    return new ManifestReader(engine).read(Tables.source(files), new Cancellation());
  }

  private static Manifest read(Map<ColumnRole, String> mapping, Path... files) {
    return new ManifestReader(engine).read(Tables.source(mapping, files), new Cancellation());
  }

  private static List<List<String>> rows(Manifest manifest) {
    return new ManifestReader(engine).preview(manifest, 100).rows();
  }

  private static String refusal(Path... files) {
    return assertThrows(PlumblineException.class, () -> read(files)).getMessage();
  }

  private Path file(String name, String text) throws IOException {
    return Tables.text(folder.resolve(name), text);
  }

  @Test
  void everyFormatGivesTheSameRows() throws IOException {
    String query =
        "SELECT * FROM (VALUES ('https://a.org/1','a \"big\" dog, new\nline', 0.5),"
            + " ('https://a.org/2', 'été 日本', 0.25)) t(url, caption, similarity)";
    List<Path> files =
        List.of(
            Tables.parquet(engine, query, folder.resolve("a.parquet")),
            Tables.copy(engine, query, folder.resolve("a.csv"), "FORMAT csv"),
            Tables.copy(engine, query, folder.resolve("a.csv.gz"), "FORMAT csv, COMPRESSION gzip"),
            Tables.copy(engine, query, folder.resolve("a.csv.zst"), "FORMAT csv, COMPRESSION zstd"),
            Tables.copy(engine, query, folder.resolve("a.tsv"), "FORMAT csv, DELIMITER '\t'"),
            Tables.copy(engine, query, folder.resolve("a.jsonl"), "FORMAT json"),
            Tables.copy(
                engine, query, folder.resolve("a.jsonl.gz"), "FORMAT json, COMPRESSION gzip"),
            Tables.copy(
                engine, query, folder.resolve("a.ndjson.zst"), "FORMAT json, COMPRESSION zstd"));
    for (Path file : files) {
      Manifest manifest = read(file);
      List<List<String>> rows = rows(manifest);
      String name = file.getFileName().toString();
      assertEquals("caption", manifest.column(ColumnRole.CAPTION).orElseThrow(), name);
      assertEquals("url", manifest.column(ColumnRole.URL).orElseThrow(), name);
      assertEquals("similarity", manifest.column(ColumnRole.SIMILARITY).orElseThrow(), name);
      assertEquals(2, rows.size(), name);
      assertEquals("a \"big\" dog, new\nline", rows.get(0).get(1), name);
      assertEquals("été 日本", rows.get(1).get(1), name);
      assertEquals(0.25, Double.parseDouble(rows.get(1).get(2)), name);
    }
  }

  @Test
  void headerlessCc3mAndCc12mAreToldApartByContentAndAreNotQuoted() throws IOException {
    Path cc3m =
        file("cc3m.tsv", "a \"quoted\" dog\thttp://a.org/1\n\"start, only\thttp://a.org/2\n");
    Path cc12m = file("cc12m.tsv", "http://a.org/1\ta \"quoted\" dog\nhttp://a.org/2\t\"two\" \n");

    Manifest first = read(cc3m);
    assertEquals("column0", first.column(ColumnRole.CAPTION).orElseThrow());
    assertEquals("column1", first.column(ColumnRole.URL).orElseThrow());
    assertEquals("\"start, only", rows(first).get(1).getFirst());

    Manifest second = read(cc12m);
    assertEquals("column1", second.column(ColumnRole.CAPTION).orElseThrow());
    assertEquals("column0", second.column(ColumnRole.URL).orElseThrow());
    assertEquals("\"two\" ", rows(second).get(1).get(1));
    assertEquals("its values read like captions", second.roles().get(ColumnRole.CAPTION).reason());
  }

  @Test
  void aHeadedTsvWithStrayQuotesIsNotQuoted() throws IOException {
    Manifest manifest = read(file("a.tsv", "url\tcaption\nu1\t\"a\" dog\nu2\t\"b\" cat\n"));

    assertEquals("\"a\" dog", rows(manifest).getFirst().get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uid,url,text,original_width,original_height,clip_b32_similarity_score,"
            + "clip_l14_similarity_score,sha256 | caption=text url=url width=original_width"
            + " height=original_height similarity=clip_l14_similarity_score uid=uid"
            + " hash=sha256",
        "SAMPLE_ID,URL,TEXT,HEIGHT,WIDTH,LICENSE,NSFW,similarity | caption=TEXT url=URL width=WIDTH"
            + " height=HEIGHT similarity=similarity license=LICENSE nsfw=NSFW uid=SAMPLE_ID",
        "URL,TEXT,WIDTH,HEIGHT,similarity,hash,punsafe,pwatermark,LANGUAGE,AESTHETIC_SCORE |"
            + " caption=TEXT url=URL width=WIDTH height=HEIGHT similarity=similarity nsfw=punsafe"
            + " watermark=pwatermark language=LANGUAGE aesthetic=AESTHETIC_SCORE hash=hash",
        "id,url,text,clip_similarity_vitb32,clip_similarity_vitl14,nsfw_score_opennsfw2,"
            + "watermark_score,aesthetic_score_laion_v2 | caption=text url=url"
            + " similarity=clip_similarity_vitl14 nsfw=nsfw_score_opennsfw2"
            + " watermark=watermark_score aesthetic=aesthetic_score_laion_v2 uid=id",
        "id,url,s3_key,caption,hash,width,height,mime_type,license,source | uid=id url=url"
            + " caption=caption hash=hash width=width height=height license=license source=source",
        "url,re_caption,org_caption,sha256,key,re_clip_score,org_clip_score,re_length,org_length |"
            + " url=url caption=org_caption hash=sha256 uid=key similarity=org_clip_score",
      })
  void publishedManifestsAreRecognisedByName(String header, String expected) throws IOException {
    Manifest manifest = read(file("m.csv", header + "\n"));

    for (String pair : expected.split(" ")) {
      String[] parts = pair.split("=");
      ColumnRole role =
          Arrays.stream(ColumnRole.values())
              .filter(r -> r.key().equals(parts[0]))
              .findFirst()
              .orElseThrow();
      assertEquals(parts[1], manifest.column(role).orElseThrow(), role.key());
    }
    assertEquals(expected.split(" ").length, manifest.roles().size());
  }

  @Test
  void ofSeveralCaptionColumnsTheReasonNamesTheOthers() throws IOException {
    Manifest manifest = read(file("m.csv", "url,re_caption,org_caption\nu,a b,c d\n"));

    Recognition caption = manifest.roles().get(ColumnRole.CAPTION);
    assertEquals("org_caption", caption.column());
    assertTrue(caption.reason().contains("\"re_caption\""), caption.reason());
  }

  @Test
  void theUsersMappingWinsAndIsChecked() throws IOException {
    Path file = file("m.csv", "url,text,other\nu,a b,c d\n");

    Manifest manifest = read(Map.of(ColumnRole.CAPTION, "other"), file);
    assertEquals("other", manifest.column(ColumnRole.CAPTION).orElseThrow());
    assertEquals("assigned by hand", manifest.roles().get(ColumnRole.CAPTION).reason());

    PlumblineException refused =
        assertThrows(
            PlumblineException.class,
            () -> read(Map.of(ColumnRole.CAPTION, "x\"; DROP TABLE t; --"), file));
    assertTrue(refused.getMessage().contains("m.csv"), refused.getMessage());
    assertTrue(refused.getMessage().contains("url, text, other"), refused.getMessage());
  }

  @Test
  void aStatusColumnCountsOnlyIfADownloaderWroteIt() throws IOException {
    assertTrue(
        read(file("a.csv", "url,text,status\nu,a,success\nu,b,failed_to_download\n"))
            .column(ColumnRole.STATUS)
            .isPresent());
    assertFalse(
        read(file("b.csv", "url,text,status\nu,a,active\n")).column(ColumnRole.STATUS).isPresent());
  }

  @Test
  void foldersAreSearchedThroughWithoutHiddenAndStatisticsFiles() throws IOException {
    file("in/b/2.csv", "url,text\nu,two\n");
    file("in/a/1.csv", "url,text\nu,one\n");
    file("in/.hidden.csv", "url,text\nu,no\n");
    file("in/_temporary/3.csv", "url,text\nu,no\n");
    file("in/00000_stats.json", "{\"count\":1}\n");
    file("in/readme.md", "text");
    Files.createSymbolicLink(folder.resolve("in/a/loop"), folder.resolve("in"));

    Manifest manifest = read(folder.resolve("in"));

    assertEquals(2, manifest.files().size());
    assertEquals("one", rows(manifest).getFirst().get(1));
    assertEquals(0, manifest.rejects().size());
  }

  @Test
  void descriptionsOfSingleImagesBesideParquetAreNotRead() throws IOException {
    Tables.parquet(engine, "SELECT 'a b' AS caption", folder.resolve("00000.parquet"));
    file("00000/000000001.json", "{\"caption\":\"a b\"}");
    assertEquals(1, read(folder).files().size());

    Files.delete(folder.resolve("00000.parquet"));
    assertEquals(ManifestFormat.JSONL, read(folder).format());
  }

  @Test
  void globsMatchAndAFileNamedTwiceCountsOnce() throws IOException {
    file("part-1.csv", "url,text\nu,one\n");
    file("part-2.csv", "url,text\nu,two\n");
    file("other.csv", "url,text\nu,three\n");

    Manifest manifest = read(folder.resolve("part-*.csv"), folder.resolve("part-1.csv"));

    assertEquals(2, manifest.files().size());
    assertTrue(refusal(folder.resolve("none-*.csv")).contains("none-*.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space.csv",
        "it's.csv",
        "br[1].csv",
        "st*r?.csv",
        "quote\".csv",
        "🐼 é.csv",
        "%20.csv",
        "{a,b}.csv"
      })
  void pathsWithSpecialCharactersAreJustPaths(String name) throws IOException {
    Manifest manifest = read(file(name, "url,text\nu,one\n"));

    assertEquals("one", rows(manifest).getFirst().get(1));
    assertEquals(folder.resolve(name).toString(), manifest.files().getFirst());
  }

  @Test
  void columnNamesThatAreSqlAreJustNames() throws IOException {
    String name = "a\"'); DROP TABLE x; --";
    String query =
        "SELECT 'one two' AS " + Sql.identifier(name) + ", 1 AS \"select\", 2 AS \"from\"";
    Path json = file("k.jsonl", "{\"a\\\"'/~); --\":\"one two\",\"select\":\"1\"}\n");

    for (Path file :
        List.of(
            Tables.parquet(engine, query, folder.resolve("k.parquet")),
            Tables.copy(engine, query, folder.resolve("k.csv"), "FORMAT csv"))) {
      Manifest manifest = read(Map.of(ColumnRole.CAPTION, name), file);
      assertEquals(name, manifest.column(ColumnRole.CAPTION).orElseThrow());
      assertEquals(List.of("one two", "1", "2"), rows(manifest).getFirst());
    }
    assertEquals(List.of("one two", "1"), rows(read(json)).getFirst());
  }

  @Test
  void shardsWithDifferentColumnsAreUnitedByName() {
    Tables.parquet(engine, "SELECT 'u1' AS url, 'one' AS text", folder.resolve("1.parquet"));
    Tables.parquet(
        engine,
        "SELECT 'two' AS text, 0.5::FLOAT AS similarity, 'u2' AS URL",
        folder.resolve("2.parquet"));

    Manifest manifest = read(folder);

    assertEquals(
        List.of("url", "text", "similarity"),
        manifest.columns().stream().map(Column::name).toList());
    assertEquals(Arrays.asList("u1", "one", null), rows(manifest).get(0));
    assertEquals(Arrays.asList("u2", "two", "0.5"), rows(manifest).get(1));
  }

  @Test
  void mixedFormatsAreRefusedInASentence() throws IOException {
    file("a.csv", "url,text\nu,one\n");
    file("b.jsonl", "{\"text\":\"x\"}\n");

    String sentence = refusal(folder);
    assertTrue(
        sentence.contains("a.csv is CSV") && sentence.contains("b.jsonl is JSONL"), sentence);
  }

  @Test
  void unreadableShardsAreRejectedAndTheRestGoesOn() throws IOException {
    Path good = Tables.parquet(engine, "SELECT 'one' AS text", folder.resolve("good.parquet"));
    file("text.parquet", "this is no parquet file at all, it is text\n");
    file("empty.parquet", "");
    byte[] bytes = Files.readAllBytes(good);
    Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
    byte[] footer = bytes.clone();
    Arrays.fill(footer, bytes.length - 60, bytes.length - 20, (byte) 0xff);
    Files.write(folder.resolve("footer.parquet"), footer);

    Manifest manifest = read(folder);

    assertEquals(List.of(good.toString()), manifest.files());
    assertEquals(4, manifest.rejects().size());
    for (Reject reject : manifest.rejects()) {
      assertTrue(reject.reason().contains(Path.of(reject.file()).getFileName().toString()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "empty.csv,''",
    "blank.csv,'\n\n'",
    "empty.tsv,''",
    "empty.jsonl,''",
    "text.jsonl,'just text\nno json\n'",
    "numbers.json,'[1,2]'",
    "text.parquet,'PAR text'",
    "empty.parquet,''",
    "junk.csv.gz,'no gzip inside'",
  })
  void aFileThatCannotBeReadIsNamedInOneSentence(String name, String content) throws IOException {
    if (name.equals("junk.csv.gz")) {
      Files.write(folder.resolve(name), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    } else {
      file(name, content);
    }
    String sentence = refusal(folder.resolve(name));
    assertTrue(sentence.contains(name), sentence);
    assertEquals(1, sentence.lines().count());
  }

  @Test
  void binaryContentNamedCsvIsRefused() throws IOException {
    byte[] bytes = new byte[5000];
    new Random(1).nextBytes(bytes);
    Files.write(folder.resolve("image.csv"), bytes);

    assertTrue(refusal(folder.resolve("image.csv")).contains("image.csv is not a text file"));
  }

  @Test
  void aMissingFileIsNamed() {
    assertTrue(refusal(folder.resolve("nowhere.csv")).contains("nowhere.csv"));
    assertTrue(refusal(folder).contains("holds no CSV"));
    assertTrue(
        assertThrows(
                PlumblineException.class,
                () ->
                    new ManifestReader(engine)
                        .read(
                            new ManifestSource(new DatasetId("x"), List.of("a\0b"), Map.of()),
                            new Cancellation()))
            .getMessage()
            .startsWith("There is no file"));
  }

  @Test
  void latin1AndUtf16AreReadAndSaid() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "url,text\nu,“café” noir\n".getBytes(Charset.forName("windows-1252")));
    Path wide = folder.resolve("wide.csv");
    Files.write(wide, "url,text\nu,café noir\n".getBytes(StandardCharsets.UTF_16));

    Manifest manifest = read(latin);
    assertEquals("“café” noir", rows(manifest).getFirst().get(1));
    assertTrue(manifest.notes().getFirst().contains("Latin-1"));
    assertEquals("café noir", rows(read(wide)).getFirst().get(1));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    Manifest manifest = read(file("bom.csv", "\ufefftext,url\none two,u\n"));

    assertEquals("text", manifest.column(ColumnRole.CAPTION).orElseThrow());
    assertEquals("one two", rows(manifest).getFirst().getFirst());
  }

  @Test
  void otherDelimitersAndAPandasIndexAreUnderstood() throws IOException {
    assertEquals(List.of("u", "a, b"), rows(read(file("s.csv", "url;text\nu;a, b\n"))).getFirst());
    Manifest indexed = read(file("i.csv", ",url,text\n0,u,a b\n1,u,c d\n"));
    assertEquals("column0", indexed.columns().getFirst().name());
    assertEquals("text", indexed.column(ColumnRole.CAPTION).orElseThrow());
    Manifest single = read(file("one.csv", "caption\na dog\na cat\n"));
    assertEquals(2, rows(single).size());
    Manifest twice = read(file("twice.csv", "text,text\na b,c d\n"));
    assertEquals(List.of("text", "text_1"), twice.columns().stream().map(Column::name).toList());
  }

  @Test
  void aFileWithoutRowsHasColumns() throws IOException {
    Manifest csv = read(file("z.csv", "url,text\n"));
    Manifest parquet =
        read(Tables.parquet(engine, "SELECT 'a' AS text WHERE false", folder.resolve("z.parquet")));

    assertEquals(0, rows(csv).size());
    assertEquals(0, rows(parquet).size());
    assertEquals("text", parquet.column(ColumnRole.CAPTION).orElseThrow());
  }

  @Test
  void aGzipCutInTheMiddleStillShowsItsBeginning() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      StringBuilder text = new StringBuilder("url,text\n");
      Random random = new Random(5);
      for (int i = 0; i < 20_000; i++) {
        text.append("http://a/").append(i).append(",w").append(random.nextLong()).append("\n");
      }
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    Path file = folder.resolve("cut.csv.gz");
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertEquals("text", read(file).column(ColumnRole.CAPTION).orElseThrow());
  }

  @Test
  void longCellsAreCutInThePreview() throws IOException {
    Manifest manifest = read(file("long.csv", "url,text\nu," + "x".repeat(50_000) + "\n"));

    assertEquals(2001, rows(manifest).getFirst().get(1).length());
  }

  @Test
  void nestedColumnsDoNotHinderReading() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT 'a b' AS text, [[0.1, 0.2]] AS face_bboxes, {'k': 1} AS meta,"
                + " 'raw'::BLOB AS hash",
            folder.resolve("n.parquet"));

    assertEquals(5, rows(read(file)).getFirst().size());
  }

  private static List<String> faces(Manifest manifest) {
    List<String> counts = new ArrayList<>();
    try (QuerySession session = engine.session()) {
      session.query(
          "SELECT faces_number FROM "
              + new ManifestTable(manifest, session).sql()
              + " AS t ORDER BY caption",
          new Cancellation(),
          row -> counts.add(row.text(1)));
    }
    return counts;
  }

  @Test
  void faceBoxesAreCountedHoweverTheyAreWritten() throws IOException {
    Path parquet =
        Tables.parquet(
            engine,
            "SELECT * FROM (VALUES ('a b', [[0.1, 0.2], [0.3, 0.4]]), ('b c', []), ('c d', NULL))"
                + " t(text, face_bboxes)",
            folder.resolve("f.parquet"));
    Path json =
        file(
            "f.jsonl",
            "{\"text\":\"a b\",\"face_bboxes\":[[1,2],[3,4]]}\n"
                + "{\"text\":\"b c\",\"face_bboxes\":[]}\n{\"text\":\"c d\"}\n");
    Path csv = file("f.csv", "text,face_bboxes\na b,\"[[1,2],[3,4]]\"\nb c,[]\nc d,no boxes\n");
    Path number = file("n.csv", "text,num_faces\na b,2\nb c,0\nc d,\n");

    for (Path each : List.of(parquet, json, csv, number)) {
      assertEquals(Arrays.asList("2.0", "0.0", null), faces(read(each)), each.toString());
    }
  }

  @Test
  void cancellingStopsReading() throws IOException {
    Path file = file("c.csv", "url,text\nu,one\n");
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    assertThrows(
        CancellationException.class,
        () -> new ManifestReader(engine).read(Tables.source(file), cancellation));
  }

  @Test
  void ofAThousandShardsATruncatedOneCostsOnlyItself() throws IOException {
    Path shards = folder.resolve("shards");
    try (QuerySession session = engine.session()) {
      session.execute(
          "COPY (SELECT i % 1000 AS shard, 'a caption' AS text FROM range(2000) t(i)) TO "
              + Sql.literal(shards.toString())
              + " (FORMAT parquet, PARTITION_BY (shard))");
    }
    Path cut;
    try (Stream<Path> inside = Files.list(shards.resolve("shard=500"))) {
      cut = inside.findFirst().orElseThrow();
    }
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) / 2));
    Files.createSymbolicLink(shards.resolve("loop"), shards);

    Manifest manifest = read(shards);

    assertEquals(999, manifest.files().size());
    assertEquals(1, manifest.groups().size());
    assertEquals(List.of(cut.toString()), manifest.rejects().stream().map(Reject::file).toList());
    long[] rows = new long[1];
    try (QuerySession session = engine.session()) {
      session.query(
          "SELECT count(*) FROM " + new ManifestTable(manifest, session).sql() + " AS t",
          new Cancellation(),
          row -> rows[0] = row.number(1));
    }
    assertEquals(1998, rows[0]);
  }
}
