package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.relation.EffectPredictor;
import dev.plumbline.relation.PredictionBasis;
import dev.plumbline.report.AssociationChangeDots;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.MixDots;
import dev.plumbline.report.PredictedChangeDots;
import dev.plumbline.report.RetentionDots;
import dev.plumbline.report.WeightDots;
import dev.plumbline.report.WeightedAssociationDots;
import dev.plumbline.report.WeightedShareDots;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Workers;
import java.util.List;
import java.util.Optional;

/// The charts of a what-if.
///
/// @param retention of whom more or less is kept
/// @param associations who goes with what, before and after
/// @param effects how d is predicted to change
/// @param targets whether the wanted mix is reached
/// @param weighted what else weights do
record WhatIfCharts(
    FigureModel retention,
    FigureModel associations,
    FigureModel effects,
    FigureModel targets,
    FigureModel weighted) {
  /// Charts made and drawn by these threads.
  static WhatIfCharts of(Workers workers) {
    return new WhatIfCharts(
        new FigureModel(workers),
        new FigureModel(workers),
        new FigureModel(workers),
        new FigureModel(workers),
        new FigureModel(workers));
  }

  /// Draws a result; without one the charts are empty.
  ///
  /// @param models what changes of d are predicted from
  /// @param view what of the weights is looked at
  void draw(
      Optional<WhatIfResult> counted, PredictionBasis models, MixView view, ChartStyle style) {
    if (counted.isEmpty()) {
      List.of(retention, associations, effects, targets, weighted)
          .forEach(chart -> chart.missing(""));
      return;
    }
    WhatIfResult result = counted.get();
    retention.show(List.of(result, style), () -> RetentionDots.of(result, style));
    associations.show(List.of(result, style), () -> AssociationChangeDots.of(result, style));
    targets.show(List.of(result, style), () -> MixDots.of(result, style));
    weighted.show(
        List.of(result, view, style),
        () ->
            switch (view) {
              case LISTS -> WeightedShareDots.of(result, style);
              case ASSOCIATIONS -> WeightedAssociationDots.of(result, style);
              case WEIGHTS -> WeightDots.of(result, style);
            });
    effects.show(
        List.of(result, models, style),
        () ->
            PredictedChangeDots.of(
                result, new EffectPredictor(models).predict(result.associations()), style));
  }
}
