package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSampler;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.DetectedLanguages;
import dev.plumbline.composition.LanguageSampler;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.Reject;
import dev.plumbline.report.CsvWriter;
import dev.plumbline.report.RejectTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `profile`: what a manifest is made of.
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description = {
      "Aggregate a manifest: rows, facets, mentions and caption associations.",
      "Files, folders and globs of CSV, TSV, JSON lines or Parquet are taken together.",
      "Rows that repeat an earlier one by url, caption, hash or uid are counted; of more than some"
          + " 8 million rows from one in so many distinct texts, with a 95 %% interval."
    })
final class ProfileCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "MANIFEST", description = "File, folder or glob.")
  private List<String> manifests;

  @Option(
      names = "--map",
      paramLabel = "role=COLUMN",
      description = "Give a column a role by hand, such as caption=TEXT.")
  private Map<String, String> mapping = new LinkedHashMap<>();

  @Mixin private EngineOption engine;

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description =
          "Term lists and tests: a file, or the name of a bundled lexicon (default: standard, all"
              + " bundled lists).")
  private String lexicon = LexiconReader.STANDARD;

  @Mixin private SelectionOptions selection;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = {
        "Look at about N rows only and estimate shares, each with a 95 %% interval:",
        "blocks of consecutive rows, drawn at random without reading the rest."
      })
  private Long sample;

  @Option(
      names = "--languages",
      paramLabel = "N",
      description = {
        "Where no column tells the language, detect it in the captions of about N rows drawn at",
        "random; 0: do not (default: ${DEFAULT-VALUE}). Not where a filter or weights choose rows."
      })
  private long languages = LanguageSampler.ROWS;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = {
        "Seed of --sample and of the rows whose language is detected: same seed, same rows",
        "(default: ${DEFAULT-VALUE})."
      })
  private long seed = 1;

  @Option(
      names = "--compare",
      paramLabel = "MANIFEST",
      description = {
        "Compare with another manifest, facet by facet; may be given several times.",
        "The MANIFESTs before it are the reference and are taken together."
      })
  private List<String> compared = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description = "Say which column plays which role, and why; count nothing.")
  private boolean dryRun;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write what could not be read, file by file and line by line, as CSV.")
  private Path rejects;

  @Option(names = "--name", paramLabel = "NAME", description = "Name of the dataset.")
  private String name;

  @Mixin private JsonOption json;

  ProfileCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (languages < 0) {
      throw new PlumblineException("--languages needs a number of rows, not " + languages + ".");
    }
    Lexicon terms = LexiconReader.named(lexicon);
    ManifestSource source = new ManifestSource(new DatasetId(datasetName()), manifests, roles());
    if (dryRun) {
      Manifest manifest = recognise(source);
      writeRejects(manifest.rejects());
      json.write(RecognitionJson.of(manifest), RecognitionJson.text(manifest), terminal);
      return ExitCode.DONE;
    }
    if (sample != null) {
      CompositionEstimate estimate = estimate(source, terms);
      json.write(EstimateJson.of(estimate), EstimateJson.text(estimate), terminal);
      return ExitCode.DONE;
    }
    if (selection.given()) {
      FilteredProfile.Answer answer = filtered(source, terms);
      writeRejects(answer.rejects());
      json.write(answer.json(), answer.text(), terminal);
      return ExitCode.DONE;
    }
    CompositionResult composition = profile(source, terms);
    List<Reject> left = new ArrayList<>(composition.rejects());
    JsonObject result = CompositionJson.of(composition);
    StringBuilder text = new StringBuilder(CompositionJson.text(composition));
    if (!compared.isEmpty()) {
      List<CompositionComparison> comparisons = new ArrayList<>();
      for (String other : compared) {
        ManifestSource others =
            new ManifestSource(new DatasetId(stem(other)), List.of(other), roles());
        CompositionResult second = profile(others, terms);
        left.addAll(second.rejects());
        comparisons.add(CompositionComparison.of(composition, second));
      }
      result.add("comparisons", JsonValues.list(comparisons, ComparisonJson::of));
      comparisons.forEach(comparison -> text.append('\n').append(ComparisonJson.text(comparison)));
    }
    writeRejects(left);
    json.write(result, text.toString(), terminal);
    return ExitCode.DONE;
  }

  private void writeRejects(List<Reject> left) {
    if (rejects != null) {
      TextFiles.write(rejects, CsvWriter.text(RejectTable.of(left)));
    }
  }

  private Manifest recognise(ManifestSource source) {
    try (QueryEngine queries = engine.open()) {
      return queries.read(source, terminal.cancellation());
    }
  }

  private CompositionEstimate estimate(ManifestSource source, Lexicon terms) {
    if (sample < 1) {
      throw new PlumblineException("--sample needs a number of rows above 0, not " + sample + ".");
    }
    if (selection.given() || !compared.isEmpty()) {
      throw new PlumblineException(
          "--sample looks at one manifest as it is: leave out --compare and what chooses rows.");
    }
    try (QueryEngine queries = engine.open()) {
      Manifest manifest = queries.read(source, terminal.cancellation());
      CompositionEstimate estimate =
          new CompositionSampler(queries)
              .estimate(
                  manifest, new CompositionSettings(terms), sample, seed, terminal.cancellation());
      return estimate.withLanguages(detect(queries, manifest, Math.min(sample, languages)));
    }
  }

  private FilteredProfile.Answer filtered(ManifestSource source, Lexicon terms) {
    selection.check();
    try (QueryEngine queries = engine.open();
        TerminalProgress progress = new TerminalProgress(terminal)) {
      return new FilteredProfile(queries, selection, progress, terminal.cancellation())
          .of(source, queries.read(source, terminal.cancellation()), terms);
    }
  }

  private CompositionResult profile(ManifestSource source, Lexicon terms) {
    try (QueryEngine queries = engine.open();
        TerminalProgress progress = new TerminalProgress(terminal)) {
      Manifest manifest = queries.read(source, terminal.cancellation());
      CompositionResult counted =
          new CompositionProfiler(queries)
              .profile(manifest, new CompositionSettings(terms), progress, terminal.cancellation());
      return counted.withLanguages(detect(queries, manifest, languages).counted(counted.rows()));
    }
  }

  private DetectedLanguages detect(QueryEngine queries, Manifest manifest, long rows) {
    if (rows == 0) {
      return DetectedLanguages.none();
    }
    try (LanguageSampler sampler = new LanguageSampler(queries)) {
      return sampler.detect(manifest, rows, seed, terminal.cancellation());
    }
  }

  private String datasetName() {
    if (name != null && !name.isBlank()) {
      return name;
    }
    return stem(manifests.getFirst());
  }

  private static String stem(String manifest) {
    String last = manifest.replaceAll("[/\\\\]+$", "");
    String file = last.substring(Math.max(last.lastIndexOf('/'), last.lastIndexOf('\\')) + 1);
    String stem = file.replaceAll("\\.[^.]*(\\.(gz|zst))?$", "");
    return stem.isBlank() ? "manifest" : stem;
  }

  private Map<ColumnRole, String> roles() {
    Map<ColumnRole, String> roles = new LinkedHashMap<>();
    mapping.forEach((role, column) -> roles.put(role(role), column));
    return roles;
  }

  private static ColumnRole role(String key) {
    return Arrays.stream(ColumnRole.values())
        .filter(role -> role.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new PlumblineException(
                    "--map: \""
                        + key
                        + "\" is not a role of a column; roles are "
                        + Arrays.stream(ColumnRole.values())
                            .map(ColumnRole::key)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  @Override
  public List<String> inputs() {
    List<String> inputs = new ArrayList<>(manifests);
    inputs.addAll(compared);
    if (LexiconReader.isFile(lexicon)) {
      inputs.add(lexicon);
    }
    return inputs;
  }
}
