package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A shard that is cut in the middle costs itself alone, and is told, whatever its format.
class TruncatedShardTest {
  private static final int ROWS = 5000;
  private static final Lexicon LEXICON =
      new Lexicon("pets", Map.of("pets", new TermList(List.of("dog"), false)), Map.of(), List.of());
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir private Path folder;

  private Path shard(String name, int from) throws IOException {
    Path file = folder.resolve(name);
    if (name.contains(".tar")) {
      return archive(file, from);
    }
    String query =
        "SELECT 'http://a.example/' || i AS url, 'a dog ' || md5(CAST(i AS VARCHAR)) AS caption"
            + " FROM range(%d, %d) t(i)".formatted(from, from + ROWS);
    String packing =
        name.endsWith(".gz")
            ? ", COMPRESSION gzip"
            : name.endsWith(".zst") ? ", COMPRESSION zstd" : "";
    String options =
        name.contains(".parquet")
            ? "FORMAT parquet"
            : name.contains(".json")
                ? "FORMAT json" + (name.contains(".jsonl") ? "" : ", ARRAY true")
                : "FORMAT csv, HEADER" + (name.contains(".tsv") ? ", DELIMITER '\t'" : "");
    return Tables.copy(engine, query, file, options + packing);
  }

  private static Path archive(Path file, int from) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(
            file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes)) {
      for (int i = from; i < from + ROWS; i++) {
        byte[] json =
            "{\"url\": \"http://a.example/%d\", \"caption\": \"a dog %x\"}"
                .formatted(i, i * 2_654_435_761L)
                .getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry("%09d.json".formatted(i));
        entry.setSize(json.length);
        tar.putArchiveEntry(entry);
        tar.write(json);
        tar.closeArchiveEntry();
      }
    }
    return Files.write(file, bytes.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".parquet",
        ".csv.gz",
        ".csv.zst",
        ".tsv.gz",
        ".jsonl.gz",
        ".jsonl.zst",
        ".json",
        ".json.gz",
        ".tar",
        ".tar.gz"
      })
  void costsItselfAlone(String suffix) throws IOException {
    Path first = shard("1" + suffix, 0);
    Path broken = shard("2" + suffix, ROWS);
    Path last = shard("3" + suffix, 2 * ROWS);
    byte[] whole = Files.readAllBytes(broken);
    Files.write(broken, Arrays.copyOf(whole, whole.length * 6 / 10));
    Manifest manifest = engine.read(Tables.source(first, broken, last), new Cancellation());
    CompositionResult result =
        new CompositionProfiler(engine)
            .profile(
                manifest, new CompositionSettings(LEXICON), Progress.none(), new Cancellation());
    assertEquals(2 * ROWS, result.rows(), result.rejects().toString());
    assertEquals(2 * ROWS, result.mentions().get("pets"));
    assertEquals(1, result.rejects().size());
    assertEquals(broken.toString(), result.rejects().getFirst().file());
    assertTrue(result.rejects().getFirst().reason().endsWith("."));
  }

  /// Lines of text that is not packed stand for themselves: all before the cut count.
  @ParameterizedTest
  @ValueSource(strings = {".csv", ".tsv", ".jsonl"})
  void ofLinesOnlyTheCutOneIsLost(String suffix) throws IOException {
    Path first = shard("1" + suffix, 0);
    Path broken = shard("2" + suffix, ROWS);
    String text = Files.readString(broken);
    int cut = text.indexOf("example/7000") + 5;
    Files.writeString(broken, text.substring(0, cut));
    Manifest manifest = engine.read(Tables.source(first, broken), new Cancellation());
    CompositionResult result =
        new CompositionProfiler(engine)
            .profile(
                manifest, new CompositionSettings(LEXICON), Progress.none(), new Cancellation());
    assertEquals(ROWS + 2000, result.mentions().get("pets"));
    assertEquals(1, result.rejects().size(), result.rejects().toString());
    assertEquals(1, result.rejects().getFirst().rows());
  }
}
