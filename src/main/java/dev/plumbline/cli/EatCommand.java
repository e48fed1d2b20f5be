package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.association.BootstrapInterval;
import dev.plumbline.association.EmbeddingAssociation;
import dev.plumbline.association.SingleCategoryAssociation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.EmbeddingFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `eat`: one embedding association test on four files of embeddings.
@Command(
    name = "eat",
    mixinStandardHelpOptions = true,
    description = {
      "Test whether targets X are closer to attributes A, and Y to B.",
      "Without Y: whether X, one stimulus or several as a whole, is closer to A than to B.",
      "Files are CSV, CSV.gz or NPY with one embedding a row."
    })
final class EatCommand implements Callable<Integer>, FileCommand {
  private static final Pattern SET = Pattern.compile("\\bof ([XYAB])\\b");

  private final Terminal terminal;

  @Option(names = "--x", required = true, paramLabel = "FILE", description = "Targets X.")
  private Path x;

  @Option(
      names = "--y",
      paramLabel = "FILE",
      description = "Targets Y; without them the single-category test of X.")
  private Path y;

  @Option(names = "--a", required = true, paramLabel = "FILE", description = "Attributes A.")
  private Path a;

  @Option(names = "--b", required = true, paramLabel = "FILE", description = "Attributes B.")
  private Path b;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads (default: all processors); they change no number.")
  private Integer threads;

  @Mixin private AssociationOptions options;
  @Mixin private JsonOption json;

  EatCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    AssociationSettings settings = options.settings();
    double[][] targetsX = EmbeddingFiles.read(x).values();
    if (y == null) {
      return single(settings, targetsX);
    }
    double[][] targetsY = EmbeddingFiles.read(y).values();
    double[][] attributesA = EmbeddingFiles.read(a).values();
    double[][] attributesB = EmbeddingFiles.read(b).values();
    try {
      EmbeddingAssociation bare = new EmbeddingAssociation(settings.withBootstraps(0), threads());
      long start = System.nanoTime();
      AssociationResult result =
          bare.test(targetsX, targetsY, attributesA, attributesB, terminal.cancellation());
      double seconds = (System.nanoTime() - start) / 1e9;
      AssociationResult complete =
          withInterval(
              result,
              () ->
                  new EmbeddingAssociation(settings)
                      .interval(
                          targetsX, targetsY, attributesA, attributesB, terminal.cancellation()));
      JsonObject report = AssociationJson.of(complete);
      report.addProperty("seconds", seconds);
      json.write(report, AssociationJson.text(complete), terminal);
      return ExitCode.DONE;
    } catch (PlumblineException e) {
      throw new PlumblineException(culprit(e) + ": " + e.getMessage(), e);
    }
  }

  /// The single-category test; no interval, since the stimuli of X count as one.
  private int single(AssociationSettings settings, double[][] targets) {
    double[][] attributesA = EmbeddingFiles.read(a).values();
    double[][] attributesB = EmbeddingFiles.read(b).values();
    try {
      long start = System.nanoTime();
      AssociationResult result =
          new SingleCategoryAssociation(settings)
              .test(targets, attributesA, attributesB, terminal.cancellation());
      JsonObject report = AssociationJson.of(result);
      report.addProperty("seconds", (System.nanoTime() - start) / 1e9);
      json.write(report, AssociationJson.text(result), terminal);
      return ExitCode.DONE;
    } catch (PlumblineException e) {
      throw new PlumblineException(culprit(e) + ": " + e.getMessage(), e);
    }
  }

  private int threads() {
    if (threads != null && threads < 1) {
      throw new PlumblineException("--threads must be at least 1.");
    }
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  private static AssociationResult withInterval(
      AssociationResult result, Supplier<BootstrapInterval> bootstrap) {
    return switch (result) {
      case AssociationResult.Undefined undefined -> undefined;
      case AssociationResult.Measured measured -> measured.with(bootstrap.get());
    };
  }

  private Path culprit(PlumblineException e) {
    Matcher set = SET.matcher(e.getMessage());
    return set.find()
        ? switch (set.group(1)) {
          case "Y" -> y;
          case "A" -> a;
          case "B" -> b;
          default -> x;
        }
        : x;
  }

  @Override
  public List<String> inputs() {
    return List.of(x.toString(), y.toString(), a.toString(), b.toString());
  }
}
