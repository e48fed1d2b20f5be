package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionSamplerTest {
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  private static CaptionSample draw(Path file, long rows, long seed) {
    Manifest manifest = new ManifestReader(engine).read(Tables.source(file), new Cancellation());
    return new CaptionSampler(engine).draw(manifest, rows, seed, new Cancellation());
  }

  @Test
  void failedRowsAndRowsWithoutACaptionAreLeftOut() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("m.csv"),
            "url,caption,status\n"
                + "http://a.example/1,a dog,success\n"
                + "http://a.example/2,a cat,failed\n"
                + "http://a.example/3,,success\n"
                + "http://a.example/4,"
                + "x".repeat(3000)
                + ",success\n");
    CaptionSample sample = draw(file, 100, 1);

    assertEquals(4, sample.rows());
    assertEquals(List.of("a dog", "x".repeat(2000)), sample.captions());
  }

  @Test
  void aPartOfALargeManifestIsDrawnAndTheSameAgain() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT 'https://s.example/' || i AS url, 'caption ' || i AS caption"
                + " FROM range(200000) AS t(i)",
            folder.resolve("m.parquet"));
    CaptionSample sample = draw(file, 5_000, 3);

    assertTrue(sample.drawn());
    assertEquals(5_000, sample.captions().size(), 3_000);
    assertEquals(sample, draw(file, 5_000, 3));
    assertTrue(!sample.captions().equals(draw(file, 5_000, 4).captions()));
  }

  @Test
  void aManifestWithoutCaptionsIsRefusedInOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("n.csv"), "url,width\nhttp://a.example/1,3\n");

    assertTrue(
        assertThrows(PlumblineException.class, () -> draw(file, 10, 1))
            .getMessage()
            .contains("caption"));
  }
}
