package dev.plumbline.cli;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.Score;
import dev.plumbline.relation.RelationCell;
import dev.plumbline.report.Measure;
import dev.plumbline.report.Messages;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.Failure;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.Provenance;
import dev.plumbline.study.Study;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The numbers of a study on one HTML page, beside its pictures.
final class ReportWriter {
  private static final double SMALL_Q = 0.05;

  private final Study study;
  private final StudyFigures figures;
  private final Messages messages;
  private final HtmlPage page;

  private ReportWriter(Study study, StudyFigures figures, Messages messages) {
    this.study = study;
    this.figures = figures;
    this.messages = messages;
    this.page = new HtmlPage(messages.locale(), study.request().name());
  }

  /// Writes the page.
  ///
  /// @param pictures pictures in the same folder
  /// @throws PlumblineException if the file cannot be written
  static void write(Path file, Study study, StudyFigures figures, List<Path> pictures) {
    Messages messages = Messages.load("cli", figures.style().locale());
    String html = new ReportWriter(study, figures, messages).html(pictures);
    try {
      Files.writeString(file, html, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + file + ": check that its folder is writable.", e);
    }
  }

  private String html(List<Path> pictures) {
    provenance();
    manifests();
    associations();
    models();
    bias();
    figures.measure().ifPresent(this::relations);
    failures();
    page.heading(messages.text("report.pictures"));
    pictures.forEach(picture -> page.picture(picture.getFileName().toString()));
    return page.end();
  }

  private void provenance() {
    Provenance provenance = study.provenance();
    page.paragraph(
        messages.text(
            "report.provenance",
            provenance.version(),
            provenance.started().map(Object::toString).orElse("–"),
            String.format(Locale.ROOT, "%.1f", provenance.seconds()),
            String.join(", ", provenance.devices()),
            Integer.toString(provenance.threads()),
            Long.toString(provenance.seed())));
  }

  private void manifests() {
    page.heading(messages.text("report.manifests"));
    List<List<String>> rows = new ArrayList<>();
    for (CompositionResult composition : study.result().compositions()) {
      rows.add(
          List.of(
              composition.dataset().value(),
              count(composition.rows()),
              count(composition.used()),
              count(composition.failed()),
              composition.facet("captionWords").map(facet -> number(facet.mean(), 2)).orElse("–")));
    }
    page.table(header("dataset", "rows", "used", "failed", "captionWords"), rows);
  }

  private void associations() {
    page.heading(messages.text("report.associations"));
    List<List<String>> rows = new ArrayList<>();
    for (CompositionResult composition : study.result().compositions()) {
      for (CaptionAssociation association : composition.associations()) {
        rows.add(
            List.of(
                composition.dataset().value(),
                association.test().value(),
                number(association.logOddsRatio(), 2),
                association.interval().map(i -> interval(i.low(), i.high())).orElse("–"),
                number(association.deltaNpmi(), 3),
                number(association.cramersV(), 3)));
      }
    }
    page.table(
        header("dataset", "test", "logOddsRatio", "interval", "deltaNpmi", "cramersV"), rows);
  }

  private void models() {
    page.heading(messages.text("report.models"));
    List<List<String>> rows = new ArrayList<>();
    for (ModelFacts facts : study.result().models()) {
      rows.add(
          List.of(
              facts.id().value(),
              facts.architecture().orElse("–"),
              facts.pretrainingDataset().orElse("–"),
              facts.parameters().isPresent() ? count(facts.parameters().getAsLong()) : "–",
              figures.measure().flatMap(measure -> score(facts, measure)).orElse("–")));
    }
    String measure =
        figures.measure().map(found -> found.dataset() + " " + found.metric()).orElse("–");
    List<String> header = new ArrayList<>(header("model", "architecture", "dataset", "parameters"));
    header.add(measure);
    page.table(header, rows);
  }

  private Optional<String> score(ModelFacts facts, Measure measure) {
    return study.result().scores().stream()
        .filter(score -> score.model().equals(facts.id()))
        .filter(score -> score.dataset().equals(measure.dataset()))
        .filter(score -> score.metric().equals(measure.metric()))
        .findFirst()
        .map((Score score) -> number(OptionalDouble.of(score.value()), 4));
  }

  private void bias() {
    page.heading(messages.text("report.bias"));
    page.paragraph(messages.text("report.bias.note"));
    List<List<String>> rows = new ArrayList<>();
    for (BiasRow row : study.result().bias()) {
      rows.add(
          List.of(
              row.model().value(),
              row.test().value(),
              figures.style().order(row.order().label()),
              row.d().isPresent() ? number(row.d(), 3) : row.reason().orElse("–"),
              row.interval().map(i -> interval(i.low(), i.high())).orElse("–"),
              number(row.p(), 5),
              number(row.q(), 5) + (row.q().orElse(1) < SMALL_Q ? " *" : "")));
    }
    page.table(header("model", "test", "order", "d", "interval", "p", "q"), rows);
  }

  private void relations(Measure measure) {
    page.heading(messages.text("report.relations", measure.dataset(), measure.metric()));
    List<List<String>> rows = new ArrayList<>();
    for (RelationCell cell : figures.relations(measure).cells()) {
      rows.add(
          List.of(
              cell.category(),
              figures.style().order(cell.order()),
              Integer.toString(cell.n()),
              cell.r().isPresent() ? number(cell.r(), 3) : cell.reason().orElse("–"),
              cell.interval().map(i -> interval(i.low(), i.high())).orElse("–"),
              number(cell.p(), 4),
              number(cell.q(), 4)));
    }
    page.table(header("category", "order", "n", "r", "interval", "p", "q"), rows);
  }

  private void failures() {
    if (study.result().failures().isEmpty()) {
      return;
    }
    page.heading(messages.text("report.failures"));
    for (Failure failure : study.result().failures()) {
      page.paragraph(failure.subject() + ": " + failure.sentence());
    }
  }

  private List<String> header(String... keys) {
    List<String> header = new ArrayList<>();
    for (String key : keys) {
      header.add(messages.text("column." + key));
    }
    return header;
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String number(OptionalDouble value, int decimals) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + decimals + "f", value.getAsDouble()).replace('-', '−')
        : "–";
  }

  private static String interval(double low, double high) {
    return "["
        + number(OptionalDouble.of(low), 2)
        + ", "
        + number(OptionalDouble.of(high), 2)
        + "]";
  }
}
