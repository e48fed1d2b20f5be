package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Sql;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFilesTest {
  private static final Lexicon LEXICON =
      new Lexicon("pets", Map.of("cats", new TermList(List.of("cat"), false)), Map.of(), List.of());
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir private Path folder;

  private Manifest manifest() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT CASE WHEN i % 50 = 0 THEN '=run' ELSE 'http://p.example/' END || i AS url,"
                + " CASE WHEN i % 11 = 0 THEN NULL WHEN i % 4 = 0 THEN 'a cat' ELSE 'a dog here'"
                + " END AS text, CASE WHEN i % 7 = 0 THEN NULL WHEN i % 3 = 0 THEN 'ja' ELSE 'en'"
                + " END AS language, CASE WHEN i % 13 = 0 THEN 'failed' ELSE 'success' END AS"
                + " status FROM range(2000) AS t(i)",
            folder.resolve("weights.parquet"));
    return engine.read(Tables.source(file), new Cancellation());
  }

  private static WhatIfResult scan(Manifest manifest, String... targets) {
    WhatIfSettings settings =
        new WhatIfSettings(
            LEXICON,
            RowSelection.of(Filter.parse("not url = 'http://p.example/1'")),
            TargetMix.parse(List.of(targets), OptionalDouble.empty()));
    return new WhatIf(engine).scan(manifest, settings, Progress.none(), new Cancellation());
  }

  @Test
  void writtenWeightsReachTheTargetsOverTheRowsThemselves() {
    Manifest manifest = manifest();
    WhatIfResult result = scan(manifest, "cats=0.5,language:ja=0.6", "words >= 3=0.4");
    Path file = folder.resolve("out/w.parquet");
    long rows =
        new WeightFiles(engine, manifest)
            .write(result, file, Progress.none(), new Cancellation())
            .rows();
    assertEquals(result.kept(), rows);
    String joined =
        "read_parquet(%s) AS w JOIN read_parquet(%s) AS m ON w.url = m.url"
            .formatted(
                Sql.literal(file.toString()),
                Sql.literal(folder.resolve("weights.parquet").toString()));
    assertEquals(rows, number("SELECT count(*)::DOUBLE FROM " + joined));
    assertEquals(1, number("SELECT avg(weight) FROM " + joined), 1e-9);
    String share = "SELECT sum(weight) FILTER (%s) / sum(weight) FROM " + joined;
    assertEquals(0.5, number(share.formatted("m.text = 'a cat'")), 1e-7);
    assertEquals(0.6, number(share.formatted("m.language = 'ja'")), 1e-7);
    assertEquals(0.4, number(share.formatted("m.text = 'a dog here'")), 1e-7);
    double sum = number("SELECT sum(weight) * sum(weight) / sum(weight * weight) FROM " + joined);
    assertEquals(result.reweighting().orElseThrow().effective().orElseThrow(), sum, 1e-6);
  }

  @Test
  void csvIsSafeForSpreadsheetsAndAnOpenedRecipeGivesTheSameMix() throws IOException {
    Manifest manifest = manifest();
    WhatIfResult result = scan(manifest, "cats=0.5");
    Path file = folder.resolve("w.csv");
    new WeightFiles(engine, manifest).write(result, file, Progress.none(), new Cancellation());
    List<String> lines = Files.readAllLines(file);
    assertEquals("url,weight", lines.getFirst());
    assertEquals(result.kept() + 1, lines.size());
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("=")));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("'=run")));
    Path recipe = folder.resolve("r.json");
    Files.writeString(
        recipe, Recipe.write(result, Tables.source(folder.resolve("weights.parquet"))));
    assertEquals(result.settings().mix(), Recipe.read(recipe).mix());
    assertEquals(result.settings().selection(), Recipe.read(recipe).selection());
  }

  @Test
  void withoutWeightsNothingIsWritten() {
    Manifest manifest = manifest();
    Path file = folder.resolve("none.parquet");
    WeightFiles files = new WeightFiles(engine, manifest);
    for (WhatIfResult result : List.of(scan(manifest), scan(manifest, "words >= 9=0.5"))) {
      PlumblineException e =
          assertThrows(
              PlumblineException.class,
              () -> files.write(result, file, Progress.none(), new Cancellation()));
      assertTrue(e.getMessage().startsWith("There are no weights"), e.getMessage());
      assertTrue(!Files.exists(file));
    }
    PlumblineException unknown =
        assertThrows(PlumblineException.class, () -> scan(manifest, "birds=0.5"));
    assertTrue(unknown.getMessage().contains("birds"), unknown.getMessage());
  }

  private static double number(String sql) {
    double[] found = new double[1];
    try (QuerySession session = engine.session()) {
      session.query(sql, new Cancellation(), row -> found[0] = row.real(1));
    }
    return found[0];
  }
}
