package dev.plumbline.report;

import dev.plumbline.composition.WeightedAssociation;
import dev.plumbline.composition.WeightedMentions;
import dev.plumbline.composition.WhatIfResult;
import java.util.List;

/// Do the weights change who goes with what in the captions? The log odds ratio of each test among
/// the kept rows with equal weights and with the weights found, with intervals.
public final class WeightedAssociationDots {
  private static final String ID = "mix-associations";

  private WeightedAssociationDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(WhatIfResult result, ChartStyle style) {
    List<WeightedAssociation> all =
        result.weighted().map(WeightedMentions::associations).orElse(List.of());
    DotFigure figure =
        new DotFigure(
            ID, style.messages().text("mix.associations.title"), table(result, all), style);
    if (result.weighted().isEmpty()) {
      return figure.none(MixDots.why(result, style).orElse(""));
    }
    Sides sides = new Sides(result.dataset().value(), "mix.before", "mix.after", style);
    return new RatioSides(result, figure, sides)
        .of(
            all.stream()
                .map(
                    it ->
                        new RatioSides.Row(
                            it.kept(),
                            new RatioSides.Side(Ratio.of(it.kept()), ""),
                            new RatioSides.Side(new Ratio(it.logOddsRatio(), it.interval()), "")))
                .toList());
  }

  private static FigureTable table(WhatIfResult result, List<WeightedAssociation> all) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "test",
            "before",
            "before_low",
            "before_high",
            "after",
            "after_low",
            "after_high",
            "change",
            "reason");
    for (WeightedAssociation it : all) {
      table.row(
          result.dataset(),
          it.kept().test(),
          it.kept().logOddsRatio(),
          FigureTable.low(it.kept().interval()),
          FigureTable.high(it.kept().interval()),
          it.logOddsRatio(),
          FigureTable.low(it.interval()),
          FigureTable.high(it.interval()),
          it.change(),
          it.kept().reason().orElse(""));
    }
    return table.table();
  }
}
