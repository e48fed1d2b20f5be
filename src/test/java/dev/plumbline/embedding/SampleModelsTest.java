package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The sample models against what the framework that trained them gives (`parity.json`).
class SampleModelsTest {
  private static final Path SAMPLE = Path.of("sample-data");
  private static final double LEAST_COSINE = 1 - 1e-6;

  static List<Path> models() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLE.resolve("models"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("parity.json")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void embedsAsTheTrainingFrameworkDoes(Path model) {
    ModelBundle bundle = BundleReader.read(model);
    JsonTree parity = JsonTree.read(model.resolve("parity.json"));
    List<JsonTree> texts = parity.get("texts").items();
    List<JsonTree> images = parity.get("images").items();
    try (TextTokenizer tokenizer = TextTokenizer.open(bundle)) {
      for (JsonTree text : texts) {
        assertArrayEquals(ids(text.get("ids")), tokenizer.ids(text.get("text").text()));
      }
    }
    Embedder embedder = new Embedder(EmbeddingSettings.defaults(), EmbeddingCache.none());
    List<String> sentences = texts.stream().map(text -> text.get("text").text()).toList();
    List<Path> files = images.stream().map(i -> SAMPLE.resolve(i.get("file").text())).toList();
    Embeddings ofTexts = embedder.texts(bundle, sentences, Progress.none(), new Cancellation());
    Embeddings ofImages = embedder.images(bundle, files, Progress.none(), new Cancellation());
    assertAgree(texts, ofTexts);
    assertAgree(images, ofImages);
  }

  @Test
  void everySampleModelPassesPreflight() throws IOException {
    for (Path model : models()) {
      ModelBundle bundle = BundleReader.read(model);
      List<Check> checks =
          new Preflight(EmbeddingSettings.defaults()).check(bundle, new Cancellation());
      List<Check> open = checks.stream().filter(c -> c.status() != Check.Status.PASS).toList();
      assertEquals(List.of(), open, model.toString());
      double stated = bundle.catalog().parameters().orElseThrow();
      assertEquals(stated, bundle.parameters(), 0.005 * stated, "but for folded normalisation");
    }
  }

  private static void assertAgree(List<JsonTree> expected, Embeddings actual) {
    for (int i = 0; i < expected.size(); i++) {
      List<JsonTree> values = expected.get(i).get("embedding").items();
      double product = 0;
      double norm = 0;
      for (int j = 0; j < values.size(); j++) {
        product += values.get(j).number() * actual.vectors().get(i, j);
        norm += values.get(j).number() * values.get(j).number();
      }
      double cosine = product / Math.sqrt(norm);
      assertTrue(cosine >= LEAST_COSINE, actual.names().get(i) + " " + cosine);
    }
  }

  private static long[] ids(JsonTree tree) {
    return tree.items().stream().mapToLong(JsonTree::integer).toArray();
  }
}
