package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plumbline.core.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Runs a command in this process with captured streams.
///
/// @param code exit code
/// @param out all of standard output
/// @param err all of standard error
record Cli(int code, String out, String err) {
  /// Runs a command; every argument is turned into a text.
  static Cli run(Object... arguments) {
    return run(new Cancellation(), arguments);
  }

  /// Runs a command that can be cancelled.
  static Cli run(Cancellation cancellation, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            cancellation,
            (_, _, _, _, _) -> List.of());
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int code = new CommandRunner(terminal).run(texts);
    return new Cli(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Runs a command with `--json -`, expects success and silence, and returns the object.
  static JsonObject json(Object... arguments) {
    Cli cli = run(Stream.concat(Arrays.stream(arguments), Stream.of("--json", "-")).toArray());
    assertEquals("", cli.err);
    assertEquals(ExitCode.DONE, cli.code);
    return JsonParser.parseString(cli.out).getAsJsonObject();
  }

  /// Expects bad input, told in one sentence that contains each of `words`, and nothing else.
  static void assertRefused(List<String> words, Object... arguments) {
    Cli cli = run(Stream.concat(Arrays.stream(arguments), Stream.of("--json", "-")).toArray());
    assertEquals("", cli.out);
    assertEquals(ExitCode.BAD_INPUT, cli.code, cli.err);
    assertEquals(1, cli.err.lines().count(), cli.err);
    assertTrue(cli.err.strip().endsWith("."), cli.err);
    for (String word : words) {
      assertTrue(cli.err.contains(word), () -> "no \"" + word + "\" in: " + cli.err);
    }
  }
}
