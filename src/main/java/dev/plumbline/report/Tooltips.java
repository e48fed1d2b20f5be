package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ReportedResult;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Lines of the full record shown when a reader points at a mark.
final class Tooltips {
  private Tooltips() {}

  /// Lines that are not blank, separated by line feeds.
  static String lines(String... lines) {
    return Arrays.stream(lines).filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
  }

  /// `d 0.49 [0.21, 0.80] p = .012 q = .03`.
  static String effect(AssociationResult.Measured it, OptionalDouble q, NumberStyle numbers) {
    return "d "
        + numbers.decimal(it.d(), 2)
        + it.interval().map(interval -> " " + numbers.interval(interval, 2)).orElse("")
        + "  "
        + numbers.probability("p", it.p())
        + (q.isPresent() ? "  " + numbers.probability("q", q.getAsDouble()) : "");
  }

  /// The same of a row that was measured or reported, and who reported it; empty if it has no d.
  static Optional<String> effect(BiasRow row, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    return row.measured()
        .map(it -> effect(it, row.q(), numbers))
        .or(() -> row.reported().map(it -> reported(it, row.q(), style)));
  }

  private static String reported(ReportedResult it, OptionalDouble q, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String d =
        "d "
            + numbers.decimal(it.d(), 2)
            + (it.p().isPresent() ? "  " + numbers.probability("p", it.p().getAsDouble()) : "")
            + (q.isPresent() ? "  " + numbers.probability("q", q.getAsDouble()) : "");
    return lines(d, style.messages().text("tooltip.reported", it.source()));
  }

  /// Numbers of stimuli in X, Y, A, B, empty if they are not known.
  static String stimuli(BiasRow row, ChartStyle style) {
    return row.counts().map(n -> stimuli(n, style.messages())).orElse("");
  }

  /// Numbers of stimuli in X, Y, A, B.
  static String stimuli(AssociationResult.StimulusCounts n, Messages messages) {
    return messages.text("tooltip.stimuli", n.x(), n.y(), n.a(), n.b());
  }

  /// What a model was trained on and what family it is of, as far as known.
  static String trained(Optional<String> dataset, Optional<String> family, ChartStyle style) {
    return lines(
        dataset.map(it -> style.messages().text("tooltip.trained", it)).orElse(""),
        family.map(it -> style.messages().text("tooltip.family", it)).orElse(""));
  }
}
