package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampledRowsTest {
  private static final int ROWS = 60_000;

  @TempDir private Path folder;

  private static String csv(int rows, long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("url,caption\n");
    for (int i = 0; i < rows; i++) {
      String words = "word ".repeat(1 + random.nextInt(12));
      text.append("https://a.example/%d.jpg,%s%d%n".formatted(i, words, random.nextInt()));
    }
    return text.toString();
  }

  private static OptionalLong estimate(Path... files) {
    ManifestSource source =
        new ManifestSource(
            new DatasetId("m"), List.of(files).stream().map(Path::toString).toList(), Map.of());
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      return engine.estimatedRows(engine.read(source, new Cancellation()), new Cancellation());
    }
  }

  @Test
  void plainFilesOfManySizesAreMetWithinAFewPercent() throws IOException {
    Path large = Files.writeString(folder.resolve("a.csv"), csv(ROWS, 1));
    Path small = Files.writeString(folder.resolve("b.csv"), csv(500, 2));
    assertEquals(ROWS, estimate(large).orElseThrow(), ROWS * 0.05);
    assertEquals(501, estimate(small).orElseThrow());
    assertEquals(ROWS + 500, estimate(large, small).orElseThrow(), ROWS * 0.05);
  }

  @Test
  void packedFilesAreMetByThePackedBytesOfTheirStart() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(csv(ROWS, 3).getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(ROWS, estimate(file).orElseThrow(), ROWS * 0.05);
  }

  @Test
  void oneArrayHasNoLines() throws IOException {
    Path file = folder.resolve("a.json");
    Files.writeString(file, "[{\"url\":\"https://a.example\",\"caption\":\"a\"}]");
    assertEquals(OptionalLong.empty(), estimate(file));
  }
}
