package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plumbline.composition.LexiconReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
  @TempDir private Path folder;
  private Path lexicon;

  @BeforeEach
  void writeLexicon() throws IOException {
    lexicon =
        Files.writeString(
            folder.resolve("terms.json"),
            """
            {"terms": {"cats": ["cat"], "dogs": ["dog"], "good": ["nice"], "bad": ["angry"]},
             "tests": [{"id": "pets", "x": "cats", "y": "dogs", "a": "good", "b": "bad"}]}
            """);
  }

  @Test
  void countsRowsMentionsAndAssociations() throws IOException {
    Path manifest = csv("pets.csv", "a nice cat", "nice cat", "angry cat", "angry dog", "dog");
    JsonObject result = Cli.json("profile", manifest, "--lexicon", lexicon);
    assertEquals(5, result.get("rows").getAsLong());
    assertEquals(5, result.get("used").getAsLong());
    assertEquals(0, result.get("failed").getAsLong());
    assertEquals(1, result.get("files").getAsInt());
    assertEquals(Files.size(manifest), result.get("bytes").getAsLong());
    assertEquals("text", result.getAsJsonObject("columns").get("caption").getAsString());
    assertEquals(3, result.getAsJsonObject("mentions").get("cats").getAsLong());
    assertEquals(2, result.getAsJsonObject("terms").getAsJsonObject("dogs").get("dog").getAsLong());
    JsonObject words = result.getAsJsonObject("facets").getAsJsonObject("captionWords");
    assertEquals(10.0 / 5, words.get("mean").getAsDouble());
    assertEquals(0, words.get("missing").getAsLong());
    assertTrue(words.getAsJsonArray("bins").get(0).getAsJsonObject().has("share"));
    JsonObject pets = result.getAsJsonArray("associations").get(0).getAsJsonObject();
    assertEquals(2, pets.getAsJsonObject("table").get("xa").getAsLong());
    double expected = Math.log(2.5 * 1.5 / (1.5 * 0.5));
    assertEquals(expected, pets.get("logOddsRatio").getAsDouble(), 1e-12);
    assertTrue(pets.get("low").getAsDouble() < expected);
    assertTrue(pets.get("deltaNpmi").isJsonNull() && pets.has("reason"));
    assertEquals(0.1, pets.get("representationBias").getAsDouble(), 1e-12);
    assertEquals(2 / 5.0 - 1 / 5.0, pets.get("associationBias").getAsDouble(), 1e-12);
    JsonObject nice = pets.getAsJsonArray("words").get(0).getAsJsonObject();
    assertEquals("nice", nice.get("term").getAsString());
    assertEquals(2, nice.get("x").getAsLong());
    assertEquals(Math.log(3.0 / 2) - Math.log(1.0 / 2), nice.get("logOdds").getAsDouble(), 1e-12);
    JsonObject pairs = result.getAsJsonObject("coOccurrence");
    assertEquals(5, pairs.get("rows").getAsLong());
    JsonObject cell = pairs.getAsJsonArray("cells").get(0).getAsJsonObject();
    assertEquals(
        Math.log(2 * 5 / (3.0 * 2)), cell.getAsJsonObject("pmi").get("value").getAsDouble(), 1e-12);
  }

  @Test
  void rowsThatRepeatOthersAreCountedButNotInASample() throws IOException {
    Path manifest = csv("pets.csv", "a nice cat", "a nice cat", "dog", "a nice cat", "angry dog");
    JsonObject repeats =
        Cli.json("profile", manifest, "--lexicon", lexicon).getAsJsonObject("duplicates");
    JsonObject caption = repeats.getAsJsonObject("caption");
    assertEquals(5, caption.get("rows").getAsLong());
    assertEquals(0, caption.get("missing").getAsLong());
    assertEquals(3, caption.get("distinct").getAsLong());
    assertEquals(2, caption.get("repeats").getAsLong());
    assertEquals(0.4, caption.get("share").getAsDouble());
    assertEquals("exact count", caption.get("method").getAsString());
    assertEquals(3, caption.get("most").getAsLong());
    String text = Cli.run("profile", manifest, "--lexicon", lexicon).out();
    assertTrue(text.contains("40.00%"), text);
    JsonObject sample =
        Cli.json("profile", manifest, "--lexicon", lexicon, "--sample", 3)
            .getAsJsonObject("duplicates")
            .getAsJsonObject("caption");
    assertTrue(sample.get("share").isJsonNull());
    assertTrue(sample.get("reason").getAsString().contains("fewer repeats"));
  }

  @Test
  void aLexiconThatTheEditorSavedIsCounted() throws IOException {
    Path saved = folder.resolve("saved lists.json");
    LexiconReader.write(saved, LexiconReader.bundled("gender"));
    Path manifest = csv("people.csv", "two women", "a man", "a dog");
    JsonObject result = Cli.json("profile", manifest, "--lexicon", saved);
    assertEquals(1, result.getAsJsonObject("mentions").get("women").getAsLong());
    Path hostile = Files.writeString(folder.resolve("hostile.json"), "[".repeat(9_000));
    Cli.assertRefused(List.of("hostile.json"), "profile", manifest, "--lexicon", hostile);
  }

  @Test
  void aSampleIsLabelledAndItsSharesHaveIntervals() throws IOException {
    String[] captions = new String[4000];
    for (int i = 0; i < captions.length; i++) {
      captions[i] = i % 4 == 0 ? "a nice cat" : "angry dog " + i;
    }
    Path manifest = csv("many.csv", captions);
    JsonObject result =
        Cli.json("profile", manifest, "--lexicon", lexicon, "--sample", 1000, "--seed", 5);
    JsonObject estimate = result.getAsJsonObject("estimate");
    assertEquals(5, estimate.get("seed").getAsLong());
    assertEquals(result.get("rows").getAsLong(), estimate.get("rows").getAsLong());
    assertTrue(estimate.get("rows").getAsLong() < 4000);
    JsonObject cats = result.getAsJsonObject("mentionShares").getAsJsonObject("cats");
    assertTrue(cats.get("low").getAsDouble() < 0.25 && cats.get("high").getAsDouble() > 0.25);
    JsonObject words = result.getAsJsonObject("facets").getAsJsonObject("captionWords");
    JsonObject bin = words.getAsJsonArray("bins").get(0).getAsJsonObject();
    assertTrue(bin.get("low").getAsDouble() <= bin.get("share").getAsDouble());
    JsonObject association = result.getAsJsonArray("associations").get(0).getAsJsonObject();
    assertTrue(association.get("low").getAsDouble() < association.get("high").getAsDouble());
    String rest = association.get("moments").toString() + association.get("words");
    rest += result.get("coOccurrence");
    assertFalse(rest.contains("\"low\"") || rest.contains("\"z\""), rest);
    assertTrue(estimate.get("withoutInterval").getAsString().contains("coOccurrence"));
    Cli.assertRefused(List.of("--sample"), "profile", manifest, "--sample", 0);
    Cli.assertRefused(List.of("--sample"), "profile", manifest, "--sample", 9, "--dedupe", "url");
  }

  @Test
  void languagesAreDetectedWhereNoColumnTellsThem() throws IOException {
    String[] captions = new String[30];
    for (int i = 0; i < captions.length; i++) {
      captions[i] =
          switch (i % 3) {
            case 0 -> "Ein alter Mann mit seinem Hund im Garten";
            case 1 -> "IMG_" + i;
            default -> "An old man with his dog in the garden";
          };
    }
    Path manifest = csv("mixed.csv", captions);
    JsonObject result = Cli.json("profile", manifest, "--lexicon", lexicon, "--seed", 9);
    JsonObject language = result.getAsJsonObject("facets").getAsJsonObject("language");
    JsonArray bins = language.getAsJsonArray("bins");
    assertEquals("und", bins.get(2).getAsJsonObject().get("key").getAsString());
    JsonObject german = bins.get(0).getAsJsonObject();
    assertEquals("de", german.get("key").getAsString());
    assertEquals(10, german.get("count").getAsLong());
    assertEquals(1 / 3.0, german.get("share").getAsDouble());
    assertEquals(1 / 3.0, german.get("low").getAsDouble(), "all rows were looked at");
    JsonObject detected = language.getAsJsonObject("detected");
    assertEquals(30, detected.get("captions").getAsLong());
    assertEquals(9, detected.get("seed").getAsLong());
    assertTrue(detected.get("detector").getAsString().contains("OpenNLP"));
    JsonObject without =
        Cli.json("profile", manifest, "--lexicon", lexicon, "--languages", 0)
            .getAsJsonObject("facets");
    assertTrue(!without.has("language") && without.has("captionWords"));
    JsonObject sampled =
        Cli.json("profile", manifest, "--lexicon", lexicon, "--sample", 20)
            .getAsJsonObject("facets");
    assertTrue(sampled.getAsJsonObject("language").has("detected"));
    String text = Cli.run("profile", manifest, "--lexicon", lexicon).out();
    assertTrue(text.contains("language*") && text.contains("de 33.3% [33.3, 33.3]"), text);
    assertTrue(text.contains("* detected in the captions of 30"), text);
  }

  @Test
  void theTextNamesMentionedListsMostFirstAndTheOthersInOneLine() throws IOException {
    Path manifest = csv("pets.csv", "a nice cat", "nice dog", "dog");
    String text = Cli.run("profile", manifest, "--lexicon", lexicon).out();
    assertTrue(text.startsWith("pets: 3 rows in 1 file, 3 used"), text);
    List<String> lines = text.lines().toList();
    int mentioned = lines.indexOf("mentioned  rows");
    assertEquals(
        List.of(
            "dogs          2",
            "good          2",
            "cats          1",
            "1 list is mentioned by no row: bad"),
        lines.subList(mentioned + 1, mentioned + 5));
  }

  @Test
  void theTextOfASampleShowsIntervals() throws IOException {
    String[] captions = new String[4000];
    for (int i = 0; i < captions.length; i++) {
      captions[i] = i * 7919 % 4 == 0 ? "a nice cat" : "one dog";
    }
    String text =
        Cli.run("profile", csv("many.csv", captions), "--lexicon", lexicon, "--sample", 1000).out();
    String words =
        text.lines().filter(line -> line.startsWith("captionWords")).findFirst().orElseThrow();
    assertTrue(words.matches(".*\\d\\.\\d% \\[\\d+\\.\\d, \\d+\\.\\d].*"), words);
    assertTrue(text.contains("1 list is mentioned by no row of the sample: bad"), text);
  }

  @Test
  void aDryRunSaysWhyAColumnHasItsRoleAndCountsNothing() throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("two.csv"), "re_caption,org_caption,link\na b,c d,http://x.example/1\n");
    JsonObject result = Cli.json("profile", manifest, "--dry-run", "--map", "caption=re_caption");
    JsonObject roles = result.getAsJsonObject("roles");
    JsonObject caption = roles.getAsJsonObject("caption");
    assertEquals("re_caption", caption.get("column").getAsString());
    assertEquals("assigned by hand", caption.get("reason").getAsString());
    assertEquals(
        "its values are web addresses", roles.getAsJsonObject("url").get("reason").getAsString());
    assertEquals(3, result.getAsJsonArray("columns").size());
    assertTrue(!result.has("rows"));
  }

  @Test
  void whatCannotBeReadIsWrittenAsATable() throws IOException {
    Path shards = Files.createDirectory(folder.resolve("parts"));
    Files.writeString(shards.resolve("a.csv"), "url,text\nu,a cat\n=cmd\nu,a dog\n");
    Files.write(shards.resolve("b.csv"), new byte[0]);
    Path table = folder.resolve("rejects.csv");
    JsonObject result = Cli.json("profile", shards, "--lexicon", lexicon, "--rejects", table);
    assertEquals(2, result.get("rows").getAsLong());
    List<String> lines = Files.readAllLines(table);
    assertEquals("file,line,rows,reason,text", lines.getFirst());
    assertEquals(4, lines.size(), lines.toString());
    assertTrue(lines.get(1).contains("b.csv,,,") && lines.get(1).contains("empty"), lines.get(1));
    assertTrue(lines.get(2).contains("a.csv,,1,"), lines.get(2));
    assertTrue(lines.get(3).endsWith("a.csv,3,,,'=cmd"), lines.get(3));
    Cli.json("profile", shards, "--dry-run", "--rejects", table);
    assertEquals(2, Files.readAllLines(table).size());
    Cli.json("profile", shards, "--filter", "words >= 2", "--rejects", table);
    assertEquals(4, Files.readAllLines(table).size());
  }

  @Test
  void aBrokenShardIsListedAndTheRestCounted() throws IOException {
    Path shards = Files.createDirectory(folder.resolve("shards"));
    Files.writeString(shards.resolve("a.csv"), "url,text\nhttp://x.example/1.jpg,a cat\n");
    Files.write(shards.resolve("b.csv"), new byte[0]);
    JsonObject result = Cli.json("profile", shards, "--lexicon", lexicon);
    assertEquals(1, result.get("rows").getAsLong());
    JsonArray rejects = result.getAsJsonArray("rejects");
    assertEquals(1, rejects.size());
    assertTrue(rejects.get(0).getAsJsonObject().get("file").getAsString().endsWith("b.csv"));
  }

  @Test
  void rolesAreAssignedByHand() throws IOException {
    Path manifest = Files.writeString(folder.resolve("odd.csv"), "link,words\nu,a cat\nv,a dog\n");
    JsonObject result =
        Cli.json("profile", manifest, "--map", "caption=words", "--lexicon", lexicon);
    assertEquals(1, result.getAsJsonObject("mentions").get("cats").getAsLong());
  }

  @Test
  void aFilterProfilesOnlyTheRowsItKeeps() throws IOException {
    Path manifest = csv("pets.csv", "a nice cat", "nice cat", "angry cat", "angry dog", "dog");
    JsonObject result =
        Cli.json(
            "profile",
            manifest,
            "--lexicon",
            lexicon,
            "--filter",
            "words >= 2 and not caption mentions list bad");
    assertEquals(2, result.get("used").getAsLong());
    assertEquals(2, result.getAsJsonObject("mentions").get("cats").getAsLong());
    JsonObject filter = result.getAsJsonObject("filter");
    assertEquals(
        "words >= 2 and not caption mentions list 'bad'", filter.get("expression").getAsString());
    assertEquals(5, filter.get("used").getAsLong());
    assertEquals(2, filter.get("kept").getAsLong());
    assertEquals(0.4, filter.get("share").getAsDouble());
    JsonObject cats = filter.getAsJsonArray("groups").get(0).getAsJsonObject();
    assertEquals("cats", cats.get("name").getAsString());
    assertEquals(3, cats.get("raw").getAsLong());
    assertEquals(2, cats.get("kept").getAsLong());
    assertEquals(2.0 / 3 / 0.4, cats.get("relative").getAsDouble(), 1e-12);
    JsonObject pets = filter.getAsJsonArray("associations").get(0).getAsJsonObject();
    assertEquals(1, pets.getAsJsonObject("raw").getAsJsonObject("table").get("xb").getAsLong());
    assertEquals(0, pets.getAsJsonObject("kept").getAsJsonObject("table").get("xb").getAsLong());
    assertEquals(1, filter.getAsJsonArray("amplifications").size());
    Cli.assertRefused(List.of("pets.csv", "character 6"), "profile", manifest, "--filter", "words");
    Cli.assertRefused(
        List.of("pets.csv", "similarity"), "profile", manifest, "--filter", "similarity > 1");
    Cli.assertRefused(List.of("--dedupe"), "profile", manifest, "--dedupe", "size");
  }

  @Test
  void keptRowsAreWrittenInEveryForm() throws IOException {
    StringBuilder text = new StringBuilder("uid,url,text,language,similarity\n");
    for (int i = 0; i < 40; i++) {
      String uid = "%032x".formatted(BigInteger.valueOf(i).multiply(MANY).mod(WRAP));
      text.append("%s,u%d,a b c d e,%s,%s%n".formatted(uid, i, i % 2 == 0 ? "en" : "ja", i / 40.0));
    }
    Path manifest = Files.writeString(folder.resolve("pool.csv"), text);
    Path recipe = folder.resolve("out/r.json");
    Path subset = folder.resolve("out/s.npy");
    Path parquet = folder.resolve("out/k.parquet");
    JsonObject result =
        Cli.json(
            "profile",
            manifest,
            "--preset",
            "laion2b",
            "--save-recipe",
            recipe,
            "--save-subset",
            subset,
            "--save-parquet",
            parquet);
    JsonObject filter = result.getAsJsonObject("filter");
    assertEquals(14, filter.get("kept").getAsLong());
    assertEquals(2, filter.getAsJsonArray("notes").size());
    JsonObject saved = filter.getAsJsonObject("saved");
    assertEquals(14, saved.getAsJsonObject("subset").get("uids").getAsLong());
    assertEquals(14, saved.getAsJsonObject("parquet").get("rows").getAsLong());
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(subset)).order(ByteOrder.LITTLE_ENDIAN);
    int start = 10 + bytes.getShort(8);
    assertEquals(0, start % 64);
    assertEquals(start + 14 * 16, bytes.capacity());
    for (int i = 1; i < 14; i++) {
      int at = start + 16 * i;
      int high = Long.compareUnsigned(bytes.getLong(at - 16), bytes.getLong(at));
      int low = Long.compareUnsigned(bytes.getLong(at - 8), bytes.getLong(at + 8));
      assertTrue(high < 0 || high == 0 && low < 0);
    }
    assertEquals(14, Cli.json("profile", parquet).get("used").getAsLong());
    JsonObject again = Cli.json("profile", manifest, "--recipe", recipe);
    assertEquals(14, again.getAsJsonObject("filter").get("kept").getAsLong());
    Cli.assertRefused(List.of("--preset", "synsets"), "profile", manifest, "--preset", "text");
    Cli.assertRefused(List.of("--words"), "profile", manifest, "--words", recipe);
    Cli.assertRefused(List.of("--preset", "laion2b"), "profile", manifest, "--preset", "best");
    Cli.assertRefused(List.of("pool.csv", "JSON"), "profile", manifest, "--recipe", manifest);
    Path none = csv("none.csv", "a cat");
    Cli.assertRefused(List.of("none.csv", "uid"), "profile", none, "--save-subset", subset);
    Path bad = Files.writeString(folder.resolve("bad.csv"), "uid,text\n12,a cat\n");
    Cli.assertRefused(List.of("bad.csv", "hexadecimal"), "profile", bad, "--save-subset", subset);
  }

  /// English, and a word of the list between white space: as written there, in any case.
  @Test
  void thePresetTextTakesTheWordsOfAList() throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("words.csv"),
            "url,text,language\n"
                + "u,A Dog runs,en\n"
                + "u,a dog runs,ja\n"
                + "u,two dogs,en\n"
                + "u,\"dog, cat\",en\n"
                + "u,Kit_Fox den,en\n"
                + "u,,en\n"
                + "u,hot\u00a0wolf,en\n");
    Path words =
        Files.writeString(
            folder.resolve("it's lemmas.txt"), "kit_fox, Vulpes_macrotis\ndog\n# cat\n\nwolf,\n");
    Path ids = Files.writeString(folder.resolve("ids.txt"), "n02084071\nn02119789\n");
    Path recipe = folder.resolve("words.json");
    JsonObject filter =
        Cli.json(
                "profile",
                manifest,
                "--preset",
                "text",
                "--words",
                words,
                "--filter",
                "characters > 3",
                "--save-recipe",
                recipe)
            .getAsJsonObject("filter");
    assertEquals(3, filter.get("kept").getAsLong());
    assertTrue(filter.get("notes").toString().contains("base form"));
    JsonObject again = Cli.json("profile", manifest, "--recipe", recipe);
    assertEquals(3, again.getAsJsonObject("filter").get("kept").getAsLong());
    Cli.assertRefused(
        List.of("ids.txt", "lemmas"), "profile", manifest, "--preset", "text", "--words", ids);
  }

  private static final BigInteger MANY = new BigInteger("c0ffee00deadbeef0123456789abcdef", 16);
  private static final BigInteger WRAP = BigInteger.ONE.shiftLeft(128);

  @Test
  void manifestsAreComparedFacetByFacet() throws IOException {
    Path pets = csv("pets.csv", "a nice cat", "nice cat", "angry cat", "dog");
    Path dogs = csv("dogs.csv", "a dog", "one dog");
    JsonObject result =
        Cli.json("profile", pets, "--lexicon", lexicon, "--compare", dogs, "--compare", pets);
    assertEquals(4, result.get("used").getAsLong());
    JsonArray comparisons = result.getAsJsonArray("comparisons");
    assertEquals(2, comparisons.size());
    JsonObject first = comparisons.get(0).getAsJsonObject();
    assertEquals("dogs", first.get("other").getAsString());
    JsonObject mentions = first.getAsJsonObject("facets").getAsJsonObject("mentions");
    JsonObject cats = mentions.getAsJsonArray("bins").get(0).getAsJsonObject();
    assertEquals("cats", cats.get("key").getAsString());
    assertEquals(-0.75, cats.get("difference").getAsDouble());
    JsonObject same = comparisons.get(1).getAsJsonObject();
    JsonObject words = same.getAsJsonObject("facets").getAsJsonObject("captionWords");
    assertEquals(0, words.get("totalVariation").getAsDouble());
    assertEquals(0, words.get("jensenShannon").getAsDouble());
    Path gone = folder.resolve("gone.csv");
    Cli.assertRefused(List.of("gone.csv"), "profile", pets, "--compare", gone);
  }

  @Test
  void keptRowsAreWeightedToATargetMix() throws IOException {
    Path pets = csv("pets.csv", "a cat", "cat", "cat here", "dog", "bird");
    JsonObject weights =
        Cli.json("profile", pets, "--lexicon", lexicon, "--target", "cats=0.4,dogs=0.4")
            .getAsJsonObject("filter")
            .getAsJsonObject("reweighting");
    assertEquals(3, weights.getAsJsonArray("cells").size());
    JsonObject cats = weights.getAsJsonArray("cells").get(0).getAsJsonObject();
    assertEquals(2.0 / 3, cats.get("weight").getAsDouble(), 1e-6);
    double expected = 25 / (3 * 4 / 9.0 + 4 + 1);
    assertEquals(expected, weights.get("effectiveRows").getAsDouble(), 1e-5);
    JsonObject refused =
        Cli.json("profile", pets, "--lexicon", lexicon, "--target", "bad=0.4")
            .getAsJsonObject("filter")
            .getAsJsonObject("reweighting");
    assertTrue(refused.get("effectiveRows").isJsonNull() && refused.has("reason"));
    Cli.assertRefused(
        List.of("pets.csv", "mice"), "profile", pets, "--lexicon", lexicon, "--target", "mice=1");
    Cli.assertRefused(
        List.of("cats"), "profile", pets, "--lexicon", lexicon, "--target", "cats=1.5");
  }

  @Test
  void badInputIsNamed() throws IOException {
    Path manifest = csv("pets.csv", "a cat");
    Cli.assertRefused(List.of("gone.csv"), "profile", folder.resolve("gone.csv"));
    Cli.assertRefused(
        List.of("empty.csv"), "profile", Files.createFile(folder.resolve("empty.csv")));
    byte[] parquet = "PAR1 cut short".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Cli.assertRefused(
        List.of("cut.parquet"), "profile", Files.write(folder.resolve("cut.parquet"), parquet));
    Cli.assertRefused(List.of("pets.csv", "words"), "profile", manifest, "--map", "caption=words");
    Cli.assertRefused(List.of("--map", "colour"), "profile", manifest, "--map", "colour=text");
    Cli.assertRefused(List.of("--engine"), "profile", manifest, "--engine", "sc://x:1");
    Cli.assertRefused(
        List.of("none.json"), "profile", manifest, "--lexicon", folder.resolve("none.json"));
    Cli.assertRefused(List.of("MANIFEST"), "profile");
  }

  private Path csv(String name, String... captions) throws IOException {
    StringBuilder text = new StringBuilder("url,text\n");
    for (String caption : captions) {
      text.append("http://pets.example/p.jpg,").append(caption).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }
}
