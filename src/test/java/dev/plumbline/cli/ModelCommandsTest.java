package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.core.Oracle;
import dev.plumbline.embedding.EmbeddingFiles;
import dev.plumbline.embedding.EmbeddingTable;
import dev.plumbline.study.SampleStudy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCommandsTest {
  private static final Path SAMPLE = SampleStudy.locate().getParent();
  private static final Path MODEL = SAMPLE.resolve("models/vit-s-pleasant");

  @TempDir private Path folder;

  @Test
  void inspectDescribesABundle() {
    JsonObject result = Cli.json("inspect", MODEL);
    assertEquals("vit-s-pleasant", result.get("id").getAsString());
    assertTrue(result.get("layout").getAsString().startsWith("split"));
    JsonObject image = result.getAsJsonObject("image");
    assertEquals("pixel_values", image.get("input").getAsString());
    assertEquals("image_embeds", image.get("output").getAsString());
    assertEquals(32, image.getAsJsonArray("size").get(0).getAsInt());
    assertEquals(3, image.getAsJsonArray("mean").size());
    assertEquals(3, image.getAsJsonArray("std").size());
    assertEquals("bicubic", image.get("interpolation").getAsString());
    assertEquals("shortest", image.get("resize").getAsString());
    assertEquals(24, result.getAsJsonObject("text").get("contextLength").getAsInt());
    assertEquals(64, result.get("embeddingSize").getAsInt());
    assertTrue(result.get("parameters").getAsLong() > 100_000);
    for (JsonElement check : result.getAsJsonArray("checks")) {
      assertTrue(
          List.of("pass", "warn", "fail")
              .contains(check.getAsJsonObject().get("status").getAsString()));
      assertTrue(check.getAsJsonObject().has("name") && check.getAsJsonObject().has("detail"));
    }
  }

  @Test
  void inspectHoldsABundleAgainstTheUsersOwnVectors() {
    assertEquals("pass", parity(MODEL, "image-parity"));
    assertEquals("pass", parity(MODEL, "text-parity"));
    assertEquals("fail", parity(SAMPLE.resolve("models/vit-s-unpleasant"), "text-parity"));
  }

  private static String parity(Path model, String id) {
    JsonObject result = Cli.json("inspect", model, "--parity", MODEL.resolve("parity.json"));
    for (JsonElement check : result.getAsJsonArray("checks")) {
      if (check.getAsJsonObject().get("id").getAsString().equals(id)) {
        return check.getAsJsonObject().get("status").getAsString();
      }
    }
    throw new AssertionError(id);
  }

  @ParameterizedTest
  @CsvSource({"cuda, CUDA", "coreml, Core ML"})
  void aDeviceThatIsNotThereIsToldInTextAndJson(String device, String name) throws IOException {
    Path texts = Files.writeString(folder.resolve("t.txt"), "a rose\n");
    Path out = folder.resolve("t.npy");
    Path json = folder.resolve("t.json");
    Object[] embed = {
      "embed", "--model", MODEL, "--texts", texts, "--out", out, "--device", device, "--json", json
    };
    String printed = Cli.run(embed).out();
    assumeTrue(printed.contains("on cpu") || printed.contains("on cache"), device + " is here");
    assertTrue(printed.contains(name + " was not used: "), printed);
    assertTrue(Files.readString(json).contains(name + " was not used: "));
    JsonObject bias =
        Cli.json("bias", "--model", MODEL, "--orders", "all text", "--device", device);
    JsonObject ran = bias.getAsJsonArray("devices").get(0).getAsJsonObject();
    assertEquals("vit-s-pleasant", ran.get("model").getAsString());
    assertTrue(ran.getAsJsonArray("notes").get(0).getAsString().startsWith(name + " was not"));
    JsonObject evaluated =
        Cli.json(
            "evaluate", "--model", MODEL, "--data", SAMPLE.resolve("zeroshot"), "--device", device);
    assertTrue(evaluated.getAsJsonArray("notes").toString().contains(name + " was not used"));
    assertTrue(
        Cli.run("inspect", MODEL, "--device", device).out().contains(name + " was not used"));
  }

  @Test
  void embedWritesUnitVectorsInFileNameOrderAndKeepsThem() throws IOException {
    Path csv = folder.resolve("flowers.csv");
    Path flowers = SAMPLE.resolve("stimuli/flowers");
    JsonObject cold =
        Cli.json("embed", "--model", MODEL, "--images", flowers, "--out", csv, "--no-cache");
    List<String> names;
    try (Stream<Path> files = Files.list(flowers)) {
      names = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    assertEquals(names.size(), cold.get("n").getAsInt());
    assertEquals(64, cold.get("dims").getAsInt());
    assertEquals(0, cold.get("cached").getAsInt());
    assertTrue(cold.get("device").getAsString().startsWith("cpu"));
    assertTrue(cold.get("seconds").getAsDouble() > 0);
    EmbeddingTable table = EmbeddingFiles.read(csv);
    assertEquals(names, table.names().orElseThrow());
    for (double[] row : table.values()) {
      assertEquals(1, Arrays.stream(row).map(value -> value * value).sum(), 1e-5);
    }
    Path npy = folder.resolve("flowers.npy");
    Cli.json("embed", "--model", MODEL, "--images", flowers, "--out", npy);
    JsonObject warm = Cli.json("embed", "--model", MODEL, "--images", flowers, "--out", npy);
    assertEquals(names.size(), warm.get("cached").getAsInt());
    assertEquals(table.toFloats(), EmbeddingFiles.read(npy).toFloats());
  }

  @Test
  void embedAndTokenizeTakeOneTextALine() throws IOException {
    Path texts = Files.writeString(folder.resolve("t.txt"), "picture of the rose\n\nrose\n");
    Path csv = folder.resolve("t.csv");
    assertEquals(
        3, Cli.json("embed", "--model", MODEL, "--texts", texts, "--out", csv).get("n").getAsInt());
    assertEquals(
        List.of("picture of the rose", "", "rose"), EmbeddingFiles.read(csv).names().orElseThrow());
    JsonArray ids = Cli.json("tokenize", "--model", MODEL, "--texts", texts).getAsJsonArray("ids");
    assertEquals(3, ids.size());
    assertNotEquals(ids.get(0), ids.get(2));
  }

  @Test
  void preprocessMatchesTheReference() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("preprocessor_config.json"),
            """
            {"do_resize": true, "size": {"shortest_edge": 224}, "do_center_crop": true,
             "crop_size": {"height": 224, "width": 224}, "resample": 3, "do_rescale": true,
             "rescale_factor": 0.00392156862745098, "do_normalize": true,
             "image_mean": [0.48145466, 0.4578275, 0.40821073],
             "image_std": [0.26862954, 0.26130258, 0.27577711]}
            """);
    Path out = folder.resolve("out.npy");
    JsonObject result =
        Cli.json(
            "preprocess",
            "--config",
            config,
            "--image",
            Oracle.path("preprocess/images/gen_png_noise.png"),
            "--out",
            out);
    assertEquals("[3,224,224]", result.get("shape").toString());
    byte[] zipped = Files.readAllBytes(Oracle.path("preprocess/shortest224/gen_png_noise.npy.gz"));
    byte[] expected = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
    byte[] written = Files.readAllBytes(out);
    int bytes = 4 * 3 * 224 * 224;
    assertEquals(
        -1,
        Arrays.mismatch(
            Arrays.copyOfRange(expected, expected.length - bytes, expected.length),
            Arrays.copyOfRange(written, written.length - bytes, written.length)));
  }

  @Test
  void biasRunsTheBatteryAndRelateReadsItsTable() throws IOException {
    Path csv = folder.resolve("results.csv");
    JsonObject result =
        Cli.json(
            "bias",
            "--model",
            MODEL,
            SAMPLE.resolve("models/conv-s-pleasant"),
            "--permutations",
            500,
            "--bootstraps",
            50,
            "--orders",
            "all text,image-as-target",
            "--csv",
            csv);
    JsonArray rows = result.getAsJsonArray("results");
    assertEquals(2 * 4 * 2, rows.size());
    JsonObject first = rows.get(0).getAsJsonObject();
    for (String key : List.of("model", "test", "category", "order", "d", "p", "q", "low", "high")) {
      assertTrue(first.has(key) && !first.get(key).isJsonNull(), key);
    }
    assertEquals(16, first.getAsJsonObject("n").get("x").getAsInt());
    assertEquals(0, result.getAsJsonArray("failures").size());
    Path scores =
        Files.writeString(
            folder.resolve("scores.csv"),
            """
            model,dataset,metric,value,source
            vit-s-pleasant,zoo,acc1,0.9,hand
            conv-s-pleasant,zoo,acc1,0.8,hand
            """);
    JsonObject relation =
        Cli.json("relate", "--results", csv, "--scores", scores, "--performance", "zoo");
    for (JsonElement cell : relation.getAsJsonArray("cells")) {
      assertEquals(
          cell.getAsJsonObject().get("n").getAsInt() < 3,
          cell.getAsJsonObject().has("reason"),
          cell.toString());
    }
  }

  @Test
  void biasLooksIntoOneTest() {
    JsonObject result =
        Cli.json(
            "bias",
            "--model",
            MODEL,
            "--permutations",
            2000,
            "--bootstraps",
            0,
            "--detail",
            "flower-insect-valence:text as target");
    JsonArray details = result.getAsJsonArray("details");
    assertEquals(1, details.size());
    JsonObject detail = details.get(0).getAsJsonObject();
    assertEquals("text as target", detail.get("order").getAsString());
    assertEquals(2, detail.getAsJsonArray("targets").size());
    assertEquals(4, detail.getAsJsonArray("pairs").size());
    JsonObject stimulus = detail.getAsJsonArray("stimuli").get(0).getAsJsonObject();
    assertEquals("X", stimulus.get("set").getAsString());
    assertEquals(
        detail.get("d").getAsDouble() - stimulus.get("dWithout").getAsDouble(),
        stimulus.get("influence").getAsDouble(),
        1e-12);
    assertTrue(stimulus.getAsJsonObject("single").has("p"));
    JsonObject distribution = detail.getAsJsonObject("nullDistribution");
    long count = distribution.get("below").getAsLong() + distribution.get("above").getAsLong();
    for (JsonElement bin : distribution.getAsJsonArray("counts")) {
      count += bin.getAsLong();
    }
    assertEquals(2000, count);
    Cli text =
        Cli.run(
            "bias", "--model", MODEL, "--permutations", 100, "--detail", "flower-insect-valence");
    assertEquals(ExitCode.DONE, text.code());
    assertTrue(text.out().contains("influence"), text.out());
    Cli.assertRefused(List.of("roses"), "bias", "--model", MODEL, "--detail", "roses");
    Cli.assertRefused(List.of("sideways"), "bias", "--model", MODEL, "--detail", "roses:sideways");
  }

  @Test
  void evaluateMeasuresZeroShotAccuracy() throws IOException {
    Path csv = folder.resolve("scores.csv");
    JsonObject result =
        Cli.json("evaluate", "--model", MODEL, "--data", SAMPLE.resolve("zeroshot"), "--csv", csv);
    assertTrue(result.get("acc1").getAsDouble() > 0.5);
    assertTrue(result.get("acc5").getAsDouble() >= result.get("acc1").getAsDouble());
    assertTrue(result.has("meanPerClassRecall"));
    assertEquals(result.getAsJsonArray("perClass").size() * 20, result.get("n").getAsInt());
    assertEquals(3, Cli.json("scores", csv).getAsJsonArray("scores").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "onnx/text_model.onnx|plain text|is not an ONNX model",
        "onnx/vision_model.onnx||is empty",
        "onnx/text_model.onnx|version https://git-lfs.github.com/spec/v1|git lfs pull",
        "config.json|{|is not valid JSON",
        "tokenizer_config.json|{\"pad_token\":3}|must be a text",
        "tokenizer.json|{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":5000},\"merges\":[]}}|another"
            + " model"
      })
  void aDamagedBundleIsRefusedInOneSentence(String file, String content, String words)
      throws IOException {
    Path bundle = folder.resolve("damaged");
    try (Stream<Path> files = Files.walk(MODEL)) {
      for (Path source : files.toList()) {
        Path copy = bundle.resolve(MODEL.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(source, copy);
        }
      }
    }
    Files.writeString(bundle.resolve(file), content == null ? "" : content);
    Path texts = Files.writeString(folder.resolve("t.txt"), "rose\n");
    Cli.assertRefused(
        List.of(bundle.resolve(file).toString(), words),
        "embed",
        "--model",
        bundle,
        "--texts",
        texts,
        "--out",
        folder.resolve("out.csv"));
  }

  @Test
  void aPrecisionThatTheBundleLacksIsRefusedByEveryCommand() throws IOException {
    Path texts = Files.writeString(folder.resolve("t.txt"), "rose\n");
    Path out = folder.resolve("out.npy");
    Path image = SAMPLE.resolve("stimuli/flowers").toFile().listFiles()[0].toPath();
    List<String> named = List.of("vit-s-pleasant", "\"q4\"");
    Cli.assertRefused(named, "tokenize", "--model", MODEL, "--texts", texts, "--variant", "q4");
    Cli.assertRefused(
        named, "preprocess", "--model", MODEL, "--image", image, "--out", out, "--variant", "q4");
    Cli.assertRefused(named, "bias", "--model", MODEL, "--variant", "q4");
    JsonObject usual = Cli.json("tokenize", "--model", MODEL, "--texts", texts);
    assertEquals(
        usual, Cli.json("tokenize", "--model", MODEL, "--texts", texts, "--variant", "fp32"));
  }

  @Test
  void badInputIsNamed() throws IOException {
    Path out = folder.resolve("out.csv");
    Path texts = Files.writeString(folder.resolve("t.txt"), "rose\n");
    Path fake = Files.createDirectories(folder.resolve("fake"));
    Files.writeString(fake.resolve("model.onnx"), "this is no graph");
    Cli.assertRefused(List.of("fake"), "inspect", fake);
    Cli.assertRefused(List.of("nowhere"), "inspect", folder.resolve("nowhere"));
    Cli.assertRefused(List.of("fake"), "embed", "--model", fake, "--texts", texts, "--out", out);
    Cli.assertRefused(List.of("fake"), "bias", "--model", fake);
    Cli.assertRefused(List.of("--texts"), "embed", "--model", MODEL, "--out", out);
    Cli.assertRefused(
        List.of("out.xyz"),
        "embed",
        "--model",
        MODEL,
        "--texts",
        texts,
        "--out",
        folder.resolve("out.xyz"));
    Cli.assertRefused(
        List.of("abacus"),
        "embed",
        "--model",
        MODEL,
        "--texts",
        texts,
        "--out",
        out,
        "--device",
        "abacus");
    Path untold = folder.resolve("untold");
    Files.createDirectories(untold.resolve("onnx"));
    for (String file : List.of("config.json", "onnx/text_model.onnx", "onnx/vision_model.onnx")) {
      Files.copy(MODEL.resolve(file), untold.resolve(file));
    }
    Cli.assertRefused(
        List.of("untold", "tokenizer"), "embed", "--model", untold, "--texts", texts, "--out", out);
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    Files.writeString(pictures.resolve("cat.png"), "no picture");
    Cli.assertRefused(
        List.of("cat.png"), "embed", "--model", MODEL, "--images", pictures, "--out", out);
    Cli.assertRefused(
        List.of("cat.png"),
        "preprocess",
        "--model",
        MODEL,
        "--image",
        pictures.resolve("cat.png"),
        "--out",
        out);
    Cli.assertRefused(List.of("pictures"), "evaluate", "--model", MODEL, "--data", pictures);
    Cli.assertRefused(List.of("t.txt"), "bias", "--model", MODEL, "--battery", texts);
  }
}
