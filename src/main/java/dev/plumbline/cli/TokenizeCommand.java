package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plumbline.embedding.TextTokenizer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tokenize`: texts as the token ids that a model is given.
@Command(
    name = "tokenize",
    mixinStandardHelpOptions = true,
    description = "Print the token ids that a model is given for each line of a text file.")
final class TokenizeCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source;

  @Option(
      names = "--texts",
      required = true,
      paramLabel = "FILE",
      description = "UTF-8 file, one text a line; blank lines are texts too.")
  private Path texts;

  @Mixin private VariantOption variant;
  @Mixin private JsonOption json;

  private static final class Source {
    @Option(names = "--model", paramLabel = "BUNDLE", description = "A bundle's tokenizer.")
    private Path model;

    @Option(names = "--tokenizer", paramLabel = "DIR", description = "A tokenizer's folder.")
    private Path tokenizer;

    private TextTokenizer open(VariantOption variant) {
      return tokenizer != null
          ? TextTokenizer.open(tokenizer)
          : TextTokenizer.open(variant.read(model));
    }

    private Path folder() {
      return tokenizer != null ? tokenizer : model;
    }
  }

  TokenizeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<String> lines = TextLines.read(texts);
    JsonArray rows = new JsonArray(lines.size());
    StringBuilder text = new StringBuilder();
    try (TextTokenizer tokenizer = source.open(variant)) {
      for (String line : lines) {
        terminal.cancellation().check();
        long[] ids = tokenizer.ids(line);
        JsonArray row = new JsonArray(ids.length);
        Arrays.stream(ids).forEach(row::add);
        rows.add(row);
        text.append(
            Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(" ", "", "\n")));
      }
    }
    JsonObject result = new JsonObject();
    result.add("ids", rows);
    json.write(result, text.toString(), terminal);
    return ExitCode.DONE;
  }

  @Override
  public List<String> inputs() {
    return List.of(source.folder().toString(), texts.toString());
  }
}
