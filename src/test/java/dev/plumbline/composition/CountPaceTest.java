package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QuerySession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountPaceTest {
  @TempDir private Path folder;
  private final CompositionSettings settings = new CompositionSettings(LexiconReader.bundled());

  private static Manifest read(DuckDbEngine engine, Path file) {
    ManifestSource source =
        new ManifestSource(new DatasetId("rows"), List.of(file.toString()), Map.of());
    return engine.read(source, new Cancellation());
  }

  @Test
  void thePaceIsTheRowsOfTheSampleByTheSecondsOfItsSecondCount() throws IOException {
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, "url,caption\n" + "http://a.example/1,a woman smiles\n".repeat(5000));
    AtomicLong ticks = new AtomicLong();
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      CountPace pace = new CountPace(engine, () -> ticks.getAndAdd(500_000_000L));
      assertEquals(
          OptionalDouble.of(10_000), pace.of(read(engine, file), settings, new Cancellation()));
      assertTrue(
          new CountPace(engine).of(read(engine, file), settings, new Cancellation()).orElseThrow()
              > 0);
    }
  }

  @Test
  void aManifestThatCannotBeSampledHasNone() throws IOException {
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, "url,caption\nhttp://a.example/1,a woman smiles\n");
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      Manifest manifest = read(engine, file);
      Files.delete(file);
      assertEquals(
          OptionalDouble.empty(), new CountPace(engine).of(manifest, settings, new Cancellation()));
    }
  }

  @Test
  void parquetFilesDeclareTheirRowsAndTextDoesNot() throws IOException {
    Path parquet = folder.resolve("rows.parquet");
    Path csv = folder.resolve("rows.csv");
    Files.writeString(csv, "url,caption\nhttp://a.example/1,a woman smiles\n");
    try (DuckDbEngine engine = DuckDbEngine.open();
        QuerySession session = engine.session()) {
      session.execute(
          "COPY (SELECT 'http://a.example' AS url, 'a dog' AS caption FROM range(1234)) TO '%s'"
              .formatted(parquet));
      assertEquals(
          OptionalLong.of(1234), engine.declaredRows(read(engine, parquet), new Cancellation()));
      assertEquals(
          OptionalLong.empty(), engine.declaredRows(read(engine, csv), new Cancellation()));
    }
  }
}
