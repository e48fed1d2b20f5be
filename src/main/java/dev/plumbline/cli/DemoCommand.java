package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.ChartTheme;
import dev.plumbline.report.CsvWriter;
import dev.plumbline.report.DatasetColours;
import dev.plumbline.report.DeckWriter;
import dev.plumbline.report.Names;
import dev.plumbline.report.Typeface;
import dev.plumbline.study.RequestReader;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `demo`: the sample study from beginning to end, without a display.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Run the sample study without a display.",
      "Leaves a picture of every page, a slide deck, the study, its tables and a report."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String JAPANESE = "判定基準データの";

  private final Terminal terminal;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write to, made if need be.")
  private Path out;

  @Option(names = "--lang", paramLabel = "en|ja", description = "Language (default: en).")
  private String language = "en";

  @Option(names = "--theme", paramLabel = "light|dark", description = "Theme (default: light).")
  private String theme = "light";

  @Mixin private EmbeddingOptions embedding;
  @Mixin private JsonOption json;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Locale locale = Locale.forLanguageTag(choice("--lang", language, List.of("en", "ja")));
    boolean dark = choice("--theme", theme, List.of("light", "dark")).equals("dark");
    warnOfMissingFont(locale);
    StudyRequest request = RequestReader.read(SampleStudy.locate());
    makeFolder();
    Study study;
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      study =
          new StudyRunner(embedding.settings())
              .study(request, new ProgressListener(progress), terminal.cancellation());
    }
    terminal.cancellation().check();
    List<Path> pages = write(study, style(request, locale, dark), locale, dark);
    json.write(report(study, pages), text(study, pages), terminal);
    return ExitCode.DONE;
  }

  private static String choice(String option, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw new PlumblineException(
          option + " must be " + String.join(" or ", allowed) + ", not \"" + value + "\".");
    }
    return value;
  }

  private void warnOfMissingFont(Locale locale) {
    if (locale.getLanguage().equals("ja") && !Typeface.available(JAPANESE)) {
      terminal
          .err()
          .println(
              "No installed font has Japanese characters, so that boxes stand for them: install"
                  + " one, such as fonts-noto-cjk on Debian and Ubuntu.");
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot make the folder " + out + ": check that it is writable.", e);
    }
  }

  private static ChartStyle style(StudyRequest request, Locale locale, boolean dark) {
    List<String> datasets =
        request.manifests().stream().map(source -> source.id().value()).toList();
    return ChartStyle.of(
            dark ? ChartTheme.dark() : ChartTheme.light(), locale, new DatasetColours(datasets))
        .with(Names.of(request.battery(), locale));
  }

  private List<Path> write(Study study, ChartStyle style, Locale locale, boolean dark) {
    StudyFile.write(out.resolve("study" + StudyFile.SUFFIX), study);
    CsvWriter.write(out.resolve("results.csv"), TidyTables.results(study.result().bias()));
    CsvWriter.write(out.resolve("scores.csv"), TidyTables.scores(study.result().scores()));
    StudyFigures figures = new StudyFigures(study.result(), style);
    DeckWriter.write(out.resolve("deck.pptx"), StudyCover.of(study, style.locale()), figures.all());
    List<Path> pages =
        terminal.pagePainter().paint(study, out, locale, dark, terminal.cancellation());
    ReportWriter.write(out.resolve("report.html"), study, figures, pages);
    return pages;
  }

  private JsonObject report(Study study, List<Path> pages) {
    JsonObject report = new JsonObject();
    report.addProperty("out", out.toString());
    report.add(
        "pages",
        JsonValues.texts(pages.stream().map(page -> page.getFileName().toString()).toList()));
    report.add("seconds", JsonValues.number(study.provenance().seconds()));
    report.add("failures", JsonValues.list(study.result().failures(), Failures::json));
    return report;
  }

  private String text(Study study, List<Path> pages) {
    return String.format(
            Locale.ROOT,
            "%s in %.1f s: %d pages, deck.pptx, study%s, results.csv, scores.csv and report.html in"
                + " %s%n",
            study.request().name(),
            study.provenance().seconds(),
            pages.size(),
            StudyFile.SUFFIX,
            out)
        + Failures.text(study.result().failures());
  }
}
