package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.study.SampleStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingOptionsTest {
  private static final Path SAMPLE = SampleStudy.locate().getParent();
  private static final Path MODEL = SAMPLE.resolve("models/vit-s-pleasant");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "--max-pixels, 0, --max-pixels must be between 1 and",
    "--max-pixels, 900000000, --max-pixels must be between 1 and",
    "--max-bytes, 3G, --max-bytes must be between 1 and",
    "--max-bytes, many, is no number of bytes",
    "--cache-size, 99999999999T, is no number of bytes",
    "--cache-size, 0, --cache-size must be at least 1",
    "--threads, 0, --threads must be at least 1",
    "--batch, 0, --batch must be at least 1"
  })
  void aValueOutOfRangeIsRefusedByItsOptionsName(String option, String value, String words) {
    Cli.assertRefused(List.of(option, words), embed(option, value));
  }

  @Test
  void anImageAboveALimitIsRefusedWithItsName() throws IOException {
    String first;
    try (Stream<Path> files = Files.list(SAMPLE.resolve("stimuli/flowers"))) {
      first = files.map(file -> file.getFileName().toString()).sorted().findFirst().orElseThrow();
    }
    Cli.assertRefused(List.of(first, "pixels", "100"), embed("--max-pixels", "100"));
    Cli.assertRefused(List.of(first, "bytes", "1,024"), embed("--max-bytes", "1K"));
    assertEquals(ExitCode.DONE, Cli.run(embed("--max-pixels", "10000")).code());
    Cli.assertRefused(
        List.of(first, "pixels"),
        "preprocess",
        "--model",
        MODEL,
        "--image",
        SAMPLE.resolve("stimuli/flowers").resolve(first),
        "--out",
        folder.resolve("picture.npy"),
        "--max-pixels",
        "100");
  }

  @Test
  void helpNamesTheLimitsWithTheirDefaults() {
    String help = Cli.run("embed", "--help").out();
    for (String word :
        List.of("--max-pixels", "100,000,000", "--max-bytes", "--cache-size", "4G")) {
      assertTrue(help.contains(word), word);
    }
  }

  @Test
  void bytesMayCarryAUnit() {
    ByteCount count = new ByteCount();
    assertEquals(1500, count.convert("1500"));
    assertEquals(3L << 10, count.convert("3k"));
    assertEquals(500L << 20, count.convert(" 500M "));
    assertEquals(20L << 30, count.convert("20G"));
    assertEquals(2L << 40, count.convert("2t"));
  }

  private Object[] embed(String option, String value) {
    return new Object[] {
      "embed",
      "--model",
      MODEL,
      "--images",
      SAMPLE.resolve("stimuli/flowers"),
      "--out",
      folder.resolve("out.npy"),
      "--no-cache",
      option,
      value
    };
  }
}
