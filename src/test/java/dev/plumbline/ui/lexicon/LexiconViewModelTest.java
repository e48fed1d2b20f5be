package dev.plumbline.ui.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CaptionSample;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.composition.TermList;
import dev.plumbline.composition.TermNeighbour;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.ui.StudyFixture;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconViewModelTest {
  private static final CaptionSample SAMPLE =
      new CaptionSample(
          new DatasetId("m"), List.of("a china plate", "the china plate", "flowers"), 4, true);

  @TempDir private Path folder;

  private final StudySession session = new StudySession(StudyFixture.study());
  private final Look look = new Look(Theme.LIGHT, Locale.ENGLISH);

  private LexiconViewModel model(CaptionSupply supply) {
    LexiconViewModel model = new LexiconViewModel(session, look, Workers.direct(), supply);
    model.edit();
    return model;
  }

  @Test
  void resultsOfTheOldListsAreOldOnceNewOnesAreSavedAndNotBefore() {
    LexiconViewModel model = model(_ -> SAMPLE);
    model.editList("terms", _ -> new TermList(List.of("rose"), false));
    assertTrue(model.isChanged());
    assertFalse(session.outdatedProperty().get());

    assertTrue(model.save(folder.resolve("mine.json")));

    assertTrue(session.outdatedProperty().get());
    assertEquals("mine", session.request().lexicon().id());
    assertFalse(model.isChanged());
    session.undo();
    assertFalse(session.outdatedProperty().get());
  }

  @Test
  void firstRowsAreLookedAtWhereNoMoreCanBeDrawn() {
    LexiconViewModel model =
        model(
            _ -> {
              throw new PlumblineException("no");
            });
    CaptionSample first = new CaptionSample(new DatasetId("m"), List.of("flowers"), 1, false);
    model.lookAt(Optional.of(session.request().manifests().getFirst()), Optional.of(first));

    assertEquals(Optional.of(first), model.looks().sampleProperty().get());
    assertEquals(1, model.looks().caughtProperty().get().get("flowers"));
  }

  @Test
  void aTermSaysWhatItStandsBesideUnlessItIsFoundAnywhere() {
    LexiconViewModel model = model(_ -> SAMPLE);
    model.lookAt(Optional.of(session.request().manifests().getFirst()), Optional.empty());
    model.editList("terms", _ -> new TermList(List.of("china"), false));
    model.termProperty().set("china");

    assertEquals(
        List.of(new TermNeighbour("plate", false, 2)), model.looks().neighboursProperty().get());
    assertEquals(2, model.looks().foundProperty().get().orElseThrow().look().caught());
    model.editList("match", list -> new TermList(list.terms(), true));
    assertEquals(List.of(), model.looks().neighboursProperty().get());
  }

  @Test
  void aFileThatIsNoLexiconLeavesTheDraftAsItIs() throws Exception {
    LexiconViewModel model = model(_ -> SAMPLE);
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"terms\":5}");

    String sentence = assertThrows(PlumblineException.class, () -> model.open(wrong)).getMessage();

    assertTrue(sentence.contains("wrong.json"), sentence);
    assertEquals(session.request().lexicon(), model.draftProperty().get());
  }

  @Test
  void listsKeepTheirSectionsLabelsSourcesAndTestsThroughEveryChange() {
    Lexicon all = LexiconReader.bundled();
    Lexicon copied = LexiconDraft.withCopy(all, "women", "women-2");
    assertEquals(
        List.of("women", "women-2", "men", "nonbinary"), copied.sections().getFirst().lists());
    assertEquals("女性-2", copied.labels().get("women-2").in(Locale.JAPANESE));
    assertEquals(LexiconDraft.Part.GROUP, LexiconDraft.part(copied, "women-2"));
    assertEquals(all, LexiconDraft.withoutList(copied, "women-2"));
    Lexicon named = LexiconDraft.withListNamed(all, "women", "ladies");
    assertEquals("gender", named.section("ladies").orElseThrow().id());
    assertEquals(all.sources().get("women"), named.sources().get("ladies"));
    assertEquals(
        LexiconDraft.testsOf(all, "women").size(), LexiconDraft.testsOf(named, "ladies").size());
    assertEquals(all, LexiconDraft.withListNamed(named, "ladies", "women"));
    Lexicon less = LexiconDraft.withoutList(all, "women");
    assertEquals(
        all.tests().size() - LexiconDraft.testsOf(all, "women").size(), less.tests().size());
    assertEquals(List.of("men", "nonbinary"), ListSections.of(less, "", look).get("Gender"));
  }

  @Test
  void cellsPastedFromASpreadsheetAreTermsAndWhatIsNotSeenIsTrimmed() {
    assertEquals(
        List.of("woman", "young woman", "she", "her"),
        LexiconDraft.terms("woman \r\n\u00a0young woman\tshe\n\n\u200b her\ufeff"));
  }
}
