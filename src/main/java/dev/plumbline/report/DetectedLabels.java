package dev.plumbline.report;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.DetectedLanguages.Refusal;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.composition.SampleBasis;
import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a chart says that languages were detected in the captions of a sample, or why they were not.
final class DetectedLabels {
  private DetectedLabels() {}

  /// What the bars rest on; empty where no language was detected.
  static Optional<String> subtitle(List<BarSource> sources, ChartStyle style) {
    List<LanguageEstimate> detected =
        sources.stream().flatMap(source -> source.detected().stream()).toList();
    if (detected.isEmpty()) {
      return Optional.empty();
    }
    Messages messages = style.messages();
    if (sources.size() > 1) {
      return Optional.of(messages.text("languages.several", detected.size(), sources.size()));
    }
    LanguageEstimate only = detected.getFirst();
    SampleBasis basis = only.basis();
    NumberStyle numbers = style.numbers();
    String captions = numbers.count(only.captions());
    if (!basis.random()) {
      return Optional.of(messages.text("languages.first", captions, numbers.count(basis.blocks())));
    }
    if (basis.whole()) {
      return Optional.of(messages.text("languages.whole", captions));
    }
    return Optional.of(
        basis.of().isPresent()
            ? messages.text("languages.sample", captions, numbers.count(basis.of().getAsLong()))
            : messages.text("languages.sample.unknown", captions));
  }

  /// Further lines of a bar's tooltip.
  static String tooltip(LanguageEstimate estimate, Optional<Interval> interval, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String bounds =
        interval
            .map(
                it ->
                    style
                        .messages()
                        .text(
                            "languages.interval",
                            numbers.percent(it.low()),
                            numbers.percent(it.high())))
            .orElseGet(() -> style.messages().text("languages.no.interval"));
    return style
        .messages()
        .text("languages.tooltip", numbers.count(estimate.captions()), bounds, estimate.detector());
  }

  /// Why none of the datasets has languages; empty where nobody said.
  static Optional<String> refusal(List<CompositionResult> compositions, ChartStyle style) {
    return compositions.stream()
        .flatMap(it -> it.languages().refusal().stream())
        .findFirst()
        .map((Refusal it) -> "languages." + it.name().toLowerCase(Locale.ROOT))
        .map(key -> style.messages().text(key));
  }
}
