package dev.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/// The commands by name; only the one that is asked for is built, so that it starts quickly.
final class Commands {
  private static final Map<String, Function<Terminal, Object>> BY_NAME = byName();

  private Commands() {}

  private static Map<String, Function<Terminal, Object>> byName() {
    Map<String, Function<Terminal, Object>> commands = new LinkedHashMap<>();
    commands.put("demo", DemoCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("profile", ProfileCommand::new);
    commands.put("inspect", InspectCommand::new);
    commands.put("embed", EmbedCommand::new);
    commands.put("tokenize", TokenizeCommand::new);
    commands.put("preprocess", PreprocessCommand::new);
    commands.put("eat", EatCommand::new);
    commands.put("bias", BiasCommand::new);
    commands.put("evaluate", EvaluateCommand::new);
    commands.put("scores", ScoresCommand::new);
    commands.put("relate", RelateCommand::new);
    return commands;
  }

  /// The command line for these arguments.
  static CommandLine commandLine(Terminal terminal, String... arguments) {
    CommandLine line = new CommandLine(new RootCommand());
    String first = arguments.length > 0 ? arguments[0] : "";
    List<String> wanted =
        switch (first) {
          case "-V", "--version" -> List.of();
          case String name when BY_NAME.containsKey(name) -> List.of(name);
          default -> List.copyOf(BY_NAME.keySet());
        };
    for (String name : wanted) {
      line.addSubcommand(name, BY_NAME.get(name).apply(terminal));
    }
    return line;
  }
}
