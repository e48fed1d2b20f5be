package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole bundles as exporters lay them out, from folder to vectors.
class WholeBundleTest {
  private static final int INT64 = 7;
  private static final EmbeddingSettings SETTINGS = EmbeddingSettings.defaults();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "onnx32-open_clip-ViT-B-32-visual.onnx, onnx32-open_clip-ViT-B-32-textual.onnx, fp32",
    "onnx16-open_clip-ViT-B-32-visual.onnx, onnx16-open_clip-ViT-B-32-textual.onnx, fp16",
    "clip-vit-base-patch32-visual-quint8.onnx, clip-vit-base-patch32-textual-quint8.onnx, uint8",
    "pictures.onnx, words.onnx, fp32"
  })
  void aLoosePairIsToldApartByItsInputs(String visual, String textual, String variant)
      throws IOException {
    TestGraph.image("input", "output", 8, 4).write(folder.resolve(visual));
    TestGraph.text("input", "output", INT64, 6, 54, 4).write(folder.resolve(textual));
    Files.copy(Bundles.path("split/tokenizer.json"), folder.resolve("tokenizer.json"));
    ModelBundle bundle = BundleReader.read(folder);
    assertEquals(Layout.LOOSE_PAIR, bundle.layout());
    assertEquals(variant, bundle.variant());
    assertEquals(6, bundle.contextLength());
    PreflightResult result = new Preflight(SETTINGS).run(bundle, Progress.none(), live());
    assertEquals(
        List.of(),
        result.bundle().checks().stream().filter(c -> c.status() == Check.Status.FAIL).toList());
    assertTrue(result.device().isPresent());
  }

  /// The sum over the table's rows shows that all 64 tokens count, padding too.
  @Test
  void aSiglipBundlePadsTo64AndHasNoMask() throws IOException {
    TestGraph.image("pixel_values", "pooler_output", 8, 4)
        .write(folder.resolve("onnx/vision_model.onnx"));
    new TestGraph()
        .input("input_ids", INT64, "n", "tokens")
        .floats("table", List.of(10, 4), 0.1f, -0.2f, 0.3f, 0.05f, -0.4f, 0.7f, 0.2f)
        .longs("middle", 1)
        .node("Gather", List.of("table", "input_ids"), "rows")
        .node("ReduceSum", List.of("rows", "middle"), "pooler_output", Map.of("keepdims", 0))
        .output("pooler_output", 1, "n", 4)
        .write(folder.resolve("onnx/text_model.onnx"));
    Files.writeString(folder.resolve("tokenizer.json"), TokenizerKindsTest.UNIGRAM);
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        "{\"pad_token\":\"</s>\",\"model_max_length\":64,\"tokenizer_class\":\"SiglipTokenizer\"}");
    Files.writeString(
        folder.resolve("config.json"),
        "{\"model_type\":\"siglip\",\"text_config\":{\"max_position_embeddings\":64}}");
    ModelBundle bundle = BundleReader.read(folder);
    assertEquals(64, bundle.contextLength());
    assertEquals(TextConvention.SIGLIP, bundle.convention());
    assertEquals(ImagePreprocessing.siglip(8, 8), bundle.preprocessing());
    FloatMatrix vector =
        new Embedder(SETTINGS, EmbeddingCache.none())
            .texts(bundle, List.of("A cat!"), Progress.none(), live())
            .vectors();
    float[] values = {0.1f, -0.2f, 0.3f, 0.05f, -0.4f, 0.7f, 0.2f};
    double[] sum = new double[4];
    double square = 0;
    for (int j = 0; j < 4; j++) {
      sum[j] = values[(16 + j) % 7] + values[(20 + j) % 7] + 62 * values[(4 + j) % 7];
      square += sum[j] * sum[j];
    }
    for (int j = 0; j < 4; j++) {
      assertEquals(sum[j] / Math.sqrt(square), vector.get(0, j), 1e-5);
    }
  }

  /// 2.4 GB of weights in one table; the file is sparse and only the rows looked up are touched.
  @Test
  void weightsOfMoreThanTwoGigabytesLieInAnotherFile() throws IOException {
    long rows = 150_000_000L;
    Path graph = folder.resolve("text.onnx");
    Assumptions.assumeTrue(
        Files.getFileStore(folder).getUsableSpace() > 3L << 30,
        "Skipped: less than 3 GB free for weights of 2.4 GB.");
    new TestGraph()
        .input("input_ids", INT64, "n", 6)
        .external("table", List.of(rows, 4L), "text.data", 0, 16 * rows)
        .longs("middle", 1)
        .node("Gather", List.of("table", "input_ids"), "rows")
        .node("ReduceSum", List.of("rows", "middle"), "text_embeds", Map.of("keepdims", 0))
        .output("text_embeds", 1, "n", 4)
        .write(graph);
    try (RandomAccessFile data = new RandomAccessFile(folder.resolve("text.data").toFile(), "rw")) {
      data.setLength(16 * rows);
      data.seek(16 * 53 + 4);
      data.write(new byte[] {0, 0, (byte) 0x80, 0x3f}); // 1 in little-endian float32
    }
    Files.copy(Bundles.path("split/tokenizer.json"), folder.resolve("tokenizer.json"));
    ModelBundle bundle = BundleReader.read(folder);
    assertEquals(4 * rows, bundle.parameters());
    assertEquals(rows, bundle.text().orElseThrow().vocabularyRows().orElseThrow());
    try (TextEncoder encoder = TextEncoder.open(bundle, SETTINGS, 1)) {
      TextEncoder.Texts batch = encoder.newBatch();
      batch.put(List.of("a"));
      FloatMatrix vectors = encoder.encode(batch, 1, live());
      assertEquals(4, vectors.columns());
      assertEquals(0f, vectors.get(0, 0));
      assertEquals(1f, vectors.get(0, 1), "row 53, the end token, once; padding is 0 here");
    }
  }

  private static Cancellation live() {
    return new Cancellation();
  }
}
