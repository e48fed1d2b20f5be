package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.Labels;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.report.CsvWriter;
import dev.plumbline.report.RetrievalTable;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryChecks;
import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.stimulus.StimulusNeed;
import dev.plumbline.stimulus.StimulusSupply;
import dev.plumbline.study.ModelSource;
import dev.plumbline.study.RetrievalRow;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.study.TokenizerChecks;
import dev.plumbline.study.WhatIfRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `bias`: a battery of association tests on models.
@Command(
    name = "bias",
    mixinStandardHelpOptions = true,
    description = "Run a battery of association tests on one or more models.")
final class BiasCommand implements Callable<Integer>, FileCommand {
  private static final String TIDY = "tidy";
  private static final String CROSS_MODAL = "cross-modal";

  private final Terminal terminal;

  @Option(names = "--model", arity = "1..*", paramLabel = "BUNDLE", description = "Model bundles.")
  private List<Path> models = List.of();

  @Option(
      names = "--import",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Tables of association results to show beside the models, or without any: tidy,"
              + " cross-modal results of arXiv 2502.07957, image or sentence tests.")
  private List<Path> imports = List.of();

  @Option(
      names = {"--stimuli", "--images"},
      paramLabel = "DIR",
      description = "Folder of the image sets, and of norms and lexicon where the battery asks.")
  private Path images;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the results as CSV.")
  private Path csv;

  @Option(
      names = "--layout",
      paramLabel = "tidy|cross-modal",
      description = "Columns of the CSV: Plumbline's own (default) or those of arXiv 2502.07957.")
  private String layout = TIDY;

  @Mixin private BatteryOption battery;
  @Mixin private DetailOption detail;
  @Mixin private RetrievalOption retrieval;
  @Mixin private VectorsOption vectors;
  @Mixin private EmbeddingOptions embedding;
  @Mixin private VariantOption variant;
  @Mixin private AssociationOptions association;
  @Mixin private JsonOption json;

  BiasCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    checkOptions();
    if (retrieval.given()) {
      return search();
    }
    StudyRequest request = request();
    if (detail.given()) {
      return lookInto(request);
    }
    StudyResult result;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      result =
          new StudyRunner(embedding.settings())
              .run(request, new ProgressListener(progress), terminal.cancellation());
    }
    terminal.cancellation().check();
    Failures.refuseIfNothingElse(result, result.bias().isEmpty());
    if (csv != null) {
      CsvWriter.write(
          csv,
          layout.equals(TIDY)
              ? TidyTables.results(result.bias())
              : TidyTables.crossModal(request.battery(), result));
    }
    JsonObject report = new JsonObject();
    report.add("results", JsonValues.list(result.bias(), BiasJson::of));
    report.add("failures", JsonValues.list(result.failures(), Failures::json));
    report.add("devices", DeviceReport.json(result.models()));
    List<StimulusNeed> needs =
        request.models().isEmpty()
            ? List.of()
            : StimulusSupply.of(request.battery(), request.images()).needs();
    report.add("stimuli", JsonValues.list(needs, NeedJson::of));
    List<String> notes = notes(request);
    report.add("notes", JsonValues.texts(notes));
    String text =
        BiasJson.text(result.bias())
            + DeviceReport.text(result.models())
            + NeedJson.text(needs, request.images().isPresent())
            + notes.stream().map(note -> note + "\n").collect(Collectors.joining());
    json.write(report, text + Failures.text(result.failures()), terminal);
    return ExitCode.DONE;
  }

  /// What weakens the battery, and the words that models lose.
  private static List<String> notes(StudyRequest request) {
    if (request.models().isEmpty()) {
      return List.of();
    }
    List<BatteryFinding> findings = new ArrayList<>(BatteryChecks.of(request.battery()));
    List<Path> folders = request.models().stream().map(ModelSource::folder).toList();
    findings.addAll(TokenizerChecks.of(request.battery(), folders, request.images()));
    return findings.stream().map(it -> it.path() + ": " + it.sentence()).toList();
  }

  private void checkOptions() {
    if (models.isEmpty() && vectors.isEmpty() && imports.isEmpty()) {
      throw new PlumblineException(
          "Name a model (--model), vectors (--vectors) or a table of results (--import).");
    }
    if (!layout.equals(TIDY) && !layout.equals(CROSS_MODAL)) {
      throw new PlumblineException("--layout must be tidy or cross-modal, not \"" + layout + "\".");
    }
  }

  private int lookInto(StudyRequest request) {
    DetailOption.Found found;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      found = detail.of(request, embedding.settings(), progress, terminal.cancellation());
    }
    JsonObject report = new JsonObject();
    report.add("details", JsonValues.list(found.details(), DetailJson::of));
    report.add("failures", JsonValues.list(found.failures(), Failures::json));
    String text = found.details().stream().map(DetailJson::text).collect(Collectors.joining());
    json.write(report, text + Failures.text(found.failures()), terminal);
    return ExitCode.DONE;
  }

  private int search() {
    if (models.isEmpty() && vectors.isEmpty()) {
      throw new PlumblineException("Name the model that searches with --model or --vectors.");
    }
    StudyRequest request =
        request(new Battery("none", Labels.of("none"), Map.of(), List.of()))
            .with(it -> it.retrieval = List.of(retrieval.source(images)));
    StudyResult result;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      result =
          new StudyRunner(embedding.settings())
              .run(request, new ProgressListener(progress), terminal.cancellation());
    }
    terminal.cancellation().check();
    List<RetrievalRow> rows = result.retrieval();
    Failures.refuseIfNothingElse(result, rows.isEmpty());
    if (rows.stream().allMatch(row -> row.result().isEmpty())) {
      throw new PlumblineException(rows.getFirst().skipped().orElseThrow());
    }
    if (csv != null) {
      CsvWriter.write(csv, RetrievalTable.means(rows));
    }
    JsonObject report = new JsonObject();
    report.add("retrieval", JsonValues.list(rows, RetrievalJson::of));
    report.add("failures", JsonValues.list(result.failures(), Failures::json));
    json.write(report, RetrievalJson.text(rows) + Failures.text(result.failures()), terminal);
    return ExitCode.DONE;
  }

  private StudyRequest request() {
    return request(battery.read());
  }

  private StudyRequest request(Battery tests) {
    return new StudyRequest(
        "bias",
        List.of(),
        new Lexicon("none", Map.of(), Map.of(), List.of()),
        sources(),
        tests,
        imageFolder(),
        List.of(),
        List.of(),
        association.settings(),
        imports,
        WhatIfRequest.none(),
        List.of());
  }

  private List<ModelSource> sources() {
    List<ModelSource> sources = new ArrayList<>();
    models.forEach(
        folder -> sources.add(new ModelSource(folder, Optional.empty(), variant.wanted())));
    sources.addAll(vectors.sources());
    return sources;
  }

  private Optional<Path> imageFolder() {
    if (images != null || battery.given()) {
      return Optional.ofNullable(images);
    }
    try {
      return Optional.of(SampleStudy.locate().resolveSibling("stimuli"));
    } catch (PlumblineException _) {
      return Optional.empty(); // tests that need images are then skipped and say so
    }
  }

  @Override
  public List<String> inputs() {
    List<String> inputs = new ArrayList<>(retrieval.inputs());
    models.forEach(folder -> inputs.add(folder.toString()));
    inputs.addAll(vectors.inputs());
    imports.forEach(file -> inputs.add(file.toString()));
    inputs.addAll(battery.inputs());
    if (images != null) {
      inputs.add(images.toString());
    }
    return inputs;
  }
}
