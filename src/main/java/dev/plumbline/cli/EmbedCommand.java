package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.embedding.EmbeddingFiles;
import dev.plumbline.embedding.Embeddings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.stimulus.ImageFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `embed`: embeddings of images or texts by one model.
@Command(
    name = "embed",
    mixinStandardHelpOptions = true,
    description = "Write the L2-normalised embeddings of a folder's images or a file's lines.")
final class EmbedCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @Option(names = "--model", required = true, paramLabel = "BUNDLE", description = "The model.")
  private Path model;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Stimuli stimuli;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.csv|npy|parquet",
      description = "Where the embeddings go, in file-name or line order.")
  private Path out;

  @Mixin private EmbeddingOptions options;
  @Mixin private VariantOption variant;
  @Mixin private JsonOption json;

  private static final class Stimuli {
    @Option(names = "--images", paramLabel = "DIR", description = "Folder of images.")
    private Path images;

    @Option(names = "--texts", paramLabel = "FILE", description = "UTF-8 file, one text a line.")
    private Path texts;
  }

  EmbedCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ModelBundle bundle = variant.read(model);
    Embeddings embeddings;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      Embedder embedder = options.embedder();
      embeddings =
          stimuli.images != null
              ? embedder.images(
                  bundle, ImageFolder.list(stimuli.images), progress, terminal.cancellation())
              : embedder.texts(
                  bundle, TextLines.read(stimuli.texts), progress, terminal.cancellation());
    }
    EmbeddingFiles.write(out, embeddings.vectors(), embeddings.names());
    JsonObject report = new JsonObject();
    report.addProperty("n", embeddings.vectors().rows());
    report.addProperty("dims", embeddings.vectors().columns());
    report.addProperty("device", embeddings.device());
    List<String> notes = DeviceReport.sentences(embeddings.deviceNotes());
    if (!notes.isEmpty()) {
      report.addProperty("deviceNote", String.join(" ", notes));
    }
    report.add("seconds", JsonValues.number(embeddings.seconds()));
    report.addProperty("cached", embeddings.cached());
    json.write(report, text(embeddings) + DeviceReport.lines(embeddings.deviceNotes()), terminal);
    return ExitCode.DONE;
  }

  private String text(Embeddings embeddings) {
    return String.format(
        Locale.ROOT,
        "Wrote %s: %,d × %,d, %,d of them cached, on %s in %.2f s%n",
        out,
        embeddings.vectors().rows(),
        embeddings.vectors().columns(),
        embeddings.cached(),
        embeddings.device(),
        embeddings.seconds());
  }

  @Override
  public List<String> inputs() {
    List<String> inputs = new ArrayList<>(List.of(model.toString()));
    inputs.add((stimuli.images != null ? stimuli.images : stimuli.texts).toString());
    return inputs;
  }
}
