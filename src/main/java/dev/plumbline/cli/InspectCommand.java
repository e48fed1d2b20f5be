package dev.plumbline.cli;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.CatalogPreset;
import dev.plumbline.embedding.CatalogRules;
import dev.plumbline.embedding.CatalogWriter;
import dev.plumbline.embedding.Device;
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

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda|coreml",
      description = "Where it is run (default: auto).")
  private String device = Device.AUTO.label();

  @Option(
      names = "--catalog",
      paramLabel = "plumbline|paper|FILE",
      description =
          "Propose families and data size from the names by these rules: Plumbline's, those of"
              + " arXiv 2502.07957, or a JSON file like those in assets/catalog.")
  private String catalog;

  @Option(
      names = "--save",
      description = "Write what --catalog proposes into the bundle, for all later runs.")
  private boolean save;

  @Mixin private VariantOption variant;
  @Mixin private JsonOption json;

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (save && catalog == null) {
      throw new PlumblineException("--save needs --catalog, which says what to write.");
    }
    Preflight preflight =
        new Preflight(EmbeddingSettings.defaults().withDevice(Device.parse(device)));
    ModelBundle read = variant.read(bundle);
    ModelBundle model =
        parity == null
            ? preflight.complete(read, terminal.cancellation())
            : preflight.complete(read, ParityReference.read(parity), terminal.cancellation());
    if (catalog != null) {
      model = model.cataloged(rules().propose(model.catalog()));
      if (save) {
        CatalogWriter.write(model.folder(), model.catalog());
      }
    }
    json.write(BundleJson.of(model), BundleJson.text(model), terminal);
    return ExitCode.DONE;
  }

  private CatalogRules rules() {
    for (CatalogPreset preset : CatalogPreset.values()) {
      if (preset.label().equals(catalog)) {
        return preset.rules();
      }
    }
    return CatalogRules.read(Path.of(catalog));
  }

  @Override
  public List<String> inputs() {
    return catalog == null ? List.of(bundle.toString()) : List.of(bundle.toString(), catalog);
  }
}
