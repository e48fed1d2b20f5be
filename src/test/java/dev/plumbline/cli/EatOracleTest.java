package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plumbline.core.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The oracle's association tests through the command line.
class EatOracleTest {
  @TempDir private Path folder;

  record Row(Map<String, String> cells) {
    double number(String column) {
      return Double.parseDouble(cells.get(column));
    }

    Path file(String column) {
      return Oracle.path("ieat/embeddings").resolve(cells.get(column));
    }

    @Override
    public String toString() {
      return cells.get("Test");
    }
  }

  record Case(JsonObject json) {
    @Override
    public String toString() {
      return json.get("id").getAsString();
    }
  }

  static Stream<Row> published() throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(Oracle.path("ieat/expected.csv")))) {
      return parser.getRecords().stream().map(CSVRecord::toMap).map(Row::new).toList().stream();
    }
  }

  static Stream<Case> adversarial() throws IOException {
    JsonObject all =
        JsonParser.parseString(Files.readString(Oracle.path("eat_cases.json"))).getAsJsonObject();
    List<Case> cases = new ArrayList<>();
    all.getAsJsonArray("cases").forEach(it -> cases.add(new Case(it.getAsJsonObject())));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyPublishedTestComesOut(Row row) {
    JsonObject result =
        Cli.json(
            "eat",
            "--x",
            row.file("X_file"),
            "--y",
            row.file("Y_file"),
            "--a",
            row.file("A_file"),
            "--b",
            row.file("B_file"),
            "--permutations",
            20_000,
            "--ci",
            "none");
    double p = row.number("p_ge");
    assertEquals(row.number("d_ddof1"), result.get("d").getAsDouble(), 1e-12);
    if (result.get("exact").getAsBoolean()) {
      assertEquals(p, result.get("p").getAsDouble(), 1e-15);
    } else {
      double spread = 5 * Math.sqrt(p * (1 - p) / 20_000) + 2.0 / 20_000;
      assertEquals(p, result.get("p").getAsDouble(), spread);
    }
  }

  @ParameterizedTest
  @MethodSource("adversarial")
  void everyAdversarialCaseMeetsItsExpectation(Case it) throws IOException {
    Object[] arguments = arguments(it.json());
    JsonObject expect = it.json().getAsJsonObject("expect");
    switch (expect.get("status").getAsString()) {
      case "error" -> Cli.assertRefused(List.of(".csv"), arguments);
      case "undefined_effect_size" -> {
        JsonObject result = Cli.json(arguments);
        assertTrue(result.get("d").isJsonNull() && result.get("p").isJsonNull());
        assertTrue(result.get("reason").getAsString().endsWith("."));
      }
      default -> {
        JsonObject result = Cli.json(arguments);
        double d = expect.get("d_ddof1").getAsDouble();
        double relative = it.json().getAsJsonObject("tolerance").get("d_rel").getAsDouble();
        assertEquals(d, result.get("d").getAsDouble(), Math.max(relative * Math.abs(d), 1e-13));
        if (it.json().get("compare_counts").getAsBoolean()) {
          assertEquals(
              expect.getAsJsonObject("exact").get("p_ge").getAsDouble(),
              result.get("p").getAsDouble());
        }
        checkVariants(it, arguments, relative);
      }
    }
  }

  private static void checkVariants(Case it, Object[] arguments, double relative) {
    JsonObject expect = it.json().getAsJsonObject("expect");
    JsonObject twoSided = Cli.json(with(arguments, "--alternative", "two-sided", "--ddof", 0));
    double population = expect.get("d_ddof0").getAsDouble();
    assertEquals(
        population,
        twoSided.get("d").getAsDouble(),
        Math.max(relative * Math.abs(population), 1e-13));
    if (it.json().get("compare_counts").getAsBoolean()) {
      assertEquals(
          expect.getAsJsonObject("exact").get("p_two_sided").getAsDouble(),
          twoSided.get("p").getAsDouble());
      assertEquals(
          expect.getAsJsonObject("exact").get("partitions").getAsLong(),
          twoSided.get("permutations").getAsLong());
    }
    if (expect.has("d_two_group_pooled") && !expect.get("d_two_group_pooled").isJsonNull()) {
      double pooled = expect.get("d_two_group_pooled").getAsDouble();
      JsonElement found = twoSided.getAsJsonObject("pooled").get("dPooled");
      if (!found.isJsonNull()) {
        assertEquals(pooled, found.getAsDouble(), Math.max(1e-6 * Math.abs(pooled), 1e-12));
      }
    }
  }

  static Stream<Case> singleCategory() throws IOException {
    JsonObject all =
        JsonParser.parseString(Files.readString(Oracle.path("eat_cases.json"))).getAsJsonObject();
    return all.getAsJsonArray("single_category_cases").asList().stream()
        .map(it -> new Case(it.getAsJsonObject()));
  }

  @ParameterizedTest
  @MethodSource("singleCategory")
  void everySingleCategoryCaseComesOutWithoutTargetsY(Case it) throws IOException {
    JsonArray stimulus = new JsonArray();
    stimulus.add(it.json().getAsJsonArray("w"));
    Object[] arguments = {
      "eat",
      "--x",
      csv("w", stimulus),
      "--a",
      csv("A", it.json().getAsJsonArray("A")),
      "--b",
      csv("B", it.json().getAsJsonArray("B")),
      "--permutations",
      200_000
    };
    JsonObject expect = it.json().getAsJsonObject("expect");
    JsonObject result = Cli.json(arguments);
    if (expect.get("d_ddof1").isJsonNull()) {
      assertTrue(result.get("d").isJsonNull() && result.has("reason"), result::toString);
      return;
    }
    JsonObject exact = expect.getAsJsonObject("exact");
    double partitions = exact.get("partitions").getAsDouble();
    assertEquals(expect.get("d_ddof1").getAsDouble(), result.get("d").getAsDouble(), 1e-11);
    assertEquals(exact.get("ge").getAsLong() / partitions, result.get("p").getAsDouble());
    JsonObject twoSided = Cli.json(with(arguments, "--alternative", "two-sided", "--ddof", 0));
    assertEquals(expect.get("d_ddof0").getAsDouble(), twoSided.get("d").getAsDouble(), 1e-11);
    assertEquals(
        exact.get("two_sided_ge").getAsLong() / partitions, twoSided.get("p").getAsDouble());
  }

  private static Object[] with(Object[] first, Object... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray();
  }

  private Object[] arguments(JsonObject json) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("eat"));
    for (String set : List.of("X", "Y", "A", "B")) {
      arguments.add("--" + set.toLowerCase(java.util.Locale.ROOT));
      arguments.add(csv(set, json.getAsJsonArray(set)));
    }
    arguments.addAll(List.of("--permutations", 200_000, "--ci", "none"));
    return arguments.toArray();
  }

  private Path csv(String name, JsonArray rows) throws IOException {
    int columns = rows.isEmpty() ? 1 : rows.get(0).getAsJsonArray().size();
    StringBuilder text = new StringBuilder();
    text.append(
        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(",")));
    text.append('\n');
    for (JsonElement row : rows) {
      text.append(
          row.getAsJsonArray().asList().stream()
              .map(JsonElement::getAsString)
              .collect(Collectors.joining(",")));
      text.append('\n');
    }
    return Files.writeString(folder.resolve(name + ".csv"), text.toString());
  }
}
