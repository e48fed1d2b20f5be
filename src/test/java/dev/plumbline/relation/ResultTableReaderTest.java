package dev.plumbline.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Oracle;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTableReaderTest {
  private static final String CROSS =
      "Image Test,Text Test,order,nt,naa,nab,model,pvalue,effect_size,npermutations";

  @TempDir private Path folder;

  @Test
  void publishedCrossModalResultsAreReadWhole() {
    ResultTable table = ResultTableReader.read(Oracle.path("../real/cross_modal.csv"));
    assertEquals(396, table.effects().size());
    assertEquals(9, table.models().size());
    assertEquals(List.of(), table.notes());
    ReportedEffect first = table.effects().getFirst();
    assertEquals(new ModelId("RN50"), first.model());
    assertEquals("SENT-WEAT1", first.test());
    assertEquals("Insect-Flower/Valence", first.category());
    assertEquals(Order.IMAGE_AS_TARGET, first.order());
    assertEquals(1.8490577, first.d());
    assertEquals(OptionalDouble.of(1e-6), first.p());
    assertEquals(OptionalLong.of(1_000_000), first.permutations());
    assertEquals(List.of(35, 35, 215, 250), first.n(), "attributes of unequal size");
    assertEquals(List.of("Flower", "Insect", "Pleasant", "Unpleasant"), first.sets());
    assertEquals(
        List.of("Flowers", "Insects", "Pleasant", "Unpleasant"), table.effects().get(1).sets());
    assertEquals("cross_modal.csv", first.source());
  }

  @Test
  void publishedImageResultsHaveNoOrderAndAreAllImage() {
    ResultTable table = ResultTableReader.read(Oracle.path("../real/ieat_replication.csv"));
    assertEquals(171, table.effects().size());
    assertEquals(9, table.models().size());
    assertTrue(table.effects().stream().allMatch(it -> it.order() == Order.ALL_IMAGE));
    assertEquals(19, table.effects().stream().map(ReportedEffect::test).distinct().count());
    ReportedEffect first = table.effects().getFirst();
    assertEquals("Age/Valence", first.category());
    assertEquals(OptionalLong.of(924), first.permutations());
    assertEquals(List.of(6, 6, 55, 55), first.n());
    assertTrue(table.effects().stream().anyMatch(it -> it.test().equals("Weapon/Tool vs. Weapon")));
  }

  @Test
  void publishedTablesServeRelationsToo() {
    EffectTable table = EffectRowReader.read(Oracle.path("../real/cross_modal.csv"));
    assertEquals(396, table.rows().size());
    assertEquals("image as target", table.rows().getFirst().order());
  }

  @Test
  void factsAndScoresOfModelsComeAlong() throws IOException {
    ResultTable table =
        ResultTableReader.read(
            file(
                CROSS
                    + ",architecture,pretraining_dataset,params,architecture_family,dataset_family,vtab,vtab+\n"
                    + "A/Valence,T,all"
                    + " text,8,25,25,ViT-B-32,0.5,0.1,,ViT-B-32,laion2b,151.28,ViT,laion,0.4,0.5\n"
                    + "A/Valence,T,all"
                    + " text,8,25,25,ViT-B-32,0.5,0.2,,ViT-B-32,openai,151277313,ViT,openai_wit,,\n"));
    assertEquals(
        List.of("ViT-B-32 laion2b", "ViT-B-32 openai"),
        table.models().stream().map(model -> model.id().value()).toList());
    ReportedModel first = table.models().getFirst();
    assertEquals(OptionalLong.of(151_280_000), first.parameters(), "given in millions");
    assertEquals(OptionalLong.of(151_277_313), table.models().get(1).parameters());
    assertEquals(Optional.of("laion"), first.datasetFamily());
    assertEquals(
        List.of("VTAB", "VTAB+"), table.scores().stream().map(it -> it.dataset()).toList());
    assertEquals(OptionalLong.empty(), table.effects().getFirst().permutations());
  }

  @Test
  void theOtherPublishedLayoutsAreKnown() throws IOException {
    ResultTable images =
        ResultTableReader.read(
            file(
                "Test,Model,X,Y,A,B,d,p,n_t,n_a,sig\n"
                    + "Age,igpt,young,old,pleasant,unpleasant,0.42,0.24,6,55,\n"));
    assertEquals(Order.ALL_IMAGE, images.effects().getFirst().order());
    assertEquals(
        List.of("young", "old", "pleasant", "unpleasant"), images.effects().getFirst().sets());
    ResultTable sentences =
        ResultTableReader.read(
            file(
                "model\toptions\ttest\tp_value\teffect_size\tnum_targ1\tnum_targ2\tnum_attr1"
                    + "\tnum_attr2\n"
                    + "bert\tversion=large\tsent-weat1\t0.001\t1.5\t350\t350\t215\t250\n"));
    assertEquals(Order.ALL_TEXT, sentences.effects().getFirst().order());
    assertEquals(List.of(350, 350, 215, 250), sentences.effects().getFirst().n());
    ResultTable tidy =
        ResultTableReader.read(
            file(
                "order,d,test,category,model,source\n"
                    + "All Text,0.5,t,c,m,paper table 2\n"
                    + "all text,,t,c,n,\n"));
    assertEquals("paper table 2", tidy.effects().getFirst().source());
    assertEquals(List.of("t.csv: 1 rows have no d and were left out."), tidy.notes());
  }

  @Test
  void repeatedRowsAreLeftOutAndCounted() throws IOException {
    ResultTable table =
        ResultTableReader.read(
            file(CROSS + "\nA,T,all text,1,1,1,m,0.1,0.1,9\nA,T,all text,1,1,1,m,0.1,0.2,9\n"));
    assertEquals(0.1, table.effects().getFirst().d());
    assertTrue(table.notes().getFirst().contains("1 rows repeat"), table.notes()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A,T,all sound,1,1,1,m,0.1,0.1,9  | row 2, column order: "all sound" is not an order
          A,T,,1,1,1,m,0.1,0.1,9           | row 2, column order is empty
          A,T,all text,1,1,1,m,0.1,high,9  | row 2, column effect_size holds "high"
          A,T,all text,1,1,1,m,1.5,0.1,9   | row 2, column pvalue holds 1.5
          A,T,all text,1,1,1,,0.1,0.1,9    | row 2, column model is empty
          ,T,all text,1,1,1,m,0.1,0.1,9    | row 2, column Image Test is empty
          A,T,all text,1,1,1,m,0.1,NaN,9   | holds no effect size
          A,T,all text                     | row 2 has 3 cells
          """)
  void faultsAreToldWithFileRowAndColumn(String row, String complaint) throws IOException {
    Path file = file(CROSS + "\n" + row + "\n");
    String message =
        assertThrows(PlumblineException.class, () -> ResultTableReader.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains(complaint), message);
  }

  @Test
  void anotherTableIsRefusedByItsHeader() throws IOException {
    Path file = file("dear,sir\n1,2\n");
    String message =
        assertThrows(PlumblineException.class, () -> ResultTableReader.read(file)).getMessage();
    assertTrue(message.contains("its header is \"dear,sir\""), message);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }
}
