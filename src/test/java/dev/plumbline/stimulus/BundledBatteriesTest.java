package dev.plumbline.stimulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.core.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BundledBatteriesTest {
  private static final Path FOLDER = Path.of("assets/batteries");

  static Stream<String> bundled() {
    return BatteryReader.BUNDLED.stream();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(FOLDER.resolve("battery.schema.json")), InputFormat.JSON);
  }

  @Test
  void everyFileOfTheFolderIsListed() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          new HashSet<>(BatteryReader.BUNDLED),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.endsWith(".schema.json"))
              .map(name -> name.replace(".json", ""))
              .collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void everyBatterySatisfiesThePublishedSchema(String id) throws IOException {
    String text = Files.readString(FOLDER.resolve(id + ".json"));
    List<Error> errors = schema().validate(text, InputFormat.JSON);
    assertTrue(errors.isEmpty(), errors::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "flip": true           | "flip": 1
          "expected": "x with a" | "expected": "x"
          "all image"            | "all images"
          "by": "valence"        | "by": "kindness"
          "templates": [         | "template": [
          "page":                | "pages":
          "{} is here."          | "Tiffany is here."
          """)
  void theSchemaRefusesWhatTheReaderRefuses(String good, String bad) throws IOException {
    String text = Files.readString(FOLDER.resolve("ghate2025.json"));
    assertTrue(text.contains(good), good);
    String broken = text.replace(good, bad);
    assertFalse(schema().validate(broken, InputFormat.JSON).isEmpty(), bad);
    assertEquals(
        Optional.of(true),
        Optional.of(refuses(broken)),
        () -> "the reader takes what the schema refuses: " + bad);
  }

  private static boolean refuses(String text) {
    try {
      BatteryReader.parse("b.json", text, "b");
      return false;
    } catch (dev.plumbline.core.PlumblineException _) {
      return true;
    }
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void everyLabelIsWrittenInBothLanguages(String id) {
    Battery battery = BatteryReader.bundled(id);
    assertEquals(2, battery.label().texts().size());
    battery.sets().values().forEach(set -> assertEquals(2, set.label().texts().size(), set.name()));
    battery
        .tests()
        .forEach(test -> assertEquals(2, test.label().texts().size(), test.id().value()));
  }

  @ParameterizedTest
  @CsvSource({"ghate2025", "ghate2025-classic"})
  void theStudysBatteryHasItsTwentySixTests(String id) {
    Battery battery = BatteryReader.bundled(id);
    Map<Order, Long> byOrder =
        battery.tests().stream()
            .flatMap(test -> test.orders().stream())
            .collect(Collectors.groupingBy(order -> order, Collectors.counting()));
    assertEquals(
        Map.of(
            Order.ALL_IMAGE,
            5L,
            Order.ALL_TEXT,
            8L,
            Order.IMAGE_AS_TARGET,
            5L,
            Order.TEXT_AS_TARGET,
            8L),
        byOrder);
    assertEquals(5, battery.tests().stream().map(AssociationTest::category).distinct().count());
  }

  /// Numbers of sentences of the published result tables (column `nt`). The same 14 patterns over
  /// 25 instruments would make 350; the published file leaves 20 of them out, which ones is seen in
  /// its list of sentences.
  @ParameterizedTest
  @CsvSource({
    "flower, 350",
    "insect, 350",
    "instrument, 330",
    "weapon, 330",
    "european-american-names, 256",
    "african-american-names, 256",
    "european-american-names-2, 128",
    "african-american-names-2, 128",
    "european-american-terms, 195",
    "african-american-terms, 195",
    "young, 64",
    "old, 64",
    "male-names, 64",
    "female-names, 64",
    "male-terms, 80",
    "female-terms, 80"
  })
  void setsHaveAsManySentencesAsPublished(String set, int sentences) {
    List<String> all = BatteryReader.bundled("ghate2025").sets().get(set).sentences();
    assertEquals(sentences, all.size());
    assertEquals(
        List.of(), all.stream().filter(text -> text.contains("{")).toList(), "placeholders left");
  }

  @Test
  void theTwentySentencesLeftOutByTheSourceAreLeftOutHere() {
    for (String id : List.of("ghate2025", "ghate2025-classic")) {
      List<String> all = BatteryReader.bundled(id).sets().get("instrument").sentences();
      assertEquals(330, all.stream().distinct().count());
      for (String left :
          List.of(
              "Cellos are things.", "It is a trombone.", "Here is a horn.", "This is a harp.")) {
        assertFalse(all.contains(left), left);
      }
      assertTrue(all.contains("It is an oboe.") && all.contains("Bagpipes are things."), id);
    }
  }

  @Test
  void sentencesAreEnglish() {
    Battery battery = BatteryReader.bundled("ghate2025");
    List<String> flowers = battery.sets().get("flower").sentences();
    assertTrue(
        flowers.containsAll(
            List.of("This is an aster.", "An iris is a thing.", "Poppies are things.")));
    List<String> weapons = battery.sets().get("weapon").sentences();
    assertTrue(
        weapons.containsAll(List.of("It is dynamite.", "Those are knives.", "This is an axe.")));
    assertTrue(battery.sets().get("young").sentences().contains("The person's name is Tiffany."));
  }

  @Test
  void wordsOfAttributesComeByRule() {
    Battery battery = BatteryReader.bundled("ghate2025");
    StimulusSet pleasant = battery.sets().get("pleasant");
    assertEquals(
        Optional.of(
            new Selection(NormsSource.NRC_VAD, NormsDimension.VALENCE, Selection.End.TOP, 25)),
        pleasant.textRule());
    assertEquals(150, pleasant.sentences(java.util.Collections.nCopies(25, "joy")).size());
    assertEquals(NormsSource.OASIS, pleasant.imageRule().orElseThrow().norms());
    assertEquals(
        150,
        BatteryReader.bundled("ghate2025-classic").sets().get("unpleasant").sentences().size());
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void aWrittenBatteryIsTheSameOneAndSatisfiesTheSchema(String id) throws IOException {
    Battery battery = BatteryReader.bundled(id);
    String text = BatteryWriter.json(battery);
    assertEquals(battery, BatteryReader.parse("written.json", text, "other"));
    List<Error> errors = schema().validate(text, InputFormat.JSON);
    assertTrue(errors.isEmpty(), errors::toString);
  }

  @Test
  void genderIsFlippedSoThatItsExpectedSignIsPositive() {
    for (AssociationTest test : BatteryReader.bundled("ghate2025").tests()) {
      boolean gender = test.category().equals("Gender/Valence");
      assertEquals(gender, test.flipped(), test.id().value());
      assertEquals(Optional.of(Expectation.X_WITH_A), test.expected(), test.id().value());
      if (gender) {
        assertTrue(test.x().startsWith("female"), test.x());
      }
    }
  }

  @Test
  void theClassicWordTestsAreTen() {
    Battery weat = BatteryReader.bundled("weat");
    assertEquals(10, weat.tests().size());
    assertEquals(
        List.of(25, 25, 32, 16, 16, 8, 8, 8, 6, 8),
        weat.tests().stream().map(it -> weat.sets().get(it.x()).texts().size()).toList());
    for (AssociationTest test : weat.tests()) {
      assertEquals(
          weat.sets().get(test.x()).texts().size(),
          weat.sets().get(test.y()).texts().size(),
          test.id().value());
    }
  }

  @Test
  void theImageTestsAreNineteenFoldersDeep() {
    Battery ieat = BatteryReader.bundled("ieat");
    assertEquals(19, ieat.tests().size());
    ieat.tests().forEach(test -> assertEquals(List.of(Order.ALL_IMAGE), test.orders()));
    ieat.sets().values().forEach(set -> assertTrue(set.images().isPresent(), set.name()));
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void noBatteryHasAnError(String id) {
    List<BatteryFinding> findings = BatteryChecks.of(BatteryReader.bundled(id));
    assertEquals(List.of(), findings.stream().filter(BatteryFinding::isError).toList());
    if (id.startsWith("ghate")) {
      assertEquals(List.of(), findings, "all targets are equally many");
    }
  }
}
