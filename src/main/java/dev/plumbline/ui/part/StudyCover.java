package dev.plumbline.ui.part;

import dev.plumbline.report.DeckCover;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.study.Provenance;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.ui.session.Look;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/// The first slide of a deck of a study.
final class StudyCover {
  private StudyCover() {}

  static DeckCover of(Study study, Look look) {
    StudyRequest request = study.request();
    Provenance provenance = study.provenance();
    NumberStyle numbers = new NumberStyle(look.locale());
    DateTimeFormatter style =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(look.locale())
            .withZone(ZoneId.systemDefault());
    String settings =
        look.text(
            "deck.settings",
            request.battery().label().in(look.locale()),
            numbers.count(request.association().permutations()),
            numbers.count(request.association().bootstraps()),
            Long.toString(provenance.seed()));
    String source = look.text("deck.source", request.name(), provenance.version());
    return new DeckCover(
        request.name(),
        provenance.started().map(style::format).orElse(""),
        List.of(
            look.text(
                "study.counts",
                request.manifests().size(),
                request.models().size(),
                request.battery().tests().size()),
            settings),
        source + " " + settings);
  }
}
