package dev.plumbline.stimulus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every faulty battery gets one sentence that names the file and the place in it.
class BadBatteryTest {
  private static final String GOOD =
      """
      {"schema":"plumbline-battery/1","id":"mini","label":{"en":"Mini"},
       "imageSource":{"name":"mine","page":"https://example.org"},
       "sets":{
        "flower":{"label":"Flowers","texts":["rose","lily","iris","daisy"],"templates":["{A} {} here."],"images":"flower"},
        "insect":{"texts":["ant","fly","wasp","moth"],"images":"insect",
          "more":[{"texts":["ants"],"templates":["{^} here."]}]},
        "nice":{"texts":{"norms":"nrc-vad","by":"valence","end":"top","n":25},"images":{"norms":"oasis","end":"top","n":25}},
        "nasty":{"texts":["pain"],"source":"somebody 1998"}},
       "tests":[{"id":"fi","category":"Flower-Insect","x":"flower","y":"insect","a":"nice","b":"nasty",
         "orders":["all text","image-as-target"],"expected":"x with a","flip":false}]}
      """;

  @TempDir private Path folder;

  @Test
  void theBatteryThatIsBrokenBelowIsGood() throws IOException {
    assertEquals(1, BatteryReader.read(file(GOOD)).tests().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "source":"somebody         | "source" "somebody   | not valid JSON (line 8, column
          ["pain"]                   | ["pain",NaN]         | not valid JSON (line 8, column
          "n":25}                    | "n":1e999}           | $.sets.nice.texts.n: must be a number
          "n":25}                    | "n":2.5}             | $.sets.nice.texts.n: must be a whole number
          "n":25}                    | "n":0}               | $.sets.nice.texts.n: must be at least 1
          "n":25}                    | "n":"25"}            | $.sets.nice.texts.n: must be a number
          "end":"top","n":25}}       | "end":"top","n":451}}| $.sets.nice.images.n: asks for 451 at each end
          "end":"top","n":25},       | "end":"top","n":30000}, | $.sets.nice.texts.n: asks for 30,000 at each end
          "norms":"nrc-vad"          | "norms":"anew"       | $.sets.nice.texts.norms: there are no norms "anew"
          "norms":"nrc-vad"          | "norms":"oasis"      | $.sets.nice.texts.norms: "oasis" rates images, not words
          "norms":"oasis"            | "by":"dominance","norms":"oasis" | $.sets.nice.images.by: "oasis" has no ratings of dominance
          "by":"valence"             | "by":"beauty"        | $.sets.nice.texts.by: is "beauty"
          "end":"top","n":25},       | "end":"upper","n":25}, | $.sets.nice.texts.end: is "upper"
          "norms":"nrc-vad",         |                      | $.sets.nice.texts: "norms" is missing
          "schema":"plumbline-battery/1", |                 | $: "schema" is missing
          plumbline-battery/1        | plumbline-battery/2  | $.schema: is "plumbline-battery/2"
          "page":"https://example.org" | "page":""          | $.imageSource.page: must not be blank
          "id":"mini"                | "id":7               | $.id: must be a text
          {"en":"Mini"}              | {}                   | $.label: needs at least one language
          "label":"Flowers",         | "lable":"Flowers",   | $.sets.flower: "lable" is not known here
          ["rose","lily","iris","daisy"] | []               | $.sets.flower
          ["rose","lily","iris","daisy"] | "rose"           | $.sets.flower.texts: must be a list
          "rose","lily"              | "rose",null          | $.sets.flower.texts[1]: must be a text
          "rose","lily"              | "rose"," "           | $.sets.flower.texts[1]: must not be blank
          "{A} {} here."             | "A rose here."       | $.sets.flower.templates[0]: must hold {}
          "{^} here."                | "Ants here."         | $.sets.insect.more[0].templates[0]: must hold {}
          "texts":["ants"]           | "texts":[]           | $.sets.insect.more[0].texts: is empty
          "images":"insect"          | "images":"../insect" | $.sets.insect.images: must be a folder below
          "images":"insect"          | "images":"/insect"   | $.sets.insect.images: must be a folder below
          "images":"insect"          | "images":"a/../../b" | $.sets.insect.images: must be a folder below
          "images":"insect"          | "images":"flower"    | $.tests[0].y: X and Y show the same images
          "nasty":{                  | "flower":{           | $.sets.flower: the name "flower" is used twice
          "x":"flower"               | "x":"flour"          | $.tests[0].x: there is no set "flour"
          "y":"insect"               | "y":"flower"         | $.tests[0].y: X and Y are the same set
          "b":"nasty"                | "b":"nice"           | $.tests[0].b: A and B are the same set
          ["ant","fly"               | ["a Lily here.","fly" | $.tests[0].y: X and Y overlap
          "y":"insect",              |                      | $.tests[0]: "y" is missing
          "id":"fi",                 |                      | $.tests[0]: "id" is missing
          "category":"Flower-Insect" | "category":["F"]     | $.tests[0].category: must be a text
          "all text"                 | "all sound"          | $.tests[0].orders[0]: "all sound" is not an order
          "image-as-target"          | "all text"           | $.tests[0].orders[1]: the order "all text" is named twice
          "image-as-target"          | "all image"          | $.tests[0].b: the order "all image" needs images
          ["all text","image-as-target"] | []               | $.tests[0].orders: needs at least one order
          ["all text","image-as-target"] | "all text"       | $.tests[0].orders: must be a list
          "x with a"                 | "a with x"           | $.tests[0].expected: is "a with x"
          "flip":false               | "flip":"no"          | $.tests[0].flip: must be true or false
          "flip":false               | "flop":false         | $.tests[0]: "flop" is not known here
          """)
  void isToldInOneSentenceWithFileAndPath(String good, String bad, String complaint)
      throws IOException {
    assertTrue(GOOD.contains(good), good);
    Path file = file(GOOD.replace(good, bad == null ? "" : bad));
    String message =
        assertThrows(PlumblineException.class, () -> BatteryReader.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains(complaint), message);
    assertTrue(message.endsWith("."), message);
    assertEquals(1, message.lines().count(), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "rose","lily"              | "rose","Rose"        | $.sets.flower.texts[1] | stands twice
          "iris","daisy"             | "iris"               | $.tests[0].y           | unequal size: "flower" has 3 texts
          ["pain"]                   | ["fly"]              | $.tests[0]             | "fly" is a target
          "nasty":{                  | "spare":{"texts":["x"]},"nasty":{ | $.sets.spare | no test uses this set
          "lily","iris","daisy"      | "lily"               | $.tests[0].y           | unequal size
          """)
  void whatOnlyWeakensATestIsAWarning(String good, String bad, String path, String complaint)
      throws IOException {
    assertTrue(GOOD.contains(good), good);
    List<BatteryFinding> findings =
        BatteryChecks.of(BatteryReader.read(file(GOOD.replace(good, bad))));
    assertTrue(
        findings.stream()
            .anyMatch(it -> it.path().equals(path) && it.sentence().contains(complaint)),
        findings::toString);
    assertTrue(findings.stream().noneMatch(BatteryFinding::isError), findings::toString);
  }

  @Test
  void tooFewStimuliAreCounted() throws IOException {
    String few =
        GOOD.replace("\"rose\",\"lily\",\"iris\",\"daisy\"", "\"rose\",\"lily\"")
            .replace("\"ant\",\"fly\",\"wasp\",\"moth\"", "\"ant\"");
    List<BatteryFinding> findings = BatteryChecks.of(BatteryReader.read(file(few)));
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(
        "too few stimuli: with 2 and 2 targets no p below 0.167 exists.",
        findings.getFirst().sentence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "targ2":{"category":"I","examples":["ant"]},  |                      | $: "targ2" is missing
          ["ant"]                    | []                   | $.targ2.examples: needs at least one text
          ["ant"]                    | ["ROSE "]            | $.targ2.examples: X and Y overlap: "rose"
          ["pain"]                   | ["joy"]              | $.attr2.examples: A and B overlap: "joy"
          ["pain"]                   | ["pain",{}]          | $.attr2.examples[1]: must be a text
          "category":"I",            |                      | $.targ2: "category" is missing
          """)
  void sentenceTestsAreToldInTheirOwnPaths(String good, String bad, String complaint)
      throws IOException {
    String seat =
        """
        {"targ1":{"category":"F","examples":["rose"]}, "targ2":{"category":"I","examples":["ant"]},
         "attr1":{"category":"P","examples":["joy"]}, "attr2":{"category":"U","examples":["pain"]}}
        """;
    assertTrue(seat.contains(good), good);
    Path file =
        Files.writeString(folder.resolve("t.jsonl"), seat.replace(good, bad == null ? "" : bad));
    String message =
        assertThrows(PlumblineException.class, () -> BatteryReader.read(file)).getMessage();
    assertTrue(message.startsWith(file + ", " + complaint), message);
  }

  @Test
  void aFileThatIsNoTextIsNamed() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.write(file, "{\"label\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    String message =
        assertThrows(PlumblineException.class, () -> BatteryReader.read(file)).getMessage();
    assertEquals(file + " is not UTF-8 text; save it as UTF-8.", message);
    assertFalse(message.contains("Exception"));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mini.json"), text);
  }
}
