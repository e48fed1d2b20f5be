package dev.plumbline.cli;

import dev.plumbline.association.AssociationSettings;
import dev.plumbline.report.DeckCover;
import dev.plumbline.report.Messages;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/// The first slide of a study's deck.
final class StudyCover {
  private StudyCover() {}

  /// Name, date, and what was done with which settings.
  static DeckCover of(Study study, Locale locale) {
    Messages messages = Messages.load("cli", locale);
    StudyRequest request = study.request();
    AssociationSettings settings = request.association();
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(locale)
            .withZone(ZoneId.systemDefault())
            .format(study.provenance().started().orElseGet(Instant::now));
    String inputs =
        messages.text(
            "cover.inputs", study.result().compositions().size(), study.result().models().size());
    String battery =
        messages.text(
            "cover.battery",
            request.battery().label().in(locale),
            request.battery().tests().size());
    String numbers =
        messages.text(
            "cover.numbers",
            settings.permutations(),
            settings.bootstraps(),
            Long.toString(settings.seed()));
    String note = messages.text("cover.note", request.name(), study.provenance().version(), date);
    return new DeckCover(
        request.name(), date, List.of(inputs, battery, numbers), note + " " + numbers);
  }
}
