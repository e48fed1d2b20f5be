package dev.plumbline.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option by which every command writes its result as one JSON object.
final class JsonOption {
  @Option(
      names = "--json",
      paramLabel = "FILE|-",
      description = "Write the result as one JSON object to FILE, or to standard output (-).")
  private String target;

  /// Writes text for a person unless standard output is taken by JSON, then JSON where asked for.
  void write(JsonObject result, String text, Terminal terminal) {
    if (target == null || !target.equals("-")) {
      terminal.out().print(text);
      terminal.out().flush();
    }
    if (target != null) {
      Gson gson =
          new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();
      writeJson(gson.toJson(result) + "\n", terminal);
    }
  }

  private void writeJson(String json, Terminal terminal) {
    if (target.equals("-")) {
      terminal.out().print(json);
      terminal.out().flush();
      return;
    }
    TextFiles.write(Path.of(target), json);
  }
}
