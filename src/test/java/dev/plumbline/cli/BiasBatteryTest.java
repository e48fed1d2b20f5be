package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.stimulus.UserStimuli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BiasBatteryTest {
  private static final Path MODEL = Path.of("sample-data/models/vit-s-pleasant");

  @TempDir private Path folder;

  @Test
  void theTwentySixTestsRunWhereTheirStimuliAreAndSayWhyElsewhere() {
    JsonObject report =
        Cli.json("bias", "--model", MODEL, "--battery", "ghate2025-classic", "--no-cache");
    List<JsonObject> rows = rows(report);
    assertEquals(26, rows.size());
    assertEquals(8, rows.stream().filter(row -> !row.has("skipped")).count());
    for (JsonObject row : rows) {
      assertEquals(
          row.get("order").getAsString().equals("all text"), !row.has("skipped"), row.toString());
    }
  }

  @Test
  void withoutAFolderItIsSaidOnceWhatIsMissingAndWhereToGetIt() {
    Cli cli = Cli.run("bias", "--model", MODEL, "--battery", "ghate2025", "--permutations", "100");
    assertEquals(ExitCode.DONE, cli.code(), cli.err());
    assertEquals(1, cli.out().lines().filter(it -> it.startsWith("Missing without")).count());
    for (String page : List.of("saifmohammad.com", "osf.io/6pnd7", "github.com/ryansteed/ieat")) {
      assertEquals(1, cli.out().lines().filter(it -> it.contains(page)).count(), cli.out());
    }
  }

  @Test
  void allTwentySixRunOnceTheUsersStimuliAreThere() throws IOException {
    UserStimuli.lexicon(folder.resolve("lexicons"), 60);
    UserStimuli.oasis(folder.resolve("OASIS"), 52);
    Path images = folder.resolve("ieat/data/experiments");
    UserStimuli.imagesOf(BatteryReader.bundled("ghate2025"), images, 4);
    Object[] run = {
      "bias",
      "--model",
      MODEL,
      "--battery",
      "ghate2025",
      "--stimuli",
      folder,
      "--no-cache",
      "--permutations",
      "1000"
    };
    JsonObject whole = Cli.json(run);
    List<JsonObject> rows = rows(whole);
    assertEquals(26, rows.size());
    rows.forEach(
        row -> assertTrue(!row.has("skipped") && !row.get("d").isJsonNull(), row::toString));
    assertEquals(150, rows.get(1).getAsJsonObject("n").get("a").getAsInt());
    Files.delete(folder.resolve("lexicons/NRC-VAD-Lexicon.txt"));
    JsonObject without = Cli.json(run);
    List<JsonObject> skipped = rows(without).stream().filter(row -> row.has("skipped")).toList();
    assertEquals(13, skipped.size());
    skipped.forEach(
        row -> assertTrue(row.get("skipped").getAsString().contains("NRC-VAD"), row::toString));
    JsonObject need = without.getAsJsonArray("stimuli").get(0).getAsJsonObject();
    assertEquals("https://saifmohammad.com/WebPages/nrc-vad.html", need.get("page").getAsString());
    assertTrue(need.has("reason") && need.get("found").isJsonNull(), need::toString);
  }

  @Test
  void aFlipChangesTheSignOfOneTest() {
    List<JsonObject> plain = rows(run());
    List<JsonObject> flipped = rows(run("--flip", "flower-insect-valence"));
    for (int i = 0; i < plain.size(); i++) {
      boolean turned = plain.get(i).get("test").getAsString().equals("flower-insect-valence");
      double d = plain.get(i).get("d").getAsDouble();
      assertEquals(turned ? -d : d, flipped.get(i).get("d").getAsDouble(), 1e-12);
    }
    assertEquals(4, plain.size());
    Cli.assertRefused(
        List.of("--flip", "roses", "flower-insect-valence"),
        "bias",
        "--model",
        MODEL,
        "--flip",
        "roses");
  }

  private JsonObject run(String... more) {
    List<Object> arguments = new ArrayList<>(List.of("bias", "--model", MODEL));
    arguments.addAll(List.of("--orders", "all text", "--permutations", "1000"));
    arguments.addAll(List.of(more));
    return Cli.json(arguments.toArray());
  }

  @Test
  void seatFilesAreTakenAloneAndByTheFolder() throws IOException {
    String seat =
        """
        {"targ1":{"category":"Flowers","examples":["This is a rose.","This is a tulip.","A daisy."]},
         "targ2":{"category":"Insects","examples":["This is an ant.","This is a wasp.","A fly."]},
         "attr1":{"category":"Pleasant","examples":["lovely","happy"]},
         "attr2":{"category":"Unpleasant","examples":["awful","nasty"]}}
        """;
    Path one = Files.writeString(folder.resolve("sent-weat1.jsonl"), seat);
    Files.writeString(folder.resolve("sent-weat2.json"), seat);
    assertEquals(1, rows(Cli.json("bias", "--model", MODEL, "--battery", one)).size());
    List<JsonObject> both = rows(Cli.json("bias", "--model", MODEL, "--battery", folder));
    assertEquals(
        List.of("sent-weat1", "sent-weat2"),
        both.stream().map(row -> row.get("test").getAsString()).toList());
    assertEquals(both.get(0).get("d"), both.get(1).get("d"));
  }

  @Test
  void wordsThatTheTokenizerLosesAreToldInNotes() throws IOException {
    Path file = folder.resolve("long.json");
    Files.writeString(
        file,
        """
        {"schema":"plumbline-battery/1","sets":{
          "flower":{"texts":["rose","lily","iris"]},"insect":{"texts":["ant","Fly","FLY"]},
          "nice":{"texts":["%s"]},"nasty":{"texts":["pain"]}},
         "tests":[{"id":"t","x":"flower","y":"insect","a":"nice","b":"nasty"}]}
        """
            .formatted("joy ".repeat(60).strip()));
    JsonObject report = Cli.json("bias", "--model", MODEL, "--battery", file);
    List<String> notes = new ArrayList<>();
    report.getAsJsonArray("notes").forEach(note -> notes.add(note.getAsString()));
    assertTrue(
        notes.stream().anyMatch(it -> it.contains("$.sets.insect.texts[2]")), notes::toString);
    assertTrue(
        notes.stream()
            .anyMatch(
                it ->
                    it.contains(
                        "the tokenizer of vit-s-pleasant cannot tell \"Fly\" from \"FLY\"")),
        notes::toString);
    assertTrue(
        notes.stream().anyMatch(it -> it.contains("longer than 24 tokens")), notes::toString);
  }

  @Test
  void badBatteriesAreRefusedWithFileAndPath() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.json"), "{\"schema\": }");
    Cli.assertRefused(List.of("mine.json", "line 1"), "bias", "--model", MODEL, "--battery", file);
    String twins =
        """
        {"schema":"plumbline-battery/1","sets":{"a":{"texts":["x"]},"b":{"texts":["X"]}},
         "tests":[{"id":"t","x":"a","y":"b","a":"a","b":"b"}]}
        """;
    Files.writeString(file, twins);
    Cli.assertRefused(
        List.of("mine.json", "$.tests[0].y", "overlap"),
        "bias",
        "--model",
        MODEL,
        "--battery",
        file);
    Files.writeString(file, twins.replace("\"X\"", "NaN"));
    Cli.assertRefused(List.of("mine.json", "line 1"), "bias", "--model", MODEL, "--battery", file);
    Cli.assertRefused(
        List.of("weat", "all image"),
        "bias",
        "--model",
        MODEL,
        "--battery",
        "weat",
        "--orders",
        "all image");
    Cli.assertRefused(
        List.of("nowhere.json"), "bias", "--model", MODEL, "--battery", "nowhere.json");
  }

  private static List<JsonObject> rows(JsonObject report) {
    List<JsonObject> rows = new ArrayList<>();
    for (JsonElement row : report.getAsJsonArray("results")) {
      rows.add(row.getAsJsonObject());
    }
    assertTrue(!rows.isEmpty());
    return rows;
  }
}
