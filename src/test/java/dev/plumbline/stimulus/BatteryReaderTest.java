package dev.plumbline.stimulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatteryReaderTest {
  private static final String GOOD =
      """
      {"schema":"plumbline-battery/1","id":"mini","label":{"en":"Mini","ja":"小"},
       "sets":{
        "flower":{"label":"Flowers","texts":["rose","lily"],"templates":["a {}","the {}"],"images":"flower"},
        "insect":{"texts":["ant"],"images":"insect"},
        "nice":{"texts":["joy"]},
        "nasty":{"texts":["pain"]}},
       "tests":[{"id":"fi","category":"Flower-Insect","x":"flower","y":"insect","a":"nice","b":"nasty",
         "orders":["all text","image-as-target"]}]}
      """;

  @TempDir private Path folder;

  @Test
  void readsSetsTestsAndLabels() throws IOException {
    Battery battery = BatteryReader.read(file("mini.json", GOOD));
    assertEquals("mini", battery.id());
    assertEquals("小", battery.label().in(Locale.JAPANESE));
    assertEquals(
        List.of("flower", "insect", "nice", "nasty"), List.copyOf(battery.sets().keySet()));
    StimulusSet flower = battery.sets().get("flower");
    assertEquals(List.of("a rose", "the rose", "a lily", "the lily"), flower.sentences());
    assertEquals(Optional.of("flower"), flower.images());
    AssociationTest test = battery.tests().getFirst();
    assertEquals("Flower-Insect", test.category());
    assertEquals(List.of(Order.ALL_TEXT, Order.IMAGE_AS_TARGET), test.orders());
  }

  @Test
  void readsTheBatteryOfTheSampleStudy() {
    Battery sample = BatteryReader.bundled("sample");
    assertEquals("sample", sample.id());
    assertTrue(sample.tests().size() >= 4);
  }

  @Test
  void readsSeatFilesWhateverTheirSuffix() throws IOException {
    String seat =
        """
        {"targ1":{"category":"Flowers","examples":["This is a rose."]},
         "targ2":{"category":"Insects","examples":["This is an ant."]},
         "attr1":{"category":"Pleasant","examples":["joy"]},
         "attr2":{"category":"Unpleasant","examples":["pain","war"]}}
        """;
    Battery battery = BatteryReader.read(file("sent-weat1.jsonl", seat));
    AssociationTest test = battery.tests().getFirst();
    assertEquals("sent-weat1", test.id().value());
    assertEquals("Flowers-Insects/Pleasant-Unpleasant", test.category());
    assertEquals(List.of(Order.ALL_TEXT), test.orders());
    assertEquals(List.of("pain", "war"), battery.sets().get("Unpleasant").sentences());
  }

  @Test
  void readsAFolderOfSeatFilesAsOneBattery() throws IOException {
    String one =
        """
        {"targ1":{"category":"Flowers","examples":["rose"]},
         "targ2":{"category":"Insects","examples":["ant"]},
         "attr1":{"category":"Pleasant","examples":["joy"]},
         "attr2":{"category":"Unpleasant","examples":["pain"]}}
        """;
    file("weat1.jsonl", one);
    file(
        "weat2.json",
        one.replace("Flowers", "Tools").replace("rose", "saw").replace("joy", "ease"));
    file("readme.txt", "not a test");
    file("other.json", "{\"a\":1}");
    Battery battery = BatteryReader.read(folder);
    assertEquals(
        List.of("weat1", "weat2"), battery.tests().stream().map(it -> it.id().value()).toList());
    assertEquals("Insects", battery.tests().get(1).y(), "the same words are the same set");
    assertEquals("Pleasant 2", battery.tests().get(1).a(), "other words get a number");
    assertEquals(List.of("ease"), battery.sets().get("Pleasant 2").texts());
  }

  @Test
  void aCategoryNamedTwiceInOneFileGetsANumber() throws IOException {
    Battery battery =
        BatteryReader.read(
            file(
                "names.json",
                """
                {"targ1":{"category":"Names","examples":["Amy"]},
                 "targ2":{"category":"Names","examples":["Bob"]},
                 "attr1":{"category":"Nice","examples":["joy"]},
                 "attr2":{"category":"Nasty","examples":["pain"]}}
                """));
    assertEquals("Names", battery.tests().getFirst().x());
    assertEquals("Names 2", battery.tests().getFirst().y());
  }

  @Test
  void saysSoWhereAFolderHoldsNoTest() {
    assertTrue(message(folder).contains("holds no SEAT/WEAT tests"), message(folder));
  }

  @Test
  void aFlippedTestExchangesItsTargets() throws IOException {
    String flipped =
        GOOD.replace("\"id\":\"fi\"", "\"id\":\"fi\",\"flip\":true,\"expected\":\"y with a\"");
    AssociationTest test = BatteryReader.read(file("mini.json", flipped)).tests().getFirst();
    assertEquals("insect", test.x());
    assertEquals("flower", test.y());
    assertTrue(test.flipped());
    assertEquals(Optional.of(Expectation.X_WITH_A), test.expected());
    assertEquals("flower", test.flip().x());
  }

  @Test
  void ordersLeftOutAreThoseThatTheSetsAllow() throws IOException {
    String without = GOOD.replace(",\n   \"orders\":[\"all text\",\"image-as-target\"]", "");
    assertEquals(
        List.of(Order.ALL_TEXT, Order.IMAGE_AS_TARGET),
        BatteryReader.read(file("mini.json", without)).tests().getFirst().orders());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "x":"flower"             | "x":"flour"            | $.tests[0].x
          "id":"fi"                | "id":" "               | $.tests[0].id
          "y":"insect",            |                        | $.tests[0]
          "texts":["ant"],"images":"insect" | "label":"I"   | $.sets.insect
          "a {}"                   | "a rose"               | $.sets.flower.templates[0]
          "texts":["joy"]          | "texts":["joy",7]      | $.sets.nice.texts[1]
          "all text"               | "all sound"            | $.tests[0].orders[0]
          "image-as-target"        | "all image"            | $.tests[0].a
          "image-as-target"        | "all text"             | $.tests[0].orders[1]
          "images":"flower"        | "images":"../flower"   | $.sets.flower.images
          plumbline-battery/1      | plumbline-battery/9    | $.schema
          "label":{"en":"Mini","ja":"小"} | "label":[1]     | $.label
          """)
  void namesFileAndPathOfEachFault(String good, String bad, String path) throws IOException {
    Path file = file("mini.json", GOOD.replace(good, bad == null ? "" : bad));
    String message = message(file);
    assertTrue(message.startsWith(file + ", " + path + ": "), message);
  }

  @Test
  void refusesTwoTestsOfOneName() throws IOException {
    String test = GOOD.substring(GOOD.indexOf("{\"id\":\"fi\""), GOOD.lastIndexOf("]}"));
    Path file = file("mini.json", GOOD.replace(test, test + "," + test));
    assertTrue(message(file).contains("$.tests[1].id: the id \"fi\" is used twice"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schema\": | not valid JSON (line 1",
        "{} {} | not valid JSON (line 1, column 5)",
        "[] | object"
      })
  void refusesWhatIsNotOneJsonObject(String text, String complaint) throws IOException {
    Path file = file("b.json", text);
    assertTrue(message(file).contains(file.toString()), message(file));
    assertTrue(message(file).contains(complaint), message(file));
  }

  @Test
  void saysSoWhereThereIsNoFile() {
    assertTrue(message(folder.resolve("none.json")).startsWith("There is no file"));
    assertThrows(PlumblineException.class, () -> BatteryReader.bundled("no-such-battery"));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String message(Path file) {
    return assertThrows(PlumblineException.class, () -> BatteryReader.read(file)).getMessage();
  }
}
