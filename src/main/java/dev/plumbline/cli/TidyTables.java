package dev.plumbline.cli;

import dev.plumbline.performance.Score;
import dev.plumbline.report.FigureTable;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.CrossModalRows;
import dev.plumbline.study.EffectRows;
import dev.plumbline.study.StudyResult;
import java.util.List;

/// Results and scores as the tidy tables that `relate` reads.
final class TidyTables {
  private static final List<String> SCORES =
      List.of("model", "dataset", "metric", "value", "source", "n");

  private TidyTables() {}

  /// One row a model, test and order.
  static FigureTable results(List<BiasRow> rows) {
    return new FigureTable(EffectRows.COLUMNS, rows.stream().map(EffectRows::cells).toList());
  }

  /// One row a model, test and order that has a d, in the columns of arXiv 2502.07957.
  static FigureTable crossModal(Battery battery, StudyResult result) {
    return new FigureTable(CrossModalRows.COLUMNS, new CrossModalRows(battery, result).cells());
  }

  /// One row a score.
  static FigureTable scores(List<Score> scores) {
    return new FigureTable(
        SCORES,
        scores.stream()
            .map(
                score ->
                    List.of(
                        score.model().value(),
                        score.dataset(),
                        score.metric(),
                        Double.toString(score.value()),
                        score.source(),
                        Long.toString(score.n())))
            .toList());
  }
}
