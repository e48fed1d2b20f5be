package dev.plumbline.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.EffectRows;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.RunListener;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.StudyFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedResultsTest {
  private final StudySession session = new StudySession(StudyFixture.study());
  private final ResultTables tables =
      new ResultTables(session, new Look(Theme.LIGHT, Locale.ENGLISH), Workers.direct());

  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void write() throws IOException {
    table =
        Files.writeString(
            folder.resolve("paper.csv"),
            """
            Image Test,Text Test,order,nt,naa,nab,model,pvalue,effect_size,npermutations,image_target_1,image_target_2,text_attribute_1,text_attribute_2,vtab+
            Race/Valence,SENT-WEAT3,image as target,6,215,250,RN50,0.02,1.5,924,Light,Dark,Pleasant,Unpleasant,0.45
            Race/Valence,SENT-WEAT3,image as target,6,215,250,vit-s-pleasant,0.5,-0.2,924,Light,Dark,Pleasant,Unpleasant,0.5
            """);
  }

  @Test
  void reportedModelsStandBesideTheMeasuredOnes() {
    tables.add(table);
    List<BiasRow> reported = reported();
    assertEquals(2, reported.size());
    BiasRow first = reported.getFirst();
    assertEquals("SENT-WEAT3", first.test().value());
    assertEquals(Order.IMAGE_AS_TARGET, first.order());
    assertEquals(924, first.permutations().orElseThrow());
    assertEquals("paper.csv", first.reported().orElseThrow().source());
    assertEquals(
        new ModelId("vit-s-pleasant (reported)"),
        reported.get(1).model(),
        "a reported model never passes for a measured one");
    assertEquals(18, session.result().models().size());
    assertTrue(session.result().scores().stream().anyMatch(it -> it.dataset().equals("VTAB+")));
    assertFalse(session.outdatedProperty().get(), "nothing has to be run for it");
    assertTrue(
        EffectRows.rows(session.result().bias()).stream()
            .anyMatch(row -> row.model().value().equals("RN50") && row.d() == 1.5),
        "relations see it");
  }

  @Test
  void theyGoWithTheirTableAndComeBackWithUndo() {
    tables.add(table);
    session.edit("remove", request -> StudyEdits.withoutResults(request, table));
    assertEquals(List.of(), reported());
    assertEquals(16, session.result().models().size());
    assertEquals(48, session.result().scores().size());
    session.undo();
    assertEquals(2, reported().size());
    session.undo();
    assertEquals(List.of(), reported());
    assertEquals(256, session.result().bias().size());
  }

  @Test
  void aSavedStudyKeepsThem() {
    tables.add(table);
    Path file = folder.resolve("s.plumb");
    StudyFile.write(file, session.study());
    StudySession again = new StudySession(StudyFile.read(file));
    assertEquals(
        session.result().bias().stream().filter(row -> row.reported().isPresent()).toList(),
        again.result().bias().stream().filter(row -> row.reported().isPresent()).toList());
    assertEquals(List.of(table), again.request().resultFiles());
  }

  @Test
  void aRunReadsTheTableAgain() {
    Study run =
        new StudyRunner(RunSettings.defaults())
            .study(
                NewStudy.blank("b").request().with(it -> it.resultFiles = List.of(table)),
                RunListener.none(),
                new dev.plumbline.core.Cancellation());
    assertEquals(2, run.result().bias().size());
    assertEquals(
        List.of("RN50", "vit-s-pleasant"),
        run.result().models().stream().map(ModelFacts::id).map(ModelId::value).toList());
    assertTrue(run.provenance().inputs().get("results paper.csv").startsWith("sha256:"));
    assertEquals(Optional.empty(), run.result().models().getFirst().location());
  }

  @Test
  void aTableThatIsNoneIsToldAndChangesNothing() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.csv"), "dear,sir\n1,2\n");
    tables.add(letter);
    assertTrue(
        session.notices().shown().stream().anyMatch(it -> it.sentence().contains("letter.csv")));
    assertEquals(List.of(), session.request().resultFiles());
  }

  @Test
  void droppedTablesAreToldApartByTheirColumns() throws IOException {
    assertEquals(List.of(new Dropped.Results(table)), Dropped.of(table));
    Path manifest = Files.writeString(folder.resolve("m.csv"), "url,caption\nu,c\n");
    assertEquals(List.of(new Dropped.Table(manifest)), Dropped.of(manifest));
  }

  @Test
  void resultsLeaveInBothLayouts() throws IOException {
    tables.add(table);
    for (ResultTables.Layout layout : ResultTables.Layout.values()) {
      Path out = folder.resolve(layout + ".csv");
      tables.save(out, layout);
      assertEquals(258 + 1, Files.readAllLines(out).size());
    }
  }

  private List<BiasRow> reported() {
    return session.result().bias().stream().filter(row -> row.reported().isPresent()).toList();
  }
}
