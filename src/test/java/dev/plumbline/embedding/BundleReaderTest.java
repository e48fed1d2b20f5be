package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleReaderTest {
  private static final EmbeddingSettings SETTINGS = EmbeddingSettings.defaults();

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "split, SPLIT, pixel_values, image_embeds, input_ids, text_embeds, ",
    "monolithic, MONOLITHIC, pixel_values, image_embeds, input_ids, text_embeds, ",
    "immich, IMMICH, image, embedding, text, embedding, 1",
    "open-clip, OPEN_CLIP, input, output, input, output, "
  })
  void findsTowersInputsAndOutputsFromTheGraphs(
      String name,
      Layout layout,
      String imageInput,
      String imageOutput,
      String textInput,
      String textOutput,
      Integer fixedBatch) {
    ModelBundle bundle = BundleReader.read(Bundles.path(name));
    Tower image = bundle.image().orElseThrow();
    Tower text = bundle.text().orElseThrow();
    assertEquals(layout, bundle.layout());
    assertEquals(imageInput, image.input().name());
    assertEquals(imageOutput, image.output().name());
    assertEquals(textInput, text.input().name());
    assertEquals(textOutput, text.output().name());
    OptionalInt batch = fixedBatch == null ? OptionalInt.empty() : OptionalInt.of(fixedBatch);
    assertEquals(batch, image.fixedBatch());
    assertEquals(OptionalInt.of(4), bundle.embeddingSize());
    assertEquals(6, bundle.contextLength());
    assertEquals(ImagePreprocessing.clip(8, 8), bundle.preprocessing());
    assertEquals(3 * 8 * 8 * 4 + 54 * 4, bundle.parameters());
    assertEquals(
        List.of(), bundle.checks().stream().filter(c -> c.status() == Check.Status.FAIL).toList());
  }

  @Test
  void readsTheElementTypesAndAxesOfTheGraph() {
    ModelBundle bundle = BundleReader.read(Bundles.path("immich"));
    GraphValue tokens = bundle.text().orElseThrow().input();
    assertEquals(ElementType.INT32, tokens.type());
    assertEquals("text int32[1, 6]", tokens.toString());
    GraphValue pixels = BundleReader.read(Bundles.path("split")).image().orElseThrow().input();
    assertEquals(Optional.of("batch_size"), pixels.symbol(0));
    assertEquals(OptionalLong.of(8), pixels.length(-1));
  }

  @Test
  void aSiglipGraphMayEndInItsPooledOutput() throws IOException {
    Path copy = Bundles.copy("pooled", folder.resolve("model"));
    Files.writeString(copy.resolve("config.json"), "{\"model_type\":\"siglip\"}");
    ModelBundle bundle = BundleReader.read(copy);
    assertEquals("pooler_output", bundle.require(Modality.IMAGE).output().name());
  }

  @Test
  void aBundleWithoutTokenizerEmbedsImagesOnly() throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("model"));
    Files.delete(copy.resolve("tokenizer.json"));
    ModelBundle bundle = BundleReader.read(copy);
    assertTrue(message(() -> bundle.require(Modality.TEXT)).contains("no tokenizer"));
    assertEquals("image_embeds", bundle.require(Modality.IMAGE).output().name());
    assertEquals(Check.Status.FAIL, check(bundle, "tokenizer").status());
  }

  @Test
  void guessesPreprocessingAndSaysSo() throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("model"));
    Files.delete(copy.resolve("preprocessor_config.json"));
    ModelBundle bundle = BundleReader.read(copy);
    assertEquals(ImagePreprocessing.clip(8, 8), bundle.preprocessing());
    assertEquals(Check.Status.WARN, check(bundle, "preprocessing").status());
  }

  @Test
  void refusesPicturesOfAnotherSizeThanTheGraphTakes() throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("model"));
    Path config = copy.resolve("preprocessor_config.json");
    Files.writeString(config, Files.readString(config).replace(": 8", ": 16"));
    ModelBundle bundle = BundleReader.read(copy);
    assertEquals(Check.Status.FAIL, check(bundle, "image-size").status());
    assertTrue(message(() -> embed(bundle)).contains("makes them 16 × 16"));
  }

  @Test
  void warnsWhereTheContextLengthIsDisputed() throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("model"));
    Files.writeString(copy.resolve("tokenizer_config.json"), "{\"model_max_length\":77}");
    ModelBundle bundle = BundleReader.read(copy);
    assertEquals(6, bundle.contextLength());
    assertEquals(Check.Status.WARN, check(bundle, "context-length").status());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 500, 1000, 3000, 3300})
  void refusesAGraphThatWasCut(int bytes) throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("model"));
    Path graph = copy.resolve("onnx/vision_model.onnx");
    Files.write(graph, Arrays.copyOf(Files.readAllBytes(graph), bytes));
    assertNamed(graph, message(() -> BundleReader.read(copy)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is no model",
        "{\"a\": 1}",
        "<html></html>",
        "hello",
        "\b\u0001\b\u0001",
        "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"
      })
  void refusesAnythingElseNamedOnnx(String content) throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("model"));
    Path graph = copy.resolve("onnx/text_model.onnx");
    Files.writeString(graph, content);
    String message = message(() -> BundleReader.read(copy));
    assertNamed(graph, message);
    assertEquals(content.startsWith("version"), message.contains("git lfs pull"));
  }

  @Test
  void refusesMissingOrStrayingExternalData() throws IOException {
    Path copy = Bundles.copy("open-clip", folder.resolve("model"));
    Files.delete(copy.resolve("visual.data"));
    assertTrue(message(() -> BundleReader.read(copy)).contains("visual.data, which is missing"));
    Path graph = copy.resolve("visual.onnx");
    byte[] bytes = Files.readAllBytes(graph);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String strayed = text.replace("visual.data", "../sual.dat");
    Files.write(graph, strayed.getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(message(() -> BundleReader.read(copy)).contains("outside its folder"));
  }

  @Test
  void refusesAnUnknownOperator() throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("model"));
    Path graph = copy.resolve("onnx/vision_model.onnx");
    String text = Files.readString(graph, StandardCharsets.ISO_8859_1);
    Files.writeString(graph, text.replace("Flatten", "Blatten"), StandardCharsets.ISO_8859_1);
    ModelBundle bundle = BundleReader.read(copy);
    assertNamed(graph, message(() -> embed(bundle)));
    List<Check> checks = new Preflight(SETTINGS).check(bundle, new Cancellation());
    assertTrue(
        checks.stream()
            .anyMatch(c -> c.id().equals("image-run") && c.status() == Check.Status.FAIL));
  }

  @Test
  void refusesFoldersWithoutAModel() throws IOException {
    assertTrue(message(() -> BundleReader.read(folder.resolve("none"))).contains("no folder"));
    assertTrue(message(() -> BundleReader.read(folder)).contains("holds no ONNX model"));
    assertNamed(folder, message(() -> BundleReader.read(folder)));
  }

  @Test
  void proposesACatalogueEntryFromNamesAndCounts() throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("ViT-B-32__commonpool_xl_laion_filtered"));
    CatalogEntry proposal = BundleReader.read(copy).catalog();
    assertTrue(proposal.proposed());
    assertEquals(Optional.of("ViT-B-32"), proposal.architecture());
    assertEquals(Optional.of("ViT"), proposal.architectureFamily());
    assertEquals(Optional.of("commonpool"), proposal.datasetFamily());
    assertEquals(Optional.of("quick_gelu"), proposal.activation());
    CatalogWriter.write(copy, proposal.withPretrainingDataset("my-manifest"));
    CatalogEntry read = BundleReader.read(copy).catalog();
    assertFalse(read.proposed());
    assertEquals(Optional.of("my-manifest"), read.pretrainingDataset());
    assertEquals(proposal.parameters(), read.parameters());
  }

  @Test
  void keepsWhatItDoesNotKnowInTheCatalogueFile() throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("model"));
    Path file = copy.resolve(CatalogEntry.FILE);
    Files.writeString(file, "{\"id\":\"mine\",\"licence\":\"MIT\",\"datasetSize\":6000}");
    CatalogEntry entry = BundleReader.read(copy).catalog();
    assertEquals(new ModelId("mine"), entry.id());
    assertEquals(OptionalLong.of(6000), entry.datasetSize());
    CatalogWriter.write(copy, entry);
    assertTrue(Files.readString(file).contains("\"licence\": \"MIT\""));
    Files.writeString(file, "{\"id\":7}");
    assertTrue(message(() -> BundleReader.read(copy)).contains("$.id"));
  }

  private static void embed(ModelBundle bundle) {
    new Embedder(SETTINGS, EmbeddingCache.none())
        .images(bundle, List.of(Bundles.path("picture.png")), Progress.none(), new Cancellation());
  }

  private static Check check(ModelBundle bundle, String name) {
    return bundle.checks().stream().filter(c -> c.id().equals(name)).findFirst().orElseThrow();
  }

  private static void assertNamed(Path file, String message) {
    assertTrue(message.contains(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
  }

  private static String message(Runnable action) {
    return assertThrows(PlumblineException.class, action::run).getMessage();
  }
}
