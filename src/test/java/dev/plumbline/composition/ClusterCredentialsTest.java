package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Runs the program against a Spark Connect server that asks for a token over an encrypted
/// connection, with the log of every library written in full, and looks for the token in all that
/// is left behind.
@Tag("spark")
@Timeout(240)
class ClusterCredentialsTest {
  private static final String TOKEN = "s3cret-Tok3n.of_the+cluster";
  private static final String WRONG = "wr0ng-Tok3n.of_the+cluster";

  @TempDir static Path folder;
  private static SparkServer server;
  private static TlsGate gate;
  private static Path manifest;

  @BeforeAll
  static void start() throws Exception {
    server =
        SparkServer.start(
            Map.of("JDK_JAVA_OPTIONS", "-Dspark.connect.authenticate.token=" + TOKEN));
    gate = TlsGate.open(folder, server.port());
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      manifest =
          Tables.parquet(
              engine,
              "SELECT 'http://a.example/' || i AS url, 'a woman ' || i AS text, md5(CAST(i AS"
                  + " VARCHAR)) AS uid FROM range(300) t(i)",
              Files.createDirectories(folder.resolve("data")).resolve("m.parquet"));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    gate.close();
    server.close();
  }

  private record Outcome(int code, String text, Path kept) {}

  /// Runs the program in a process of its own; all that it writes lies in `kept`.
  private static Outcome run(String name, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path kept = Files.createDirectories(folder.resolve(name));
    Path logging = folder.resolve(name + ".properties");
    Files.writeString(
        logging,
        """
        handlers = java.util.logging.FileHandler
        .level = ALL
        java.util.logging.FileHandler.level = ALL
        java.util.logging.FileHandler.pattern = %s
        java.util.logging.FileHandler.formatter = java.util.logging.SimpleFormatter
        """
            .formatted(kept.resolve("log.txt")));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(TlsGate.trust(folder)));
    command.addAll(
        List.of(
            "-Djava.util.logging.config.file=" + logging,
            "-Djava.io.tmpdir=" + Files.createDirectories(kept.resolve("tmp")),
            "-Dplumbline.cache=" + kept.resolve("cache"),
            "-Duser.home=" + Files.createDirectories(kept.resolve("home")),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.plumbline.app.Launcher"));
    command.addAll(List.of(arguments));
    Path out = kept.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("XDG_CACHE_HOME", kept.resolve("xdg-cache").toString());
    builder.environment().put("XDG_CONFIG_HOME", kept.resolve("xdg-config").toString());
    Process process = builder.start();
    assertTrue(process.waitFor(150, TimeUnit.SECONDS), "still running");
    return new Outcome(process.exitValue(), Files.readString(out), kept);
  }

  private static void assertNowhere(String token, Path kept) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(kept)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    assertTrue(files.stream().anyMatch(file -> file.endsWith("log.txt")));
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertFalse(text.contains(token), file + " holds the token");
      assertFalse(file.toString().contains(token));
    }
  }

  /// An encrypted connection; a token for a host other than this one always travels so.
  private static String encrypted() {
    return "sc://localhost:" + gate.port() + "/;use_ssl=true";
  }

  @Test
  void aTokenInTheAddressIsUsedAndLeftNowhere() throws IOException, InterruptedException {
    Path kept = folder.resolve("address");
    Outcome outcome =
        run(
            "address",
            Map.of(),
            "profile",
            manifest.toString(),
            "--engine",
            encrypted() + ";token=" + TOKEN + ";x-note=hidden-Note",
            "--save-subset",
            kept + "/u.npy",
            "--save-parquet",
            kept + "/r.parquet",
            "--save-recipe",
            kept + "/recipe.json",
            "--json",
            kept + "/result.json");
    assertEquals(0, outcome.code(), outcome.text());
    assertTrue(Files.readString(kept.resolve("result.json")).contains("\"rows\""));
    assertTrue(Files.size(kept.resolve("r.parquet")) > 0);
    assertNowhere(TOKEN, kept);
    assertNowhere("hidden-Note", kept);
  }

  @Test
  void aTokenInTheEnvironmentIsUsedByAStudyAndLeftNowhere()
      throws IOException, InterruptedException {
    Path kept = folder.resolve("environment");
    Path study = folder.resolve("far.json");
    Files.writeString(
        study,
        """
        {"schema": "plumbline-request/1", "name": "far", "lexicon": "sample", "battery": "sample",
         "models": [], "manifests": [{"id": "far", "files": ["%s"], "engine": "%s;token=%s"}]}
        """
            .formatted(manifest, encrypted(), WRONG));
    Outcome outcome =
        run(
            "environment",
            Map.of("PLUMBLINE_SPARK_TOKEN", TOKEN),
            "run",
            study.toString(),
            "--out",
            kept + "/far.plumb",
            "--json",
            kept + "/result.json");
    assertEquals(0, outcome.code(), outcome.text());
    assertTrue(Files.readString(kept.resolve("far.plumb")).contains(encrypted()));
    assertNowhere(TOKEN, kept);
    assertNowhere(WRONG, kept);
  }

  @Test
  void aTokenThatIsRefusedIsNotRepeated() throws IOException, InterruptedException {
    for (String address :
        List.of(
            encrypted() + ";token=" + WRONG,
            encrypted() + ";token=" + WRONG + ";use_ssl=false",
            encrypted() + ";no_such_parameter;token=" + WRONG,
            "sc://127.0.0.1:" + server.port() + "/;token=" + WRONG,
            "sc://localhost:" + SparkServer.freePort() + "/;token=" + WRONG)) {
      Outcome outcome =
          run("refused", Map.of(), "profile", manifest.toString(), "--engine", address);
      assertEquals(2, outcome.code(), outcome.text());
      assertEquals(1, outcome.text().lines().count(), outcome.text());
      assertNowhere(WRONG, outcome.kept());
    }
  }
}
