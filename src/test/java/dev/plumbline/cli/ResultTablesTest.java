package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plumbline.core.Oracle;
import dev.plumbline.relation.ReportedEffect;
import dev.plumbline.relation.ResultTableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTablesTest {
  private static final Path MODEL = Path.of("sample-data/models/vit-s-pleasant");

  @TempDir private Path folder;

  @Test
  void publishedResultsAreExploredWithoutAnyModel() throws IOException {
    Path published = Oracle.path("../real/cross_modal.csv");
    Path images = Oracle.path("../real/ieat_replication.csv");
    JsonArray rows = Cli.json("bias", "--import", published, images).getAsJsonArray("results");
    assertEquals(396 + 171, rows.size());
    JsonObject first = rows.get(0).getAsJsonObject();
    assertEquals(1.8490577, first.get("d").getAsDouble());
    assertEquals("cross_modal.csv", first.get("source").getAsString());
    assertEquals(1_000_000, first.get("permutations").getAsLong());
    assertTrue(first.get("q").getAsDouble() >= first.get("p").getAsDouble());
    assertEquals(215, first.getAsJsonObject("n").get("a").getAsInt());
  }

  @Test
  void bothLayoutsKeepEveryEffect() {
    Path published = Oracle.path("../real/cross_modal.csv");
    List<ReportedEffect> before = ResultTableReader.read(published).effects();
    for (String layout : List.of("tidy", "cross-modal")) {
      Path out = folder.resolve(layout + ".csv");
      Cli.json("bias", "--import", published, "--csv", out, "--layout", layout);
      List<ReportedEffect> after = ResultTableReader.read(out).effects();
      assertEquals(before.size(), after.size());
      for (int i = 0; i < before.size(); i++) {
        ReportedEffect one = before.get(i);
        ReportedEffect other = after.get(i);
        assertEquals(one.d(), other.d());
        assertEquals(one.p(), other.p());
        assertEquals(one.permutations(), other.permutations());
        assertEquals(one.n(), other.n());
        assertEquals(one.test(), other.test());
        assertEquals(one.category(), other.category());
        assertEquals("cross_modal.csv", other.source(), "the first source stays");
        if (layout.equals("cross-modal")) {
          assertEquals(one.sets(), other.sets());
        }
      }
    }
  }

  @Test
  void measuredResultsLeaveInTheStudysColumnsAndComeBack() throws IOException {
    Path out = folder.resolve("mine.csv");
    Object[] run = {
      "bias", "--model", MODEL, "--permutations", "1000", "--csv", out, "--layout", "cross-modal"
    };
    JsonArray measured = Cli.json(run).getAsJsonArray("results");
    assertTrue(
        Files.readAllLines(out).get(1).contains("flower-insect-valence"), "a row a test and order");
    JsonArray back = Cli.json("bias", "--import", out).getAsJsonArray("results");
    assertEquals(measured.size(), back.size());
    for (int i = 0; i < back.size(); i++) {
      JsonObject one = measured.get(i).getAsJsonObject();
      JsonObject other = back.get(i).getAsJsonObject();
      assertEquals(one.get("d"), other.get("d"));
      assertEquals(one.get("p"), other.get("p"));
      assertEquals(one.get("n"), other.get("n"));
    }
    JsonArray both =
        Cli.json("bias", "--model", MODEL, "--import", out, "--permutations", "1000")
            .getAsJsonArray("results");
    assertEquals(2 * back.size(), both.size());
    assertEquals(
        "vit-s-pleasant (reported)",
        both.get(both.size() - 1).getAsJsonObject().get("model").getAsString());
  }

  @Test
  void relateReadsAPublishedTableAsItIs() throws IOException {
    Path scores = folder.resolve("scores.csv");
    StringBuilder text = new StringBuilder("model,dataset,metric,value,source\n");
    List<String> models =
        List.of(
            "RN50", "RN101", "RN50x4", "RN50x16", "RN50x64", "ViT-B/32", "ViT-B/16", "ViT-L/14");
    for (int i = 0; i < models.size(); i++) {
      text.append(models.get(i)).append(",ImageNet,acc1,").append(0.6 + i / 50.0).append(",t\n");
    }
    Files.writeString(scores, text);
    JsonObject report =
        Cli.json(
            "relate",
            "--results",
            Oracle.path("../real/cross_modal.csv"),
            "--scores",
            scores,
            "--performance",
            "ImageNet");
    assertEquals(10, report.getAsJsonArray("cells").size());
  }

  @Test
  void badTablesAndOptionsAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.csv"), "dear,sir\n1,2\n");
    Cli.assertRefused(List.of("letter.csv", "dear,sir"), "bias", "--import", file);
    Cli.assertRefused(List.of("gone.csv"), "bias", "--import", folder.resolve("gone.csv"));
    Cli.assertRefused(List.of("--model", "--import"), "bias");
    Cli.assertRefused(List.of("--layout", "wide"), "bias", "--model", MODEL, "--layout", "wide");
  }
}
