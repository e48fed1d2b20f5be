package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that nobody should write: the right count, or one sentence with the file's name.
class HostileInputTest {
  private static final String H = "url,text\n";
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  /// @param rows good rows; -1 for a file that must be refused
  /// @param rejected rows that must be listed as rejects
  record Case(String name, byte[] content, long rows, long rejected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case good(String name, String content, long rows) {
    return new Case(name, content.getBytes(StandardCharsets.UTF_8), rows, 0);
  }

  private static Case part(String name, String content, long rows, long rejected) {
    return new Case(name, content.getBytes(StandardCharsets.UTF_8), rows, rejected);
  }

  private static Case refused(String name, String content) {
    return good(name, content, -1);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  static Stream<Case> delimited() {
    return Stream.of(
        good("nul-in-cell.csv", H + "u,a\u0000b c\nu,plain words\n", 2),
        good("controls.csv", H + "u,a\u0001b \u0007 c\nu,b and more words here\n", 2),
        good("bom.csv", "\ufeff" + H + "u,a b\n", 1),
        good("bom-only-header.csv", "\ufeff" + H, 0),
        good("cr-only.csv", "url,text\ru,a b\ru,c d\r", 2),
        good("crlf.csv", "url,text\r\nu,a b\r\nu,c d\r\n", 2),
        good("no-final-newline.csv", H + "u,a b\nu,c d", 2),
        good("quoted-newline.csv", H + "u,\"a\nb\"\nu,c d\n", 2),
        good("doubled-quotes.csv", H + "u,\"a \"\"b\"\" c\"\n", 1),
        good("header-quotes.csv", "\"url\",\"text\"\nu,a b\n", 1),
        good("header-sql.csv", "url,text,\"x\"\"; DROP TABLE t; --\"\nu,a b,c\n", 1),
        good("header-keywords.csv", "select,from,where,text\n1,2,3,a b\n", 1),
        good("header-twice.csv", "text,text,text\na b,c d,e f\n", 1),
        good("header-blank-cells.csv", ",text,\n1,a b,2\n", 1),
        good("header-apostrophe.csv", "it's,text\nu,a b\n", 1),
        good("header-like-ours.csv", "malformed,caption,n\nu,a b,1\n", 1),
        good("header-emoji.csv", "🐼,text\nu,a b\n", 1),
        good("zero-rows.csv", H, 0),
        good("all-null.csv", H + ",\n,\n,\n", 3),
        good("all-quoted-empty.csv", H + "\"\",\"\"\n", 1),
        good("mixed-types.csv", H + "u,1\nu,true\nu,2020-01-01\nu,a b\n", 4),
        part("ragged-short.csv", H + "u,a b\nu\nu,c d\n", 2, 1),
        part("ragged-long.csv", H + "u,a b\nu,c d,e,f\nu,g h\n", 2, 1),
        good("sql-in-cells.csv", H + "u,'; DROP TABLE t; --\nu,\"a\"\" OR 1=1\"\n", 2),
        good("gigantic-cell.csv", H + "u," + "x".repeat(1_000_000) + "\nu,a b\n", 2),
        good("formula.csv", H + "u,=cmd|' /C calc'!A0\n", 1),
        good("percent.csv", H + "u,100%s %d %n\n", 1),
        good("rtl.csv", H + "u,\u202Eabc def\nu,عربي نص\n", 2),
        good("combining.csv", H + "u,e\u0301 a\nu,👨‍👩‍👧 b\n", 2),
        good("semicolon.csv", "url;text\nu;a b\nu;c d\n", 2),
        good("pipe.csv", "url|text\nu|a b\nu|c d\n", 2),
        good("tab-in-csv.csv", "url\ttext\nu\ta b\nu\tc d\n", 2),
        good("comma-in-tsv.tsv", "url,text\nu,a b\nu,c d\n", 2),
        good("one-column.csv", "text\na b\nc d\n", 2),
        good("quotes-in-tsv.tsv", "a \"b\thttp://x.org/1\n\"c\thttp://x.org/2\n", 2),
        good("huge-number.csv", "width,text\n" + "9".repeat(400) + ",a b\n", 1),
        good("nan.csv", "similarity,text\nNaN,a b\nInfinity,c d\n-inf,e f\n", 3),
        good("with space.csv", H + "u,a b\n", 1),
        good("🐼 naïve.csv", H + "u,a b\n", 1),
        good("quote'\"name.csv", H + "u,a b\n", 1),
        good("glob[*]?.csv", H + "u,a b\n", 1),
        refused("empty.csv", ""),
        refused("newlines.csv", "\n\n\n"),
        refused("bom-alone.csv", "\ufeff"));
  }

  static Stream<Case> packedAndJson() throws IOException {
    byte[] first = gzip(H + "u,a b\n");
    return Stream.of(
        new Case("concatenated.csv.gz", join(first, gzip("u,c d\n")), 2, 0),
        new Case("named-gz-but-plain.csv.gz", (H + "u,a b\n").getBytes(), 1, 0),
        new Case("packed-but-named-plain.csv", first, 1, 0),
        new Case("empty-inside.csv.gz", gzip(""), -1, 0),
        new Case("no-bytes.csv.gz", new byte[0], -1, 0),
        new Case("magic-alone.csv.gz", new byte[] {0x1f, (byte) 0x8b}, -1, 0),
        new Case(
            "zst-magic-alone.csv.zst", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}, -1, 0),
        good("huge-int.jsonl", "{\"text\":\"a\",\"id\":" + "9".repeat(60) + "}\n", 1),
        good("mixed.jsonl", "{\"text\":\"a\"}\n{\"text\":1}\n{\"text\":null}\n{\"text\":[1]}\n", 4),
        good("key-twice.jsonl", "{\"text\":\"a\",\"text\":\"b\"}\n", 1),
        good("key-sql.jsonl", "{\"text\":\"a\",\"'); DROP--\":1,\"a/b~c\":2}\n", 1),
        good("key-empty.jsonl", "{\"\":1,\"text\":\"a b\"}\n", 1),
        good("escapes.jsonl", "{\"text\":\"a\\u00e9\\n\\\"b\\ud83d\\ude00\"}\n", 1),
        good("nested.jsonl", "{\"text\":\"a\",\"m\":{\"x\":[1,{\"y\":2}]}}\n", 1),
        good("blank-lines.jsonl", "{\"text\":\"a\"}\n\n\n{\"text\":\"b\"}\n", 2),
        good("array.json", "[{\"text\":\"a\"},{\"text\":\"b\"}]", 2),
        good("array-spread.json", "[\n  {\n\"text\":\n\"a\"}\n,\n{\"text\":\"b\"}]\n", 2),
        part("array-mixed.json", "[{\"text\":\"a\"},1,null,[2],{\"text\":\"b\"}]", 2, 3),
        refused("array-cut.json", "[{\"text\":\"a\"},{\"text\":\"b"),
        refused("array-of-numbers.json", "[1,2,3]"),
        refused("array-empty.json", "[]"),
        part("lone-surrogate.jsonl", "{\"text\":\"a \\ud800 b\"}\n{\"text\":\"c\"}\n", 1, 1),
        good("key-dots.jsonl", "{\"a.b\":1,\"a\":{\"b\":2},\"text\":\"x y\"}\n", 1),
        good("key-proto.jsonl", "{\"__proto__\":{\"x\":1},\"text\":\"x y\"}\n", 1),
        good("deep.jsonl", "{\"text\":\"a\",\"d\":" + "[".repeat(200) + "]".repeat(200) + "}\n", 1),
        good("huge-exponent.jsonl", "{\"text\":\"a\",\"similarity\":1e999}\n", 1),
        new Case("nul-bytes.jsonl", new byte[4096], -1, 0),
        new Case("no-tar.tar", "this is no archive".getBytes(StandardCharsets.UTF_8), -1, 0),
        new Case("zeros.tar", new byte[10240], -1, 0),
        new Case("empty.tar", new byte[0], -1, 0),
        new Case(
            "invalid-utf8.csv",
            join(
                (H + "u,a b\n".repeat(60_000)).getBytes(StandardCharsets.UTF_8),
                join(
                    new byte[] {'u', ',', (byte) 0xff, (byte) 0xfe, 'x', '\n'},
                    "u,c d\n".getBytes(StandardCharsets.UTF_8))),
            60_001,
            1),
        new Case(
            "overlong-utf8.csv",
            join(
                (H + "u,a b\n".repeat(60_000)).getBytes(StandardCharsets.UTF_8),
                new byte[] {'u', ',', (byte) 0xc0, (byte) 0xaf, '\n'}),
            60_000,
            1),
        new Case(
            "latin-1.csv", (H + "u,caf\u00e9 one\n").getBytes(StandardCharsets.ISO_8859_1), 1, 0),
        new Case("utf-16.csv", (H + "u,a b\n").getBytes(StandardCharsets.UTF_16), 1, 0),
        part("cell-of-3-mb.csv", H + "u," + "x".repeat(3_000_000) + "\nu,a b\n", 1, 1),
        refused("scalars.jsonl", "1\n2\n\"x\"\n"),
        refused("empty-objects.jsonl", "{}\n{}\n"),
        refused("cut.jsonl", "{\"text\":\"a"),
        refused("text.parquet", "PAR1 this is no table PAR1"),
        refused("magic-alone.parquet", "PAR1PAR1"),
        refused("short.parquet", "PAR1"));
  }

  static Stream<Case> all() throws IOException {
    return Stream.concat(delimited(), packedAndJson());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theRightCountOrOneSentence(Case hostile) throws IOException {
    Path file = Files.write(folder.resolve(hostile.name()), hostile.content());
    List<Reject> rejects = new ArrayList<>();
    long[] rows = {0};
    try {
      Manifest manifest = new ManifestReader(engine).read(Tables.source(file), new Cancellation());
      count(manifest, rows, rejects);
    } catch (PlumblineException e) {
      assertEquals(-1, hostile.rows(), e.getMessage());
      assertTrue(e.getMessage().contains(hostile.name()), e.getMessage());
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      return;
    }
    assertEquals(hostile.rows(), rows[0], rejects::toString);
    assertEquals(hostile.rejected(), rejects.stream().mapToLong(Reject::rows).sum());
  }

  private static void count(Manifest manifest, long[] rows, List<Reject> rejects) {
    try (QuerySession session = engine.session()) {
      ManifestTable table = new ManifestTable(manifest, session);
      session.query(
          "SELECT count(*), count("
              + manifest.column(ColumnRole.CAPTION).map(_ -> "caption").orElse("1")
              + ") FROM "
              + table.sql()
              + " AS t WHERE malformed IS NULL",
          new Cancellation(),
          row -> rows[0] = row.number(1));
      rejects.addAll(table.rejectedRows(new Cancellation()));
      session.query(
          "SELECT malformed, count(*) FROM "
              + table.sql()
              + " AS t WHERE malformed IS NOT NULL GROUP BY malformed",
          new Cancellation(),
          row -> rejects.add(table.malformedLines(row.text(1), row.number(2), new Cancellation())));
    }
  }
}
