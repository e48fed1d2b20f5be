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
