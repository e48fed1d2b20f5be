package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A sound bundle with one thing in it that cannot be right: one sentence that names the file.
class MalformedBundleTest {
  private static final String IMAGES = "onnx/vision_model.onnx";
  private static final String TEXTS = "onnx/text_model.onnx";
  private static final int FLOAT = 1;
  private static final int INT8 = 3;
  private static final int INT64 = 7;
  private static final int DOUBLE = 11;
  private static final int BFLOAT16 = 16;

  @TempDir private Path folder;

  /// A change of a bundle.
  private interface Breakage {
    void of(Path file) throws IOException;
  }

  /// One kind of damage.
  ///
  /// @param file what is changed, and what the sentence names
  /// @param breakage how
  /// @param words what the sentence says
  private record Damage(String file, Breakage breakage, String words) {
    @Override
    public String toString() {
      return file + ": " + words;
    }
  }

  static Stream<Damage> damages() {
    return Stream.of(files(), graphs(), weights(), towers()).flatMap(List::stream);
  }

  private static Damage text(String file, String content, String words) {
    return new Damage(file, path -> Files.writeString(path, content), words);
  }

  private static Damage graph(String file, TestGraph graph, String words) {
    return new Damage(file, graph::write, words);
  }

  private static List<Damage> files() {
    return List.of(
        text("config.json", "{", "is not valid JSON"),
        text("config.json", "[]", "must be an object"),
        text("config.json", "{\"model_type\":7}", "$.model_type: must be a text"),
        text("config.json", "{\"vision_config\":{\"hidden_act\":1}}", "hidden_act: must be a text"),
        text("preprocessor_config.json", "{]", "is not valid JSON"),
        text(
            "preprocessor_config.json",
            "{\"do_resize\":true,\"size\":8,\"crop_size\":8,\"resample\":9}",
            "filter 9 is not supported"),
        text(
            "preprocessor_config.json",
            "{\"do_resize\":true,\"size\":{\"height\":0,\"width\":8}}",
            "size.height"),
        text(
            "preprocessor_config.json",
            "{\"do_resize\":true,\"size\":8,\"crop_size\":8,\"image_std\":[0,1,1]}",
            "must not hold 0"),
        text("preprocessor_config.json", "{\"do_resize\":false}", "does not resize"),
        text("tokenizer.json", "{", "is not valid JSON"),
        text("tokenizer.json", "{}", "\"model\" is missing"),
        text("tokenizer.json", "{\"model\":{\"type\":\"Magic\",\"vocab\":{}}}", "cannot be opened"),
        text("tokenizer_config.json", "{\"pad_token\":3}", "pad_token: must be a text"),
        text("tokenizer_config.json", "no", "is not valid JSON"),
        text("plumbline.json", "{\"variant\":\"q3\"}", "does not come as \"q3\""),
        text("plumbline.json", "{\"variant\":\" \"}", "variant: must not be blank"),
        text("plumbline.json", "{\"datasetSize\":-1}", "datasetSize: must not be negative"));
  }

  private static List<Damage> graphs() {
    return List.of(
        text(TEXTS, "plain text", "is not an ONNX model"),
        text(IMAGES, "", "is empty"),
        text(IMAGES, "version https://git-lfs.github.com/spec/v1\noid x", "git lfs pull"),
        new Damage(
            IMAGES,
            path -> {
              byte[] whole = Files.readAllBytes(path);
              Files.write(path, Arrays.copyOf(whole, whole.length / 2));
            },
            "ends too early"),
        new Damage(
            IMAGES,
            path -> {
              Files.delete(path);
              Files.createSymbolicLink(path, path.resolveSibling("nowhere.onnx"));
            },
            "is a link that leads to no file"),
        graph(IMAGES, image().opset(99), "cannot open"),
        graph(IMAGES, new TestGraph(), "holds no graph"),
        graph(
            TEXTS,
            new TestGraph()
                .input("input_ids", INT64, "n", 6)
                .node("Divine", List.of("input_ids"), "text_embeds")
                .output("text_embeds", FLOAT, "n", 4),
            "Divine"),
        graph(
            TEXTS,
            new TestGraph()
                .input("input_ids", INT64, "n", 6)
                .node("Identity", List.of("nothing"), "text_embeds")
                .output("text_embeds", FLOAT, "n", 4),
            "cannot open"),
        graph(
            TEXTS,
            text().external("huge", List.of(1L << 40, 1L << 40), "w.bin", 0, 4),
            "is not an ONNX model or is damaged"));
  }

  private static List<Damage> weights() {
    return List.of(
        graph(IMAGES, stored("weights.bin", 0), "weights.bin, which is missing"),
        graph(IMAGES, stored("../weights.bin", 0), "outside its folder"),
        graph(IMAGES, stored("/etc/hostname", 0), "outside its folder"),
        graph(IMAGES, stored("we\0ights", 0), "impossible name"),
        new Damage(
            IMAGES,
            path -> {
              Files.write(path.resolveSibling("weights.bin"), new byte[100]);
              stored("weights.bin", 0).write(path);
            },
            "weights.bin, which is shorter"),
        graph(IMAGES, constant(Float.NaN), "not numbers"),
        graph(TEXTS, words(Float.POSITIVE_INFINITY), "not numbers"));
  }

