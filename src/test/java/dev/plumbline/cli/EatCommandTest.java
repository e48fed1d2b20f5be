package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EatCommandTest {
  @TempDir private Path folder;

  @Test
  void reportsAPublishedTest() {
    Path embeddings = Oracle.path("ieat/embeddings");
    JsonObject result =
        Cli.json(
            "eat",
            "--x",
            embeddings.resolve("insect-flower_flower_igpt_l_32.csv.gz"),
            "--y",
            embeddings.resolve("insect-flower_insect_igpt_l_32.csv.gz"),
            "--a",
            embeddings.resolve("valence_pleasant_igpt_l_32.csv.gz"),
            "--b",
            embeddings.resolve("valence_unpleasant_igpt_l_32.csv.gz"),
            "--permutations",
            1000);
    assertEquals(0.3440325875113735, result.get("d").getAsDouble(), 1e-12);
    assertEquals(0.0756, result.get("p").getAsDouble(), 5 * Math.sqrt(0.07 / 1000));
    assertFalse(result.get("exact").getAsBoolean());
    assertEquals(1000, result.get("permutations").getAsLong());
    assertEquals(55, result.getAsJsonObject("n").get("a").getAsInt());
    assertTrue(result.get("low").getAsDouble() < result.get("high").getAsDouble());
    assertTrue(result.get("ciMethod").getAsString().contains("bootstrap"));
    assertTrue(result.get("seconds").getAsDouble() > 0);
    assertTrue(result.has("r") && result.has("notes"));
  }

  @Test
  void countsEveryPartitionWhenThereAreFewAndRepeatsItsNumbers() throws IOException {
    Object[] arguments = small("1,0.1\n0.9,0.3\n0.8,0.2", "0.1,1\n0.2,0.9\n0.3,0.7");
    JsonObject result = Cli.json(arguments);
    assertTrue(result.get("exact").getAsBoolean());
    assertEquals(20, result.get("permutations").getAsLong());
    assertEquals(0.05, result.get("p").getAsDouble());
    JsonObject again = Cli.json(arguments);
    result.remove("seconds");
    again.remove("seconds");
    assertEquals(result, again);
  }

  @Test
  void theConventionalEffectStandsApartAndMethodsAreNamed() throws IOException {
    Object[] arguments =
        small("1,0.1\n0.9,0.3\n0.8,0.2\n1,0.6", "0.1,1\n0.2,0.9\n0.9,0.7\n0.2,0.3");
    JsonObject result = Cli.json(with(arguments, "--ci", "bca", "--level", 0.9, "--p", "normal"));
    assertEquals("normal", result.get("pMethod").getAsString());
    assertEquals("greater", result.get("alternative").getAsString());
    assertEquals(1, result.get("ddof").getAsInt());
    assertEquals(0, result.get("permutations").getAsLong());
    assertEquals(0.9, result.get("level").getAsDouble());
    assertEquals(2 * Math.sqrt(7 / 8.0), result.get("bound").getAsDouble(), 1e-12);
    double d = result.get("d").getAsDouble();
    assertEquals(d / result.get("bound").getAsDouble(), result.get("r").getAsDouble(), 1e-12);
    assertTrue(result.get("ciMethod").getAsString().startsWith("BCa"));
    JsonObject pooled = result.getAsJsonObject("pooled");
    double dPooled = pooled.get("dPooled").getAsDouble();
    assertEquals(d * Math.sqrt(6 / (7 - 2 * d * d)), dPooled, 1e-10);
    assertEquals(dPooled * (1 - 3 / 23.0), pooled.get("hedgesG").getAsDouble(), 1e-12);
    assertTrue(pooled.get("low").getAsDouble() < pooled.get("high").getAsDouble());
    assertTrue(pooled.get("ciMethod").getAsString().contains("Hedges"));
    assertTrue(Cli.json(with(arguments, "--ci", "none")).get("low").isJsonNull());
    assertEquals("exact", Cli.json(arguments).get("pMethod").getAsString());
    assertEquals(
        "sampled", Cli.json(with(arguments, "--permutations", 50)).get("pMethod").getAsString());
  }

  @Test
  void anUndefinedEffectIsNullWithAReason() throws IOException {
    JsonObject result = Cli.json(small("1,0", "1,0"));
    assertTrue(result.get("d").isJsonNull());
    assertTrue(result.get("p").isJsonNull());
    assertTrue(result.get("reason").getAsString().contains("not defined"));
  }

  @Test
  void printsTextWithoutJson() throws IOException {
    Cli cli = Cli.run(small("1,0.1\n0.9,0.3", "0.1,1\n0.2,0.9"));
    assertEquals(ExitCode.DONE, cli.code());
    assertTrue(cli.out().startsWith("d "), cli.out());
  }

  @Test
  void namesTheFileThatIsBad() throws IOException {
    Cli.assertRefused(List.of("x.csv", "NaN"), small("1,0\nNaN,1", "0,1"));
    Cli.assertRefused(List.of("y.csv", "zero"), small("1,0", "0,0"));
    Cli.assertRefused(List.of("y.csv"), small("1,0", "0,1,1"));
    Cli.assertRefused(List.of("x.csv"), small("", "0,1"));
    Object[] missing = small("1,0", "0,1");
    Files.delete(folder.resolve("b.csv"));
    Cli.assertRefused(List.of("b.csv"), missing);
  }

  @Test
  void refusesSettingsThatMakeNoSense() throws IOException {
    Object[] good = small("1,0", "0,1");
    Cli.assertRefused(List.of("permutations"), with(good, "--permutations", 0));
    Cli.assertRefused(List.of("ddof"), with(good, "--ddof", 2));
    Cli.assertRefused(List.of("--alternative", "less"), with(good, "--alternative", "less"));
    Cli.assertRefused(List.of("--ci", "wide"), with(good, "--ci", "wide"));
    Cli.assertRefused(List.of("--p", "guess"), with(good, "--p", "guess"));
    Cli.assertRefused(List.of("level"), with(good, "--level", 1));
    Cli.assertRefused(List.of("--seed"), with(good, "--seed", "many"));
    Cli.assertRefused(List.of("--a", "--b"), "eat", "--x", "x.csv");
    Cli.assertRefused(List.of("eats"), "eats");
  }

  @Test
  void cancellingEndsWith130() throws IOException {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Cli cli = Cli.run(cancellation, small("1,0.1\n0.9,0.3", "0.1,1\n0.2,0.9"));
    assertEquals(ExitCode.CANCELLED, cli.code());
    assertEquals("", cli.out());
  }

  private static Object[] with(Object[] arguments, Object... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
        .toArray();
  }

  private Object[] small(String x, String y) throws IOException {
    return new Object[] {
      "eat",
      "--x",
      csv("x", x),
      "--y",
      csv("y", y),
      "--a",
      csv("a", "1,0.2\n0.9,0.1"),
      "--b",
      csv("b", "0.1,1\n0.3,0.8")
    };
  }

  private Path csv(String name, String rows) throws IOException {
    int columns = rows.lines().findFirst().orElse("0,0").split(",").length;
    String header = columns == 3 ? "c0,c1,c2" : "c0,c1";
    return Files.writeString(folder.resolve(name + ".csv"), header + "\n" + rows + "\n");
  }
}
