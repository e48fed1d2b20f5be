package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Options and paths that nobody should write: what they say is a name or a value, never SQL.
class HostileChoicesTest {
  private static final String ROWS =
      "url,text,similarity\nhttp://x.example/1,a cat,0.1\nhttp://x.example/2,a nice dog,0.9\n";

  @TempDir private Path folder;

  private Path manifest() throws IOException {
    return Files.writeString(folder.resolve("m.csv"), ROWS);
  }

  /// @param arguments options after the manifest; `OUT` stands for a path that must stay free
  /// @param used rows that are left, -1 if it must be refused in a sentence
  record Choice(List<String> arguments, long used) {}

  private static Choice choice(long used, String... arguments) {
    return new Choice(List.of(arguments), used);
  }

  static Stream<Choice> choices() {
    return Stream.of(
        choice(-1, "--map", "caption=text\"; DROP TABLE x; --"),
        choice(-1, "--map", "caption='; COPY (SELECT 1) TO 'OUT'; --"),
        choice(-1, "--map", "caption=(SELECT text)"),
        choice(-1, "--map", "caption=c1"),
        choice(-1, "--map", "caption="),
        choice(-1, "--map", "caption='; ATTACH 'OUT' AS a; --=text"),
        choice(-1, "--map", "select=text"),
        choice(2, "--map", "caption=TEXT"),
        choice(2, "--map", "caption=url"),
        choice(-1, "--filter", "1=1"),
        choice(-1, "--filter", "words >= 1; DROP TABLE x"),
        choice(-1, "--filter", "words >= 1) OR (1=1"),
        choice(-1, "--filter", "similarity >= (SELECT 0)"),
        choice(-1, "--filter", "caption = 'a' UNION SELECT 1"),
        choice(-1, "--filter", "words >= 1 -- comment"),
        choice(-1, "--filter", "words >= 1 /* comment */"),
        choice(-1, "--filter", "read_csv('/etc/passwd') >= 1"),
        choice(-1, "--filter", "similarity >= 1e"),
        choice(-1, "--filter", "similarity >= 0x1"),
        choice(-1, "--filter", "\u0000"),
        choice(-1, "--filter", "(".repeat(5000)),
        choice(0, "--filter", "caption mentions '''; COPY (SELECT 1) TO ''OUT''; --'"),
        choice(0, "--filter", "caption mentions 'x\") OR true --'"),
        choice(0, "--filter", "domain in ('x'') OR (1=1', '\\')"),
        choice(2, "--filter", "not domain in (''') OR 1=1 --')"),
        choice(2, "--filter", "\"similarity\" >= 0"),
        choice(-1, "--filter", "\"similarity\"\" >= 0 OR 1=1 --\" >= 0"),
        choice(-1, "--dedupe", "url) OR 1=1 --"),
        choice(-1, "--preset", "basic'; --"),
        choice(-1, "--target", "women'; DROP--=0.5"),
        choice(-1, "--engine", "duckdb'; ATTACH 'OUT'"));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void anOptionIsAValueOrRefused(Choice choice) throws IOException {
    Path out = folder.resolve("out.csv");
    List<Object> arguments = new ArrayList<>(List.of("profile", manifest()));
    choice.arguments().forEach(text -> arguments.add(text.replace("OUT", out.toString())));
    arguments.addAll(List.of("--json", "-"));

    Cli cli = Cli.run(arguments.toArray());

    assertFalse(Files.exists(out));
    assertEquals(ROWS, Files.readString(folder.resolve("m.csv")));
    if (choice.used() < 0) {
      assertEquals(ExitCode.BAD_INPUT, cli.code(), cli.err());
      assertEquals("", cli.out());
      assertTrue(cli.err().length() < 8000, cli.err());
    } else {
      assertEquals(ExitCode.DONE, cli.code(), cli.err());
      JsonObject json = JsonParser.parseString(cli.out()).getAsJsonObject();
      assertEquals(choice.used(), json.get("used").getAsLong());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with space.csv",
        "🐼 naïve ☃.csv",
        "it's \"quoted\".csv",
        "a;b&c|d$(touch x)`.csv",
        "-rf.csv",
        "100%20.csv",
        "new\nline.csv",
        "'; DROP TABLE x; --.csv",
        "[a]{b}*?.csv"
      })
  void aPathIsJustAPath(String name) throws IOException {
    Path inside = Files.createDirectories(folder.resolve(name + " folder"));
    Path file = Files.writeString(inside.resolve(name), ROWS);
    assertEquals(2, Cli.json("profile", file).get("rows").getAsLong());
    assertEquals(2, Cli.json("profile", inside).get("rows").getAsLong());
  }

  @Test
  void loopsOfLinksAreEnteredOnceAndDanglingOnesAreListed() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(inside.resolve("m.csv"), ROWS);
    Files.createSymbolicLink(inside.resolve("up"), folder.resolve("a"));
    Files.createSymbolicLink(inside.resolve("self"), inside.resolve("self"));
    Files.createSymbolicLink(inside.resolve("gone.csv"), folder.resolve("nowhere.csv"));
    JsonObject result = Cli.json("profile", folder.resolve("a"));
    assertEquals(2, result.get("rows").getAsLong());
    String rejects = result.getAsJsonArray("rejects").toString();
    assertTrue(rejects.contains("gone.csv"), rejects);
    Cli.assertRefused(List.of("self"), "profile", inside.resolve("self"));
  }

  @Test
  void columnsNamedLikeKeywordsAndOurOwnNamesAreCounted() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("k.csv"),
            "select,from,row_kind,kept,passes,summary,k0,malformed,\"order\"\n"
                + "a cat,1,2,3,4,5,6,7,8\na nice dog,1,2,3,4,5,6,7,9\n");
    JsonObject result =
        Cli.json("profile", file, "--map", "caption=select", "--filter", "\"order\" >= 9");
    assertEquals(1, result.get("used").getAsLong());
  }
}
