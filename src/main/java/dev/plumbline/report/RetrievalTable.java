package dev.plumbline.report;

import dev.plumbline.association.QueryMean;
import dev.plumbline.association.QuerySkew;
import dev.plumbline.association.RetrievalResult;
import dev.plumbline.core.Interval;
import dev.plumbline.study.RetrievalRow;
import java.util.List;

/// Skew of retrieval as tidy tables.
public final class RetrievalTable {
  private static final String MEASURED = "measured";

  private RetrievalTable() {}

  /// One row a model, attribute and measure, in columns that score tables have too.
  public static FigureTable means(List<RetrievalRow> rows) {
    FigureTable.Builder table =
        FigureTable.columns(
            "model",
            "dataset",
            "attribute",
            "metric",
            "value",
            "low",
            "high",
            "ci_method",
            "chance",
            "p",
            "n",
            "queries",
            "desired",
            "source",
            "reason");
    for (RetrievalRow row : rows) {
      if (row.result().isEmpty()) {
        table.row(
            row.model(),
            row.source(),
            row.attribute(),
            row.attribute() + "_maxskew",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            MEASURED,
            row.skipped().orElse(""));
      } else {
        RetrievalResult it = row.result().get();
        add(table, row, it, "_maxskew_at_" + it.k(), it.maxSkew());
        add(table, row, it, "_ndkl", it.ndkl());
        add(table, row, it, "_ndkl_at_" + it.k(), it.ndklTop());
      }
    }
    return table.table();
  }

  private static void add(
      FigureTable.Builder table,
      RetrievalRow row,
      RetrievalResult result,
      String metric,
      QueryMean mean) {
    table.row(
        row.model(),
        row.source(),
        row.attribute(),
        row.attribute() + metric,
        mean.mean(),
        FigureTable.low(mean.interval()),
        FigureTable.high(mean.interval()),
        mean.interval().map(Interval::method).orElse(""),
        mean.chance(),
        mean.p(),
        result.n(),
        result.queries().size(),
        result.settings().desired().label(),
        MEASURED,
        "");
  }

  /// One row a query and value of one model and attribute.
  public static FigureTable queries(RetrievalRow row) {
    FigureTable.Builder table =
        FigureTable.columns(
            "model",
            "dataset",
            "attribute",
            "query",
            "max_skew",
            "ndkl",
            "ndkl_at_k",
            "k",
            "value",
            "shown",
            "share",
            "desired",
            "skew");
    row.result().ifPresent(result -> result.queries().forEach(it -> add(table, row, result, it)));
    return table.table();
  }

  private static void add(
      FigureTable.Builder table, RetrievalRow row, RetrievalResult result, QuerySkew query) {
    for (int v = 0; v < result.values().size(); v++) {
      table.row(
          row.model(),
          row.source(),
          row.attribute(),
          query.query(),
          query.maxSkew(),
          query.ndkl(),
          query.ndklTop(),
          result.k(),
          result.values().get(v),
          query.top().get(v),
          (double) query.top().get(v) / result.k(),
          result.desired().get(v),
          result.skew(query, v));
    }
  }
}
