package dev.plumbline.cli;

import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.ParityReference;
import dev.plumbline.embedding.Preflight;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--parity",
      paramLabel = "FILE",
      description = "JSON of your own embeddings of named texts and images, to compare with.")
  private Path parity;

  @Mixin private VariantOption variant;
  @Mixin private JsonOption json;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Preflight preflight = new Preflight(EmbeddingSettings.defaults());
    ModelBundle read = variant.read(bundle);
    ModelBundle model =
        parity == null
            ? preflight.complete(read, terminal.cancellation())
            : preflight.complete(read, ParityReference.read(parity), terminal.cancellation());
    json.write(BundleJson.of(model), BundleJson.text(model), terminal);
    return ExitCode.DONE;
  }

  @Override
  public List<String> inputs() {
    return List.of(bundle.toString());
  }
}
