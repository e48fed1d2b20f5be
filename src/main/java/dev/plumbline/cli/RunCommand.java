package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.study.RequestReader;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.study.StudyRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `run`: a whole study.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Run a study: profile its manifests, measure its models, save everything.")
final class RunCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "STUDY",
      description = "A request (JSON) or a study (*.plumb), which is run again.")
  private Path study;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.plumb",
      description = "Where the study goes; what was found until a cancel is kept too.")
  private Path out;

  @Mixin private EmbeddingOptions embedding;
  @Mixin private JsonOption json;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    StudyRequest request = request();
    Study done;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      done =
          new StudyRunner(embedding.settings())
              .study(request, new ProgressListener(progress), terminal.cancellation());
    }
    StudyFile.write(out, done);
    terminal.cancellation().check();
    StudyResult result = done.result();
    Failures.refuseIfNothingElse(
        result,
        result.compositions().isEmpty() && result.models().isEmpty() && result.scores().isEmpty());
    json.write(report(done), text(done), terminal);
    return ExitCode.DONE;
  }

  private StudyRequest request() {
    return study.toString().endsWith(StudyFile.SUFFIX)
        ? StudyFile.read(study).request()
        : RequestReader.read(study);
  }

  private JsonObject report(Study done) {
    StudyResult result = done.result();
    JsonObject report = new JsonObject();
    report.addProperty("study", out.toString());
    report.addProperty("manifests", result.compositions().size());
    report.addProperty("models", result.models().size());
    report.addProperty("results", result.bias().size());
    report.addProperty("retrieval", result.retrieval().size());
    report.addProperty("scores", result.scores().size());
    report.add("seconds", JsonValues.number(done.provenance().seconds()));
    report.add("devices", DeviceReport.json(result.models()));
    report.add("failures", JsonValues.list(result.failures(), Failures::json));
    return report;
  }

  private String text(Study done) {
    StudyResult result = done.result();
    return String.format(
            Locale.ROOT,
            "%s: %d manifests, %d models, %d association results, %d scores in %.1f s, saved as"
                + " %s%n",
            done.request().name(),
            result.compositions().size(),
            result.models().size(),
            result.bias().size(),
            result.scores().size(),
            done.provenance().seconds(),
            out)
        + DeviceReport.text(result.models())
        + Failures.text(result.failures());
  }

  @Override
  public List<String> inputs() {
    return List.of(study.toString());
  }
}
