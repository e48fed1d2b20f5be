package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.core.Oracle;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCommandsTest {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  @TempDir private Path folder;

  @Test
  void relateAgreesWithIndependentlyComputedCorrelations() throws IOException {
    List<CSVRecord> joined = records(Oracle.path("correlation/joined_cross_modal.csv"));
    List<String> results = new ArrayList<>(List.of("model,test,category,order,d"));
    Set<String> scores = new HashSet<>();
    for (CSVRecord row : joined) {
      results.add(
          String.join(
              ",",
              row.get("model"),
              row.get("Text Test"),
              row.get("Image Test"),
              row.get("order"),
              row.get("effect_size")));
      scores.add(row.get("model") + ",ImageNet,acc1," + row.get("ImageNet 1k") + ",table");
    }
    Path resultFile = Files.write(folder.resolve("results.csv"), results);
    List<String> scoreLines = new ArrayList<>(List.of("model,dataset,metric,value,source"));
    scoreLines.addAll(scores);
    Path scoreFile = Files.write(folder.resolve("scores.csv"), scoreLines);
    for (String method : List.of("pearson", "spearman")) {
      for (String level : List.of("row", "model")) {
        JsonObject result =
            Cli.json(
                "relate",
                "--results",
                resultFile,
                "--scores",
                scoreFile,
                "--performance",
                "ImageNet",
                "--method",
                method,
                "--level",
                level);
        compare(result, method, level.equals("row") ? "row" : "model_mean");
      }
    }
  }

  private static void compare(JsonObject result, String method, String level) throws IOException {
    int compared = 0;
    for (CSVRecord expected : records(Oracle.path("correlation/expected.csv"))) {
      if (!expected.get("data").equals("cross_modal")
          || !expected.get("metric_column").equals("ImageNet 1k")
          || !expected.get("level").equals(level)) {
        continue;
      }
      JsonObject cell = cell(result, expected.get("image_test"), expected.get("order"));
      String column = method.equals("pearson") ? "pearson_r" : "spearman_rho";
      assertEquals(Double.parseDouble(expected.get(column)), cell.get("r").getAsDouble(), 1e-10);
      assertEquals(Integer.parseInt(expected.get("n")), cell.get("n").getAsInt());
      String p = method.equals("pearson") ? "pearson_p" : "spearman_p_t";
      assertEquals(Double.parseDouble(expected.get(p)), cell.get("p").getAsDouble(), 1e-10);
      assertTrue(cell.get("q").getAsDouble() >= cell.get("p").getAsDouble() - 1e-15);
      compared++;
    }
    assertTrue(compared > 0, "nothing compared for " + method + " " + level);
  }

  private static JsonObject cell(JsonObject result, String category, String order) {
    for (JsonElement cell : result.getAsJsonArray("cells")) {
      JsonObject object = cell.getAsJsonObject();
      if (object.get("category").getAsString().equals(category)
          && object.get("order").getAsString().equals(order)) {
        return object;
      }
    }
    throw new AssertionError("no cell " + category + ", " + order);
  }

  @Test
  void scoresListsAggregatesAndContradictions() throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("one.csv"), "model,dataset,metric,value,source\nm,cars,acc1,0.5,a\n");
    Path two =
        Files.writeString(
            folder.resolve("two.csv"), "model,dataset,metric,value,source\nm,cars,acc1,0.6,b\n");
    JsonObject result = Cli.json("scores", one, two);
    assertEquals(2, result.getAsJsonArray("scores").size());
    assertEquals(1, result.getAsJsonArray("discrepancies").size());
    for (JsonElement aggregate : result.getAsJsonArray("aggregates")) {
      assertTrue(aggregate.getAsJsonObject().get("value").isJsonNull());
      assertTrue(aggregate.getAsJsonObject().has("reason"));
      assertTrue(aggregate.getAsJsonObject().getAsJsonArray("missing").size() > 10);
    }
  }

  @Test
  void badInputIsNamed() throws IOException {
    Path good =
        Files.writeString(
            folder.resolve("good.csv"), "model,dataset,metric,value,source\nm,cars,acc1,0.5,a\n");
    Path results =
        Files.writeString(folder.resolve("r.csv"), "model,test,category,order,d\nm,t,c,o,high\n");
    Path letter = Files.writeString(folder.resolve("letter.csv"), "dear,sir\n1,2\n");
    Cli.assertRefused(List.of("letter.csv"), "scores", letter);
    Cli.assertRefused(List.of("gone.csv"), "scores", good, folder.resolve("gone.csv"));
    Cli.assertRefused(
        List.of("r.csv", "high"),
        "relate",
        "--results",
        results,
        "--scores",
        good,
        "--performance",
        "cars");
    Cli.assertRefused(
        List.of("letter.csv"),
        "relate",
        "--results",
        letter,
        "--scores",
        good,
        "--performance",
        "cars");
    Path fine =
        Files.writeString(folder.resolve("f.csv"), "model,test,category,order,d\nm,t,c,o,1\n");
    Cli.assertRefused(
        List.of("boats"), "relate", "--results", fine, "--scores", good, "--performance", "boats");
    Cli.assertRefused(
        List.of("--method", "kendall"),
        "relate",
        "--results",
        fine,
        "--scores",
        good,
        "--performance",
        "cars",
        "--method",
        "kendall");
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return FORMAT.parse(reader).getRecords();
    }
  }
}
