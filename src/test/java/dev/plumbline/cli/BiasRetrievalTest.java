package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BiasRetrievalTest {
  private static final Path MODEL = Path.of("sample-data/models/vit-s-pleasant");
  private static final Path PEOPLE = Path.of("sample-data/people");
  private static final Path QUERIES = PEOPLE.resolve("queries.txt");

  @TempDir private Path folder;

  @Test
  void theSampleFolderIsSearchedByTwoModels() throws IOException {
    Path csv = folder.resolve("skew.csv");
    Object[] search = {
      "bias",
      "--model",
      MODEL,
      "sample-data/models/conv-s-unpleasant",
      "--retrieval",
      QUERIES,
      "--images",
      PEOPLE,
      "--attributes",
      "people",
      "--csv",
      csv
    };
    JsonObject report = Cli.json(search);
    assertEquals(2, report.getAsJsonArray("retrieval").size());
    assertEquals(0, report.getAsJsonArray("failures").size());
    JsonObject row = report.getAsJsonArray("retrieval").get(0).getAsJsonObject();
    assertEquals("people", row.get("attribute").getAsString());
    assertEquals(20, row.get("k").getAsInt());
    assertEquals(192, row.get("images").getAsInt());
    JsonObject tolvans = row.getAsJsonObject("values").getAsJsonObject("Tolvan");
    assertEquals(120, tolvans.get("images").getAsInt());
    assertEquals(0.625, tolvans.get("desired").getAsDouble());
    assertEquals(24, row.getAsJsonArray("queries").size());
    JsonObject mean = row.getAsJsonObject("maxSkew");
    double sum = 0;
    for (var query : row.getAsJsonArray("queries")) {
      sum += query.getAsJsonObject().get("maxSkew").getAsDouble();
    }
    assertEquals(sum / 24, mean.get("mean").getAsDouble(), 1e-12);
    assertTrue(mean.get("low").getAsDouble() < mean.get("mean").getAsDouble());
    assertTrue(mean.get("chance").getAsDouble() > 0);
    assertEquals(report, Cli.json(search), "the same numbers again");
    List<String> lines = Files.readAllLines(csv);
    assertEquals(7, lines.size());
    assertTrue(lines.get(1).startsWith("vit-s-pleasant,people,people,people_maxskew_at_20,"));
    JsonObject scores = Cli.json("scores", csv);
    assertEquals(6, scores.getAsJsonArray("scores").size());
  }

  @Test
  void aValueThatIsNeverShownHasNoSkewAndAReason() {
    JsonObject report =
        Cli.json(
            "bias",
            "--model",
            MODEL,
            "--retrieval",
            QUERIES,
            "--images",
            PEOPLE,
            "--k",
            "2",
            "--desired",
            "uniform",
            "--attributes",
            "people");
    boolean absent = false;
    for (var query :
        report.getAsJsonArray("retrieval").get(0).getAsJsonObject().getAsJsonArray("queries")) {
      JsonObject skew = query.getAsJsonObject().getAsJsonObject("skew");
      boolean missing = skew.get("Tolvan").isJsonNull() || skew.get("Belmer").isJsonNull();
      absent |= missing;
      assertEquals(missing, query.getAsJsonObject().has("reason"));
    }
    assertTrue(absent);
  }

  @Test
  void badInputGetsOneSentence() throws IOException {
    Path labels = Files.writeString(folder.resolve("mine.csv"), "image,people\nnone.png,x\n");
    Object[] search = {"bias", "--model", MODEL, "--retrieval", QUERIES};
    Cli.assertRefused(List.of("--images", "queries.txt"), search);
    Cli.assertRefused(
        List.of("mine.csv", "none.png"), with(search, "--images", PEOPLE, "--labels", labels));
    Cli.assertRefused(List.of("--k"), with(search, "--images", PEOPLE, "--k", "0"));
    Cli.assertRefused(
        List.of("k is 192", "192 images"),
        with(search, "--images", PEOPLE, "--k", "192", "--attributes", "people"));
    Cli.assertRefused(
        List.of("--desired", "fair"), with(search, "--images", PEOPLE, "--desired", "fair"));
    Cli.assertRefused(
        List.of("labels.csv", "\"age\""), with(search, "--images", PEOPLE, "--attributes", "age"));
    Cli.assertRefused(List.of("--retrieval"), "bias", "--model", MODEL, "--k", "5");
    Cli.assertRefused(List.of("nowhere"), with(search, "--images", folder.resolve("nowhere")));
    Cli.assertRefused(List.of("--model"), "bias", "--retrieval", QUERIES, "--images", PEOPLE);
    Cli text = Cli.run(with(search, "--images", PEOPLE, "--k", "130"));
    assertEquals(ExitCode.DONE, text.code());
    assertTrue(text.out().contains("only 128 images are labelled with \"mood\""), text.out());
    assertFalse(text.out().contains("NaN"), text.out());
  }

  private static Object[] with(Object[] first, Object... more) {
    Object[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }
}
