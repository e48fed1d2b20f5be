package dev.plumbline.cli;

import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.ModelBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `inspect`: what a model bundle holds, without running it.
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Describe a model bundle and check it without running it.")
final class InspectCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @Parameters(paramLabel = "BUNDLE", description = "The model's folder.")
  private Path bundle;

  @Mixin private JsonOption json;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ModelBundle model = BundleReader.read(bundle);
    json.write(BundleJson.of(model), BundleJson.text(model), terminal);
    return ExitCode.DONE;
  }

  @Override
  public List<String> inputs() {
    return List.of(bundle.toString());
  }
}
