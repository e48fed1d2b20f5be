package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvWriterTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1+1, '=1+1",
        "+SUM(A1), '+SUM(A1)",
        "-2+3, '-2+3",
        "@cmd, '@cmd",
        "−x, −x",
        "-0.53, -0.53",
        "+1e-5, +1e-5",
        "1.0E-4, 1.0E-4",
        "-, '-",
        "plain, plain",
        "＝1, '＝1"
      })
  void defusesFormulasAndLeavesNumbersAlone(String cell, String written) {
    assertEquals(written, CsvWriter.safe(cell));
  }

  @Test
  void defusesTabsAndLineEnds() {
    assertEquals("'\t=1", CsvWriter.safe("\t=1"));
    assertEquals("'\r=1", CsvWriter.safe("\r=1"));
  }

  @Test
  void quotesAsTheStandardWantsInUtf8(@TempDir Path folder) throws IOException {
    FigureTable table =
        FigureTable.columns("name", "d")
            .row("a,\"b\"\nc", OptionalDouble.of(0.5))
            .row("花", OptionalDouble.empty())
            .table();
    Path file = folder.resolve("t.csv");
    CsvWriter.write(file, table);
    assertEquals(
        "name,d\r\n\"a,\"\"b\"\"\nc\",0.5\r\n花,\r\n",
        Files.readString(file, StandardCharsets.UTF_8));
  }
}
