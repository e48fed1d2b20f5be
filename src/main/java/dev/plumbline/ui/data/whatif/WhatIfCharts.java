package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.relation.EffectPredictor;
import dev.plumbline.relation.PredictionBasis;
import dev.plumbline.report.AssociationChangeDots;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.PredictedChangeDots;
import dev.plumbline.report.RetentionDots;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Optional;

/// The charts of a what-if.
///
/// @param retention of whom more or less is kept
/// @param associations who goes with what, before and after
/// @param effects how d is predicted to change
record WhatIfCharts(FigureModel retention, FigureModel associations, FigureModel effects) {
  /// Charts made and drawn by these threads.
  static WhatIfCharts of(Workers workers) {
    return new WhatIfCharts(
        new FigureModel(workers), new FigureModel(workers), new FigureModel(workers));
  }

  /// Draws a result; without one the charts are empty.
  ///
  /// @param models what changes of d are predicted from
  void draw(Optional<WhatIfResult> counted, PredictionBasis models, ChartStyle style) {
    if (counted.isEmpty()) {
      List.of(retention, associations, effects).forEach(chart -> chart.missing(""));
      return;
    }
    WhatIfResult result = counted.get();
    retention.show(List.of(result, style), () -> RetentionDots.of(result, style));
    associations.show(List.of(result, style), () -> AssociationChangeDots.of(result, style));
    effects.show(
        List.of(result, models, style),
        () ->
            PredictedChangeDots.of(
                result, new EffectPredictor(models).predict(result.associations()), style));
  }
}
