package dev.plumbline.cli;

import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.Preflight;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `inspect`: what a model bundle holds, and whether it runs as it should.
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Describe a model bundle, check it and run it on a few made-up stimuli.")
final class InspectCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @Parameters(paramLabel = "BUNDLE", description = "The model's folder.")
  private Path bundle;

  @Mixin private VariantOption variant;
  @Mixin private JsonOption json;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ModelBundle model =
        new Preflight(EmbeddingSettings.defaults())
            .complete(variant.read(bundle), terminal.cancellation());
    json.write(BundleJson.of(model), BundleJson.text(model), terminal);
    return ExitCode.DONE;
  }

  @Override
  public List<String> inputs() {
    return List.of(bundle.toString());
  }
}
