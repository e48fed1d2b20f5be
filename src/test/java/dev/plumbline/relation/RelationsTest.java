package dev.plumbline.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationsTest {
  private static EffectRow row(String model, String test, String category, String order, double d) {
    return new EffectRow(new ModelId(model), test, category, order, d, OptionalDouble.empty());
  }

  private static Score score(String model, String metric, double value) {
    return new Score(new ModelId(model), "data", metric, value, 0, "f");
  }

  private static final List<Score> SCORES =
      List.of(
          score("a", "acc1", 0.1),
          score("b", "acc1", 0.2),
          score("c", "acc1", 0.3),
          score("d", "acc1", 0.4));

  private static List<EffectRow> rows() {
    List<EffectRow> rows = new ArrayList<>();
    double[] d = {0.5, 0.1, 0.9, 0.8};
    for (int i = 0; i < d.length; i++) {
      String model = List.of("a", "b", "c", "d").get(i);
      rows.add(row(model, "t1", "race", "all text", d[i]));
      rows.add(row(model, "t2", "race", "all text", d[i] + 0.2));
      rows.add(row(model, "t1", "age", " All Text ", -d[i]));
    }
    rows.add(row("lost", "t1", "race", "all text", 0));
    return rows;
  }

  @Test
  void rowsAreJoinedByModelAndCellsKeepTheirNamesAndOrder() {
    RelationResult result = new Relations(RelationSettings.defaults("data")).relate(rows(), SCORES);
    assertEquals("acc1", result.metric());
    assertEquals(
        List.of("race|all text", "age| All Text "),
        result.cells().stream().map(cell -> cell.category() + "|" + cell.order()).toList());
    RelationCell race = result.cells().getFirst();
    assertEquals(8, race.n());
    assertEquals(4, race.models());
    assertTrue(result.notes().stream().anyMatch(note -> note.contains("\"lost\"")));
    assertTrue(result.notes().stream().anyMatch(note -> note.contains("up to 2 rows")));
  }

  @Test
  void modelLevelAveragesTheRowsOfAModel() {
    Relations relations = new Relations(RelationSettings.defaults("data").withLevel(Level.MODEL));
    RelationResult result = relations.relate(rows(), SCORES);
    assertEquals(4, result.cells().getFirst().n());
    assertFalse(result.notes().stream().anyMatch(note -> note.contains("up to")));
    RelationPoint first = relations.points(rows(), SCORES).getFirst();
    assertEquals(
        new RelationPoint(new ModelId("a"), "t1 + t2", "race", "all text", 0.6, 0.1), first);
  }

  @Test
  void cellsMayBeToldApartByCategoryAlone() {
    RelationSettings settings =
        new RelationSettings(
            "data",
            Optional.empty(),
            CorrelationMethod.SPEARMAN,
            Level.ROW,
            Set.of(Grouping.CATEGORY),
            0.95);
    RelationResult result = new Relations(settings).relate(rows(), SCORES);
    assertEquals(List.of("", ""), result.cells().stream().map(RelationCell::order).toList());
  }

  @Test
  void aCellWithoutPointsHasAReasonAndIsNoMemberOfTheFamily() {
    List<EffectRow> rows = new ArrayList<>(rows());
    rows.add(row("lost", "t1", "religion", "all text", 1));
    RelationResult result = new Relations(RelationSettings.defaults("data")).relate(rows, SCORES);
    RelationCell religion =
        result.cells().stream()
            .filter(cell -> cell.category().equals("religion"))
            .findFirst()
            .get();
    assertEquals(0, religion.n());
    assertTrue(religion.r().isEmpty() && religion.q().isEmpty() && religion.reason().isPresent());
    assertEquals(
        new Relations(RelationSettings.defaults("data"))
            .relate(rows(), SCORES)
            .cells()
            .getFirst()
            .q(),
        result.cells().getFirst().q());
  }

  @Test
  void anAmbiguousOrUnknownMeasureIsASentence() {
    List<Score> two = new ArrayList<>(SCORES);
    two.add(score("a", "acc5", 0.9));
    RelationSettings settings = RelationSettings.defaults("data");
    assertTrue(refusal(settings, two).contains("choose one with --metric"));
    assertEquals("acc5", new Relations(settings.withMetric("acc5")).relate(rows(), two).metric());
    assertTrue(refusal(settings.withMetric("f1"), two).contains("no metric \"f1\""));
    assertTrue(refusal(RelationSettings.defaults("other"), two).contains("they have \"data\""));
    List<Score> strangers = List.of(score("x", "acc1", 1));
    assertTrue(refusal(settings, strangers).contains("scores \"x\""));
    List<Score> partial = List.of(new Score(new ModelId("a"), "mnist", "acc1", 1, 0, "f"));
    assertTrue(refusal(RelationSettings.defaults("VTAB+"), partial).contains("34 of them"));
  }

  private static String refusal(RelationSettings settings, List<Score> scores) {
    return assertThrows(
            PlumblineException.class, () -> new Relations(settings).relate(rows(), scores))
        .getMessage();
  }

  @Test
  void theFirstOfSeveralSourcesCountsAndIsNoted() {
    List<Score> scores = new ArrayList<>(SCORES);
    scores.add(new Score(new ModelId("a"), "data", "acc1", 0.7, 0, "another file"));
    Relations relations = new Relations(RelationSettings.defaults("data"));
    assertEquals(relations.points(rows(), SCORES), relations.points(rows(), scores));
    assertTrue(relations.relate(rows(), scores).notes().getFirst().contains("differ"));
  }

  @Test
  void effectSizesAreReadFromCsv(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("results.csv"),
            "order,d,model,test,category,q\nall text,0.5, m ,t,\"a, b\",\nall text,,m,t,c,\n");
    EffectTable table = EffectRowReader.read(file);
    assertEquals(List.of(row(" m ", "t", "a, b", "all text", 0.5)), table.rows());
    assertEquals(List.of("results.csv: 1 rows have no d and were left out."), table.notes());
    Path bad = Files.writeString(folder.resolve("bad.csv"), "model,d\nm,1\n");
    assertTrue(
        assertThrows(PlumblineException.class, () -> EffectRowReader.read(bad))
            .getMessage()
            .contains("lacks the columns test, category, order"));
  }
}
