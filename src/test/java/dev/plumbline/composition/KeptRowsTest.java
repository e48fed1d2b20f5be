package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.composition.filter.Filters;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptRowsTest {
  static final Lexicon LEXICON =
      new Lexicon(
          "test",
          Map.of(
              "list 0", new TermList(List.of("dog", "a cat"), false),
              "list 1", new TermList(List.of("女性"), true)),
          Map.of(),
          List.of());
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir private Path folder;

  @Test
  void randomFiltersKeepWhatTheReferenceKeeps() {
    Random random = new Random(11);
    List<ReferenceRow> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(ReferenceRow.random(random, i));
    }
    Path file =
        Tables.parquet(
            engine,
            "SELECT * FROM (VALUES "
                + rows.stream().map(ReferenceRow::sql).collect(Collectors.joining(","))
                + ") AS t(uid, url, text, width, height, similarity, language, license)",
            folder.resolve("rows.parquet"));
    Manifest manifest = read(file);
    for (int i = 0; i < 300; i++) {
      Filter filter = Filters.random(random, 3);
      TreeSet<Integer> expected = new TreeSet<>();
      ReferenceFilter reference = new ReferenceFilter(rows, LEXICON);
      try {
        for (ReferenceRow row : rows) {
          if (reference.test(filter, row) == Boolean.TRUE) {
            expected.add(row.uid());
          }
        }
      } catch (ReferenceFilter.NoValue _) {
        assertThrows(PlumblineException.class, () -> kept(manifest, RowSelection.of(filter)));
        continue;
      }
      assertEquals(expected, kept(manifest, RowSelection.of(filter)), filter.text());
    }
  }

  @Test
  void aShareOfTheHighestIsExactAndKeepsTies() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT i::VARCHAR AS uid, 'c' AS text, ((i // 2) / 7.0)::FLOAT AS similarity FROM"
                + " range(1000) AS t(i)",
            folder.resolve("ties.parquet"));
    TreeSet<Integer> kept = kept(read(file), RowSelection.of(Filter.parse("similarity top 30%")));
    assertEquals(302, kept.size());
    assertEquals(698, kept.first());
  }

  @Test
  void ofDuplicatesOneIsKeptWhateverTheOrderOfFiles() throws IOException {
    String header = "uid,url,text\n";
    Path a = Files.writeString(folder.resolve("a.csv"), header + "1,u/1,x\n2,u/2,y\n3,u/1,z\n");
    Path b = Files.writeString(folder.resolve("b.csv"), header + "4,u/1,a\n5,,x\n6,,x\n7,u/2,\n");
    RowSelection byUrl = new RowSelection(new Filter.All(), Optional.of(DuplicateKey.URL));
    assertEquals(new TreeSet<>(List.of(4, 5, 6, 2)), kept(read(a, b), byUrl));
    assertEquals(new TreeSet<>(List.of(4, 5, 6, 2)), kept(read(b, a), byUrl));
    RowSelection filtered =
        new RowSelection(Filter.parse("caption != 'a'"), Optional.of(DuplicateKey.URL));
    assertEquals(new TreeSet<>(List.of(1, 2, 5, 6)), kept(read(a, b), filtered));
  }

  @Test
  void aProfileOfKeptRowsCountsNoOthersButFailedOnes() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.csv"),
            "url,text,status,\"odd \"\" 'name\"\n"
                + "u,a dog,success,5\n"
                + "u,dog dog,success,1\n"
                + "u,,failed_to_download,9\n"
                + "u,cat,success,x\n");
    CompositionResult all = profile(read(file), RowSelection.all());
    CompositionResult some =
        profile(read(file), RowSelection.of(Filter.parse("\"odd \"\" 'name\" >= 2 or words = 1")));
    assertEquals(3, all.used());
    assertEquals(2, some.used());
    assertEquals(1, some.failed());
    assertEquals(1, some.mentions().get("list 0"));
  }

  @Test
  void longListsAreAsGoodAsShortOnes() throws IOException {
    Path list = folder.resolve("domains.txt");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      lines.append("d").append(i).append(".example\n");
    }
    Files.writeString(list, lines);
    Path file =
        Tables.parquet(
            engine,
            "SELECT i::VARCHAR AS uid, 'c' AS text, 'http://w.d' || (i * 1000) || '.example/p' AS"
                + " url FROM range(100) AS t(i)",
            folder.resolve("d.parquet"));
    assertEquals(
        50,
        kept(read(file), RowSelection.of(Filter.parse("domain in file '" + list + "'"))).size());
    assertEquals(
        50,
        kept(read(file), RowSelection.of(Filter.parse("domain not in file '" + list + "'")))
            .size());
  }

  static Stream<String> hostile() {
    return Stream.of(
        "language = 'x'' OR ''1''=''1'",
        "language in ('en''); DROP TABLE plumbline_groups; --')",
        "caption mentions 'dog''; DELETE FROM x; --'",
        "caption contains '%'",
        "caption contains '\\'",
        "caption mentions '(?i).*'",
        "caption contains '${jndi:ldap://x}'",
        "language = '\\'' OR 1=1 --'''",
        "license = '\"; SELECT 1; \"'",
        "language = '／＊'",
        "language = '\u202een'",
        "domain = 'exаmple.com'",
        "language = '🏳️‍🌈'",
        "caption mentions '𝕕𝕠𝕘'",
        "url in ('http://x/?a=1&b=''2''')",
        "\"text\" = 'null'",
        "\"text\" in ('read_csv(''/etc/passwd'')')",
        "words = 1e308",
        "words > -1e308 and words < 5e-324",
        "similarity = 0 and similarity != 0",
        "width between -1 and 99999999999999",
        "language in (" + "'aa',".repeat(5000) + "'bb')",
        "not (" + "not (".repeat(91) + "language = 'zz'" + ")".repeat(92),
        "caption mentions ('" + "x".repeat(100_000) + "')");
  }

  @ParameterizedTest
  @MethodSource
  void hostile(String expression) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("h.csv"),
            "uid,url,text,language,license,width,similarity\n"
                + "1,http://a.example/1,plain,en,mit,10,0.5\n");
    Filter filter = Filter.parse(expression);
    assertEquals(filter, Filter.parse(filter.text()));
    TreeSet<Integer> kept = kept(read(file), RowSelection.of(filter));
    boolean expected = expression.startsWith("width");
    assertEquals(expected ? 1 : 0, kept.size(), expression);
  }

  @Test
  void whatTheManifestLacksIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("few.csv"), "text\na dog\n");
    Manifest manifest = read(file);
    for (String[] each :
        new String[][] {
          {"similarity > 0", "similarity"},
          {"side > 0", "width"},
          {"\"score\" > 0", "\"score\""},
          {"caption mentions list cats", "\"cats\""},
          {"similarity top 30%", "similarity"}
        }) {
      PlumblineException e =
          assertThrows(
              PlumblineException.class,
              () -> kept(manifest, RowSelection.of(Filter.parse(each[0]))));
      assertTrue(e.getMessage().contains(each[1]), e.getMessage());
    }
    RowSelection byUrl = new RowSelection(new Filter.All(), Optional.of(DuplicateKey.URL));
    PlumblineException e = assertThrows(PlumblineException.class, () -> kept(manifest, byUrl));
    assertTrue(e.getMessage().contains("few.csv"), e.getMessage());
  }

  private static Manifest read(Path... files) {
    return new ManifestReader(engine).read(Tables.source(files), new Cancellation());
  }

  private static CompositionResult profile(Manifest manifest, RowSelection selection) {
    return new CompositionProfiler(engine)
        .profile(
            manifest,
            new CompositionSettings(LEXICON),
            selection,
            Progress.none(),
            new Cancellation());
  }

  private static TreeSet<Integer> kept(Manifest manifest, RowSelection selection) {
    TreeSet<Integer> uids = new TreeSet<>();
    try (QuerySession session = engine.session();
        KeptRows kept =
            KeptRows.of(selection, manifest, LEXICON, engine, session, new Cancellation())) {
      ManifestTable table = new ManifestTable(manifest, session, kept.columns());
      session.query(
          "SELECT uid FROM " + kept.marked(table) + " AS m WHERE kept",
          new Cancellation(),
          row -> uids.add(Integer.parseInt(row.text(1))));
    }
    return uids;
  }
}