  private static List<Damage> towers() {
    return List.of(
        graph(
            IMAGES,
            new TestGraph()
                .input("pixel_values", FLOAT, 3, 8, 8)
                .node("Flatten", List.of("pixel_values"), "image_embeds")
                .output("image_embeds", FLOAT, "n", 4),
            "pixel_values float32[3, 8, 8], which is neither"),
        graph(
            IMAGES,
            new TestGraph()
                .input("pixel_values", INT8, "n", 3, 8, 8)
                .node("Flatten", List.of("pixel_values"), "image_embeds")
                .output("image_embeds", INT8, "n", 192),
            "int8"),
        graph(
            IMAGES,
            new TestGraph()
                .input("pixel_values", BFLOAT16, "n", 3, 8, 8)
                .node("Flatten", List.of("pixel_values"), "image_embeds")
                .output("image_embeds", BFLOAT16, "n", 192),
            "bfloat16"),
        graph(TEXTS, TestGraph.text("input_ids", "text_embeds", DOUBLE, 6, 54, 4), "float64"),
        graph(
            IMAGES,
            image().input("more_pixels", FLOAT, "n", 3, 8, 8),
            "takes two pictures at once"),
        graph(TEXTS, text().input("more_ids", INT64, "n", 6), "takes two texts at once"),
        graph(TEXTS, image(), "no graph for texts"),
        graph(IMAGES, text(), "no graph for images"),
        graph(
            IMAGES,
            new TestGraph()
                .input("pixel_values", FLOAT, "n", 3, 8, 8)
                .node("Identity", List.of("pixel_values"), "last_hidden_state")
                .output("last_hidden_state", FLOAT, "n", 3, 8, 8),
            "is an embedding"),
        graph(
            IMAGES,
            new TestGraph()
                .input("pixel_values", FLOAT, "n", 3, 8, 8)
                .node("Identity", List.of("pixel_values"), "image_embeds")
                .output("image_embeds", FLOAT, "n", "dims"),
            "has the shape"),
        graph(IMAGES, TestGraph.image("pixel_values", "pooler_output", 8, 4), "projection"),
        graph(IMAGES, TestGraph.image("pixel_values", "image_embeds", 16, 4), "8 × 8"),
        graph(
            IMAGES,
            new TestGraph()
                .input("pixel_values", FLOAT, "n", 1, 8, 8)
                .node("Flatten", List.of("pixel_values"), "image_embeds")
                .output("image_embeds", FLOAT, "n", 64),
            "8 × 8"),
        graph(
            TEXTS,
            TestGraph.text("input_ids", "text_embeds", INT64, 6, 20, 4),
            "belongs to another model"),
        graph(
            TEXTS,
            new TestGraph()
                .input("input_ids", INT64, "n", "tokens")
                .floats("table", List.of(54, 4), 0.1f, 0.2f)
                .floats("places", List.of(5, 4), 0.1f)
                .longs("middle", 1)
                .node("Gather", List.of("table", "input_ids"), "rows")
                .node("Add", List.of("rows", "places"), "placed")
                .node(
                    "ReduceSum", List.of("placed", "middle"), "text_embeds", Map.of("keepdims", 0))
                .output("text_embeds", FLOAT, "n", 4),
            "cannot be run"));
  }

  private static TestGraph image() {
    return TestGraph.image("pixel_values", "image_embeds", 8, 4);
  }

  private static TestGraph text() {
    return TestGraph.text("input_ids", "text_embeds", INT64, 6, 54, 4);
  }

  /// An image tower whose weights lie in another file.
  private static TestGraph stored(String location, long offset) {
    return new TestGraph()
        .input("pixel_values", FLOAT, "n", 3, 8, 8)
        .external("weight", List.of(192L, 4L), location, offset, 4 * 192 * 4)
        .node("Flatten", List.of("pixel_values"), "flat", Map.of("axis", 1))
        .node("MatMul", List.of("flat", "weight"), "image_embeds")
        .output("image_embeds", FLOAT, "n", 4);
  }

  private static TestGraph constant(float value) {
    return new TestGraph()
        .input("pixel_values", FLOAT, "n", 3, 8, 8)
        .floats("weight", List.of(192, 4), value)
        .node("Flatten", List.of("pixel_values"), "flat", Map.of("axis", 1))
        .node("MatMul", List.of("flat", "weight"), "image_embeds")
        .output("image_embeds", FLOAT, "n", 4);
  }

  private static TestGraph words(float value) {
    return new TestGraph()
        .input("input_ids", INT64, "n", 6)
        .floats("table", List.of(54, 4), value)
        .longs("middle", 1)
        .node("Gather", List.of("table", "input_ids"), "rows")
        .node("ReduceSum", List.of("rows", "middle"), "text_embeds", Map.of("keepdims", 0))
        .output("text_embeds", FLOAT, "n", 4);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void oneSentenceNamesThePlace(Damage damage) throws IOException {
    Path bundle = Bundles.copy("split", folder.resolve("model"));
    Files.delete(bundle.resolve("onnx/vision_model_fp16.onnx"));
    Path file = bundle.resolve(damage.file());
    damage.breakage().of(file);
    String sentence = complaint(bundle);
    assertTrue(sentence.contains(damage.words()), sentence);
    assertTrue(
        sentence.contains(file.toString()) || sentence.contains(bundle.toString()), sentence);
    assertEquals(1, sentence.lines().count(), sentence);
  }

  private static String complaint(Path folder) {
    Embedder embedder = new Embedder(EmbeddingSettings.defaults(), EmbeddingCache.none());
    try {
      ModelBundle bundle = BundleReader.read(folder);
      embedder.texts(bundle, List.of("ab"), Progress.none(), new Cancellation());
      embedder.images(
          bundle, List.of(Bundles.path("picture.png")), Progress.none(), new Cancellation());
      return "no complaint about " + folder;
    } catch (PlumblineException e) {
      return e.getMessage();
    }
  }
}
