package dev.plumbline.report;

import dev.plumbline.composition.AssociationChange;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.WhatIfResult;

/// Does a filter change who goes with what in the captions? The log odds ratio of each test before
/// and after, with intervals.
public final class AssociationChangeDots {
  private static final String ID = "what-if-associations";

  private AssociationChangeDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(WhatIfResult result, ChartStyle style) {
    DotFigure figure =
        new DotFigure(ID, style.messages().text("whatif.associations.title"), table(result), style);
    Sides sides = new Sides(result.dataset().value(), "whatif.before", "whatif.after", style);
    return new RatioSides(result, figure, sides)
        .of(
            result.associations().stream()
                .map(
                    it ->
                        new RatioSides.Row(it.raw(), side(it.raw(), style), side(it.kept(), style)))
                .toList());
  }

  private static RatioSides.Side side(CaptionAssociation it, ChartStyle style) {
    return new RatioSides.Side(Ratio.of(it), Ratio.counts(it, style));
  }

  private static FigureTable table(WhatIfResult result) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "test",
            "side",
            "xa",
            "xb",
            "ya",
            "yb",
            "overlap",
            "log_odds_ratio",
            "low",
            "high",
            "change",
            "reason");
    for (AssociationChange change : result.associations()) {
      row(table, result, change, change.raw(), "raw");
      row(table, result, change, change.kept(), "kept");
    }
    return table.table();
  }

  private static void row(
      FigureTable.Builder table,
      WhatIfResult result,
      AssociationChange change,
      CaptionAssociation it,
      String side) {
    table.row(
        result.dataset(),
        it.test(),
        side,
        it.xa(),
        it.xb(),
        it.ya(),
        it.yb(),
        it.overlap(),
        it.logOddsRatio(),
        FigureTable.low(it.interval()),
        FigureTable.high(it.interval()),
        change.change(),
        it.reason().orElse(""));
  }
}
