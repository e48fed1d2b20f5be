package dev.plumbline.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Oracle;
import dev.plumbline.performance.CsvTable;
import dev.plumbline.performance.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real effect sizes of nine models against their published scores.
class PublishedRelationsTest {
  @ParameterizedTest
  @CsvSource({
    "avg38, Average perf. on 38 datasets, row",
    "avg38, Average perf. on 38 datasets, model_mean",
    "imagenet1k, ImageNet 1k, row",
    "imagenet1k, ImageNet 1k, model_mean",
  })
  void everyCellAgrees(String metric, String column, String level) {
    List<EffectRow> rows = new ArrayList<>();
    List<Score> scores = new ArrayList<>();
    for (CsvTable.Row row :
        CsvTable.read(Oracle.path("correlation/joined_cross_modal.csv")).rows()) {
      ModelId model = new ModelId(row.required("model"));
      double d = row.number("effect_size").orElseThrow();
      rows.add(
          new EffectRow(
              model,
              row.text("Text Test"),
              row.text("Image Test"),
              row.text("order"),
              d,
              row.number("pvalue")));
      scores.add(new Score(model, column, "main", row.number(column).orElseThrow(), 0, "joined"));
    }
    RelationSettings settings =
        RelationSettings.defaults(column).withLevel(level.equals("row") ? Level.ROW : Level.MODEL);
    RelationResult pearson = new Relations(settings).relate(rows, scores);
    RelationResult spearman =
        new Relations(settings.withMethod(CorrelationMethod.SPEARMAN)).relate(rows, scores);
    int checked = 0;
    for (CsvTable.Row expected : CsvTable.read(Oracle.path("correlation/expected.csv")).rows()) {
      if (expected.text("metric").equals(metric) && expected.text("level").equals(level)) {
        agrees(expected, pearson, "pearson_r", "pearson_ci", "pearson_p", "pearson_p_bh");
        agrees(
            expected, spearman, "spearman_rho", "spearman_ci", "spearman_p_t", "spearman_p_t_bh");
        checked++;
      }
    }
    assertEquals(checked, pearson.cells().size());
    assertEquals(10, checked);
  }

  private static void agrees(
      CsvTable.Row expected, RelationResult result, String r, String ci, String p, String q) {
    RelationCell cell =
        result.cells().stream()
            .filter(one -> one.category().equals(expected.text("image_test")))
            .filter(one -> one.order().equals(expected.text("order")))
            .findFirst()
            .orElseThrow();
    assertEquals(expected.number("n").orElseThrow(), cell.n());
    assertEquals(expected.number("n_models").orElseThrow(), cell.models());
    near(expected.number(r), cell.r());
    near(expected.number(ci + "_low"), OptionalDouble.of(cell.interval().orElseThrow().low()));
    near(expected.number(ci + "_high"), OptionalDouble.of(cell.interval().orElseThrow().high()));
    near(expected.number(p), cell.p());
    near(expected.number(q), cell.q());
  }

  private static void near(OptionalDouble expected, OptionalDouble actual) {
    assertEquals(expected.orElseThrow(), actual.orElseThrow(), 1e-10);
  }
}
