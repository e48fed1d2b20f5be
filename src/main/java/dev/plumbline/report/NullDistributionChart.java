package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.NullDistribution;
import dev.plumbline.study.TestDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Could chance alone give this d? The d of all permutations that p was counted from, as bars;
/// those at least as extreme as the observed one in colour, the observed one as a line.
public final class NullDistributionChart {
  private static final String ID = "bias-null-distribution";

  private NullDistributionChart() {}

  /// The chart, or the sentence that says why there is none.
  ///
  /// @param dataset manifest the model was trained on, if known
  public static Figure of(TestDetail detail, Optional<String> dataset, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("null.title");
    Optional<NullDistribution> distribution = detail.detail().distribution();
    if (distribution.isEmpty() || !(detail.detail().result() instanceof Measured measured)) {
      String why =
          detail.detail().result() instanceof AssociationResult.Undefined undefined
              ? messages.sentence(undefined.reason())
              : messages.text("bias.none");
      return Figures.sentence(ID, title, why, FigureTable.columns("d").table(), style);
    }
    NullDistribution found = distribution.get();
    Subject subject =
        new Subject.Effect(
            detail.model(),
            dataset,
            detail.test().id().value(),
            detail.test().category(),
            detail.order().label());
    String observed =
        "d = "
            + style.numbers().decimal(found.observed(), 2)
            + "   "
            + style.numbers().probability("p", measured.p());
    return new Figure(
        ID,
        title,
        messages.text(
            "null.subtitle",
            detail.model().value(),
            style.order(detail.order().label()),
            messages.text("conditions.side." + measured.alternative().name()),
            messages.text(found.exact() ? "null.exact" : "null.sampled", found.partitions())),
        ChartFrame.around(
            new NullDistributionPlot(found, measured.alternative(), subject, observed, style),
            style),
        table(found),
        new NativeChart.Bars(
            messages.text("null.axis"), false, grid(found, subject, messages, style)),
        style);
  }

  private static MarkGrid grid(
      NullDistribution found, Subject subject, Messages messages, ChartStyle style) {
    List<String> categories = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int bin = 0; bin < found.counts().size(); bin++) {
      categories.add(style.numbers().signed(found.edge(bin), 2));
      long count = found.counts().get(bin);
      marks.add(
          new Mark(
              subject,
              style.theme().muted(),
              OptionalDouble.of(count),
              Optional.empty(),
              "",
              style.numbers().count(count)));
    }
    return new MarkGrid(
        categories,
        List.of(
            new MarkGrid.Series(
                subject, messages.text("null.axis"), style.theme().muted(), marks)));
  }

  private static FigureTable table(NullDistribution found) {
    FigureTable.Builder table = FigureTable.columns("low", "high", "partitions");
    table.row("", found.low(), found.below());
    for (int bin = 0; bin < found.counts().size(); bin++) {
      table.row(found.edge(bin), found.edge(bin + 1), found.counts().get(bin));
    }
    return table.row(found.high(), "", found.above()).table();
  }
}
