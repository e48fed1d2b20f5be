package dev.plumbline.cli;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Runs one command and turns whatever happens into an exit code and at most one sentence.
public final class CommandRunner {
  private final Terminal terminal;

  /// Creates a runner on a terminal.
  public CommandRunner(Terminal terminal) {
    this.terminal = terminal;
  }

  /// Runs the command that `arguments` name.
  ///
  /// @return an exit code, see [ExitCode]
  public int run(String... arguments) {
    CommandLine line = Commands.commandLine(terminal, arguments);
    line.setOut(writer(terminal.out()));
    line.setErr(writer(terminal.err()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, _) -> misused(e));
    line.setExecutionExceptionHandler((e, command, _) -> failed(e, command));
    int code = line.execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private int misused(ParameterException e) {
    String message = e.getMessage() == null ? "The arguments are not understood" : e.getMessage();
    say(
        message.lines().findFirst().orElseThrow().strip().replaceAll("^Error: |[.]$", "")
            + "; see "
            + e.getCommandLine().getCommandSpec().qualifiedName()
            + " --help.");
    return ExitCode.BAD_INPUT;
  }

  private int failed(Exception e, CommandLine command) {
    if (e instanceof CancellationException || terminal.cancellation().cancelled()) {
      say("Cancelled.");
      return ExitCode.CANCELLED;
    }
    if (e instanceof PlumblineException) {
      say(withFileName(oneLine(e.getMessage()), command.getCommand()));
      return ExitCode.BAD_INPUT;
    }
    say(
        "Unexpected error: "
            + oneLine(String.valueOf(e))
            + saved(e).map(file -> " (details in " + file + ").").orElse("."));
    return ExitCode.UNEXPECTED;
  }

  /// Names the command's input in front of a sentence that names none of its inputs or options.
  private static String withFileName(String sentence, Object command) {
    List<String> inputs = command instanceof FileCommand files ? files.inputs() : List.of();
    boolean named =
        inputs.isEmpty() || inputs.stream().anyMatch(input -> sentence.contains(fileName(input)));
    return named ? sentence : inputs.getFirst() + ": " + sentence;
  }

  private static String fileName(String input) {
    String trimmed = input.replaceAll("[/\\\\]+$", "");
    return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
  }

  private void say(String sentence) {
    terminal.err().println(sentence);
  }

  private static String oneLine(String text) {
    return text.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
  }

  private static Optional<Path> saved(Exception e) {
    try {
      Path file = Files.createTempFile("plumbline-error-", ".txt");
      try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
        e.printStackTrace(writer);
      }
      return Optional.of(file);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
