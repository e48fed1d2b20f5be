package dev.plumbline.stimulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StimulusSupplyTest {
  private static final Battery STUDY = BatteryReader.bundled("ghate2025");

  @TempDir private Path folder;

  @Test
  void wordsAreTheEndsOfTheUsersLexicon() throws IOException {
    UserStimuli.lexicon(folder.resolve("deep/er/NRC-VAD-Lexicon"), 60);
    StimulusSupply supply = StimulusSupply.of(STUDY, Optional.of(folder));
    List<String> pleasant = supply.texts("pleasant");
    assertEquals(150, pleasant.size());
    assertEquals("This is the word word0.", pleasant.getFirst());
    assertEquals("Those are the word word24.", pleasant.getLast());
    assertEquals("This is the word word35.", supply.texts("unpleasant").getFirst());
    assertEquals("Those are the word word59.", supply.texts("unpleasant").getLast());
  }

  @Test
  void equalRatingsKeepTheFilesOrder() {
    NormsTable table =
        new NormsTable(
            NormsSource.NRC_VAD,
            Path.of("x.txt"),
            List.of(entry("a", 0.5), entry("b", 0.9), entry("c", 0.9), entry("d", 0.5)),
            List.of());
    assertEquals(List.of("b"), table.select(rule(Selection.End.TOP, 1)));
    assertEquals(List.of("b", "c"), table.select(rule(Selection.End.TOP, 2)));
    assertEquals(List.of("a", "d"), table.select(rule(Selection.End.BOTTOM, 2)));
    assertEquals(List.of("d"), table.select(rule(Selection.End.BOTTOM, 1)));
    String tooMany =
        assertThrows(PlumblineException.class, () -> table.select(rule(Selection.End.BOTTOM, 3)))
            .getMessage();
    assertEquals("x.txt has 4 entries, too few to take 3 at each end.", tooMany);
  }

  private static NormsTable.Entry entry(String name, double valence) {
    return new NormsTable.Entry(name, Map.of(NormsDimension.VALENCE, valence));
  }

  private static Selection rule(Selection.End end, int n) {
    return new Selection(NormsSource.NRC_VAD, NormsDimension.VALENCE, end, n);
  }

  @Test
  void imagesOfNormsAreFoundByTheirThemes() throws IOException {
    UserStimuli.oasis(folder.resolve("OASIS"), 52);
    StimulusSupply supply = StimulusSupply.of(STUDY, Optional.of(folder));
    List<Path> pleasant = supply.images("pleasant");
    assertEquals(25, pleasant.size());
    assertTrue(pleasant.getFirst().endsWith("Images/Theme 0.jpg"), pleasant::toString);
    assertTrue(supply.images("unpleasant").getLast().endsWith("Images/Theme 51.jpg"));
    Files.delete(folder.resolve("OASIS/Images/Theme 3.jpg"));
    String message =
        message(() -> StimulusSupply.of(STUDY, Optional.of(folder)).images("pleasant"));
    assertTrue(message.startsWith("1 of the 25 images"), message);
    assertTrue(message.contains("\"Theme 3.jpg\""), message);
  }

  @ParameterizedTest
  @CsvSource({
    "race/european-american",
    "Race/European-American",
    "data/experiments/race/european-american",
    "ieat/data/Experiments/race/European-American"
  })
  void imageFoldersAreFoundInAnyLayout(String where) {
    UserStimuli.images(folder.resolve(where), 3);
    List<Path> images = StimulusSupply.of(STUDY, Optional.of(folder)).images("european-american");
    assertEquals(3, images.size());
    assertTrue(images.getFirst().startsWith(folder.resolve(where)));
  }

  @Test
  void theShallowestFolderCounts() {
    UserStimuli.images(folder.resolve("old/copy/age/young"), 1);
    UserStimuli.images(folder.resolve("new/age/young"), 2);
    UserStimuli.images(folder.resolve("other-age/young"), 4);
    UserStimuli.images(folder.resolve(".hidden/age/young"), 5);
    assertEquals(2, StimulusSupply.of(STUDY, Optional.of(folder)).images("young").size());
  }

  @Test
  void whatIsMissingIsToldWithTheOfficialPage() {
    StimulusSupply none = StimulusSupply.of(STUDY, Optional.empty());
    assertTrue(message(() -> none.texts("pleasant")).contains("saifmohammad.com"));
    assertTrue(message(() -> none.images("pleasant")).contains("osf.io/6pnd7"));
    assertTrue(message(() -> none.images("young")).contains("github.com/ryansteed/ieat"));
    StimulusSupply empty = StimulusSupply.of(STUDY, Optional.of(folder));
    assertTrue(message(() -> empty.texts("pleasant")).contains(folder.toString()));
    assertTrue(message(() -> empty.images("young")).contains("age/young"));
    assertEquals(64, empty.texts("young").size(), "what the battery brings along is there");
    StimulusSupply nowhere = StimulusSupply.of(STUDY, Optional.of(folder.resolve("no")));
    assertTrue(message(() -> nowhere.texts("pleasant")).startsWith("There is no folder"));
  }

  @Test
  void everyNeedIsListedWithWhatIsThere() throws IOException {
    UserStimuli.lexicon(folder, 60);
    UserStimuli.oasis(folder.resolve("OASIS"), 52);
    UserStimuli.images(folder.resolve("age/young"), 6);
    List<StimulusNeed> needs = StimulusSupply.of(STUDY, Optional.of(folder)).needs();
    Map<String, StimulusNeed> byName =
        needs.stream().collect(Collectors.toMap(StimulusNeed::name, need -> need));
    assertEquals(12, needs.size());
    StimulusNeed lexicon = byName.get("NRC-VAD lexicon");
    assertEquals(60, lexicon.count());
    assertEquals(13, lexicon.cells(), "eight all-text and five image-as-target");
    assertTrue(lexicon.notes().getFirst().contains("has 60 rows"), lexicon::toString);
    assertEquals(13, byName.get("OASIS images and norms").cells());
    assertEquals(6, byName.get("age/young").count());
    assertTrue(byName.get("age/young").problem().isEmpty());
    assertTrue(byName.get("age/old").problem().isPresent());
    assertEquals(2, byName.get("age/old").cells());
  }

  @Test
  void knownReleasesHaveNoNote() throws IOException {
    assertEquals(List.of(), NormsReader.read(UserStimuli.lexicon(folder, 19_971)).notes());
    Path second = folder.resolve("v2.txt");
    Files.writeString(second, "term\tvalence\tarousal\tdominance\nbig deal\t-0.25\t0.1\t0.2\n");
    NormsTable table = NormsReader.read(second);
    assertEquals("big deal", table.entries().getFirst().name());
    assertEquals(-0.25, table.entries().getFirst().ratings().get(NormsDimension.VALENCE));
    assertEquals(1, table.notes().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Word,Mood;a,1                                  | is no known table of norms
          Word,Valence                                   | has a header but no rows
          Word,Valence;a,high                            | row 2, column valence holds "high"
          Word,Valence;a,NaN                             | row 2, column valence holds "NaN"
          Word,Valence;a,0.5;b                           | row 3 has only 1 cells
          Word,Valence;,0.5                              | row 2 has no name
          Theme,Valence_mean,Arousal_mean;Dog 1,5.1      | row 2 has only 2 cells
          Theme,Valence_mean;"Dog 1,5                    | check that it is complete
          """)
  void aDamagedTableIsToldInOneSentence(String lines, String complaint) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("t.csv"), lines.replace(";", "\n"), StandardCharsets.UTF_8);
    String message = message(() -> NormsReader.read(file));
    assertTrue(message.contains(file.toString()), message);
    assertTrue(message.contains(complaint), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void aWordNamedTwiceCountsOnce() throws IOException {
    Path file = folder.resolve("t.txt");
    Files.writeString(file, "word\tvalence\na\t1\nb\t0.5\na\t0\n");
    NormsTable table = NormsReader.read(file);
    assertEquals(2, table.entries().size());
    assertEquals(1.0, table.entries().getFirst().ratings().get(NormsDimension.VALENCE));
    assertTrue(table.notes().getFirst().contains("names 1 entries again"), table.notes()::toString);
  }

  private static String message(org.junit.jupiter.api.function.Executable action) {
    return assertThrows(PlumblineException.class, action).getMessage();
  }
}
