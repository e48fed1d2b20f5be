package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.performance.ClassRecall;
import dev.plumbline.performance.ZeroShotResult;
import dev.plumbline.report.CsvWriter;
import dev.plumbline.study.ZeroShotEvaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `evaluate`: zero-shot accuracy of a model on labelled images.
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measure zero-shot accuracy on a folder with one folder of images a class.",
      "classnames.txt and zeroshot_classification_templates.txt beside them are used if present."
    })
final class EvaluateCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @Option(names = "--model", required = true, paramLabel = "BUNDLE", description = "The model.")
  private Path model;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The images.")
  private Path data;

  @Option(names = "--task", paramLabel = "zeroshot", description = "The task (default: zeroshot).")
  private String task = "zeroshot";

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the scores as tidy CSV.")
  private Path csv;

  @Mixin private EmbeddingOptions embedding;
  @Mixin private VariantOption variant;
  @Mixin private JsonOption json;

  EvaluateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!task.equals("zeroshot")) {
      throw new PlumblineException("\"" + task + "\" is not a task of evaluate: use zeroshot.");
    }
    ModelBundle bundle = variant.read(model);
    ZeroShotResult result;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      result =
          new ZeroShotEvaluation(embedding.embedder())
              .run(bundle, data, progress, terminal.cancellation());
    }
    if (csv != null) {
      CsvWriter.write(csv, TidyTables.scores(result.scores(bundle.id(), name(data))));
    }
    json.write(report(bundle, result), text(bundle, result), terminal);
    return ExitCode.DONE;
  }

  private JsonObject report(ModelBundle bundle, ZeroShotResult result) {
    JsonObject report = new JsonObject();
    report.addProperty("model", bundle.id().value());
    report.addProperty("dataset", name(data));
    report.add("acc1", JsonValues.number(result.acc1()));
    report.add("acc1Low", JsonValues.number(result.acc1Interval().low()));
    report.add("acc1High", JsonValues.number(result.acc1Interval().high()));
    report.add("acc5", JsonValues.number(result.acc5()));
    report.add("meanPerClassRecall", JsonValues.number(result.meanPerClassRecall()));
    report.add("perClass", JsonValues.list(result.perClass(), EvaluateCommand::perClass));
    report.addProperty("n", result.n());
    report.add("notes", JsonValues.texts(result.notes()));
    return report;
  }

  private static JsonObject perClass(ClassRecall recall) {
    JsonObject json = new JsonObject();
    json.addProperty("class", recall.name());
    json.addProperty("n", recall.n());
    json.addProperty("correct", recall.correct());
    json.add("recall", JsonValues.number(recall.recall()));
    return json;
  }

  private static String text(ModelBundle bundle, ZeroShotResult result) {
    String notes = result.notes().stream().map(note -> note + "\n").collect(Collectors.joining());
    return notes
        + String.format(
            Locale.ROOT,
            "%s: acc1 %.4f (%.4f to %.4f), acc5 %s, mean per-class recall %.4f, %,d images%n",
            bundle.id(),
            result.acc1(),
            result.acc1Interval().low(),
            result.acc1Interval().high(),
            result.acc5().isPresent()
                ? String.format(Locale.ROOT, "%.4f", result.acc5().getAsDouble())
                : "–",
            result.meanPerClassRecall(),
            result.n());
  }

  private static String name(Path folder) {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  @Override
  public List<String> inputs() {
    return List.of(model.toString(), data.toString());
  }
}
