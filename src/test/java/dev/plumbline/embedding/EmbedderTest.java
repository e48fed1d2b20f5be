package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbedderTest {
  private static final JsonTree EXPECTED = JsonTree.read(Bundles.path("expected.json"));
  private static final Path PICTURE = Bundles.path("picture.png");
  private static final EmbeddingSettings SETTINGS = EmbeddingSettings.defaults().withBatch(2);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"split", "monolithic", "monolithic-shared", "immich", "open-clip"})
  void embedsEveryLayoutAlike(String layout) {
    ModelBundle bundle = BundleReader.read(Bundles.path(layout));
    List<Path> images = List.of(PICTURE, copyOfPicture("x.png"), copyOfPicture("y.png"));
    Embeddings embedded = embedder(EmbeddingCache.none()).images(bundle, images, none(), live());
    assertEquals(List.of("picture.png", "x.png", "y.png"), embedded.names());
    float[] expected = floats(EXPECTED.get("image"));
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(expected, embedded.vectors().row(i), 1e-6f);
    }
    assertTrue(embedded.device().startsWith("cpu ("), embedded.device());

    List<String> texts = List.of("ab", "A  cab", "", "ab", " AB ");
    Embeddings words = embedder(EmbeddingCache.none()).texts(bundle, texts, none(), live());
    assertEquals(texts, words.names());
    for (int i = 0; i < 4; i++) {
      float[] vector = floats(EXPECTED.get("texts").get(texts.get(i)));
      assertArrayEquals(vector, words.vectors().row(i), 1e-6f);
    }
    assertArrayEquals(words.vectors().row(0), words.vectors().row(4));
  }

  @Test
  void aLongTextIsCutBeforeTheEndToken() {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    Embeddings cut =
        embedder(EmbeddingCache.none())
            .texts(bundle, List.of("abcdefgh", "abcd", "abce"), none(), live());
    assertEquals(6, bundle.contextLength());
    double toCut = cosine(cut, 0, 1);
    assertTrue(toCut > 0.5 && toCut < 0.999999, "d and d</w> are two tokens");
  }

  @Test
  void aSecondRunInfersNothing() {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    EmbeddingCache cache = EmbeddingCache.at(folder.resolve("cache"), 1 << 20);
    Embeddings first = embedder(cache).images(bundle, List.of(PICTURE), none(), live());
    Embeddings second = embedder(cache).images(bundle, List.of(PICTURE), none(), live());
    assertEquals(0, first.cached());
    assertEquals(1, second.cached());
    assertEquals("cache", second.device());
    assertEquals(first.vectors(), second.vectors());
    Embeddings words = embedder(cache).texts(bundle, List.of("ab", "cd"), none(), live());
    EmbeddingCache reopened = EmbeddingCache.at(folder.resolve("cache"), 1 << 20);
    Embeddings more = embedder(reopened).texts(bundle, List.of("ef", "cd", "ab"), none(), live());
    assertEquals(2, more.cached());
    assertArrayEquals(words.vectors().row(0), more.vectors().row(2));
  }

  @Test
  void aBadImageEndsTheWorkAndNamesTheFile() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    EmbeddingCache cache = EmbeddingCache.at(folder.resolve("cache"), 1 << 20);
    List<Path> images = List.of(PICTURE, text);
    PlumblineException e =
        assertThrows(
            PlumblineException.class, () -> embedder(cache).images(bundle, images, none(), live()));
    assertTrue(e.getMessage().contains("text.png"), e.getMessage());
    Embeddings again = embedder(cache).images(bundle, List.of(PICTURE), none(), live());
    assertEquals(1, again.cached(), "what was computed before is kept");
  }

  @Test
  void badImagesMayBeSkippedAndAreListed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    Path missing = folder.resolve("missing.png");
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    Embedder skipping = new Embedder(SETTINGS.withSkipBadImages(true), EmbeddingCache.none());
    List<Path> images = List.of(text, PICTURE, missing, copyOfPicture("z.png"), text);
    Embeddings embedded = skipping.images(bundle, images, none(), live());
    assertEquals(List.of("picture.png", "z.png"), embedded.names());
    assertEquals(
        List.of(0, 2, 4), embedded.rejected().stream().map(RejectedStimulus::index).toList());
    assertTrue(embedded.rejected().get(1).sentence().contains("missing.png"));
    assertThrows(
        PlumblineException.class, () -> skipping.images(bundle, List.of(text), none(), live()));
  }

  @Test
  void reportsProgressUpToTheEnd() {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    embedder(EmbeddingCache.none())
        .texts(bundle, List.of("a", "b", "c", "d", "e"), (_, done, _) -> seen.add(done), live());
    assertEquals(List.of(0L, 2L, 4L, 5L), seen);
  }

  @Test
  void stopsWhenCancelledAndGoesOnFromThere() {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    EmbeddingCache cache = EmbeddingCache.at(folder.resolve("cache"), 1 << 20);
    Cancellation cancellation = new Cancellation();
    Progress cancelling =
        (_, done, _) -> {
          if (done == 2) {
            cancellation.cancel();
          }
        };
    List<String> texts = List.of("a", "b", "c", "d", "e");
    assertThrows(
        CancellationException.class,
        () -> embedder(cache).texts(bundle, texts, cancelling, cancellation));
    assertEquals(2, embedder(cache).texts(bundle, texts, none(), live()).cached());
    List<Path> images = List.of(PICTURE);
    assertThrows(
        CancellationException.class,
        () -> embedder(cache).images(bundle, images, none(), cancellation));
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    List<String> texts = IntStream.range(0, 41).mapToObj(i -> "ab".repeat(i % 5) + i).toList();
    List<Embeddings> runs = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3, 8}) {
      Embedder embedder = new Embedder(SETTINGS.withThreads(threads), EmbeddingCache.none());
      runs.add(embedder.texts(bundle, texts, none(), live()));
    }
    for (Embeddings run : runs) {
      assertEquals(runs.getFirst().vectors(), run.vectors());
      assertEquals(texts, run.names());
    }
  }

  @Test
  void stopsWithinASecondWhateverTheSizeOfThePictures() throws Exception {
    BufferedImage large = new BufferedImage(4000, 4000, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(3);
    for (int i = 0; i < 4000; i++) {
      large.setRGB(i, random.nextInt(4000), random.nextInt());
    }
    List<Path> images = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      large.setRGB(0, 0, i);
      Path file = folder.resolve(i + ".bmp");
      ImageIO.write(large, "bmp", file.toFile());
      images.add(file);
    }
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    Cancellation cancellation = new Cancellation();
    AtomicLong cancelled = new AtomicLong();
    Progress cancelling =
        (_, done, _) -> {
          if (done >= 2 && cancelled.compareAndSet(0, System.nanoTime())) {
            cancellation.cancel();
          }
        };
    Embedder embedder = embedder(EmbeddingCache.none());
    assertThrows(
        CancellationException.class,
        () -> embedder.images(bundle, images, cancelling, cancellation));
    double seconds = (System.nanoTime() - cancelled.get()) / 1e9;
    assertTrue(seconds < 1, () -> "took " + seconds + " s");
  }

  @Test
  void fallsBackToTheCpuAndSaysWhy() {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    for (Device device : List.of(Device.CUDA, Device.COREML)) {
      Embeddings embedded =
          new Embedder(SETTINGS.withDevice(device), EmbeddingCache.none())
              .images(bundle, List.of(PICTURE), none(), live());
      if (embedded.device().startsWith("cpu")) {
        String sentence = embedded.deviceNotes().getFirst().sentence();
        assertTrue(sentence.contains("was not used: "), sentence);
        assertTrue(sentence.endsWith("the CPU was."), sentence);
      }
    }
  }

  @Test
  void refusesABundleWithoutProjection() {
    ModelBundle bundle = BundleReader.read(Bundles.path("pooled"));
    PlumblineException e =
        assertThrows(
            PlumblineException.class,
            () -> embedder(EmbeddingCache.none()).images(bundle, List.of(PICTURE), none(), live()));
    assertTrue(e.getMessage().contains("projection"), e.getMessage());
    assertTrue(
        bundle.checks().stream()
            .anyMatch(c -> c.status() == Check.Status.FAIL && c.id().equals("image-projection")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"split", "monolithic", "monolithic-shared", "immich", "open-clip"})
  void everySoundBundlePassesPreflight(String layout) {
    ModelBundle bundle = BundleReader.read(Bundles.path(layout));
    List<Check> checks = new Preflight(SETTINGS).check(bundle, live());
    assertEquals(List.of(), checks.stream().filter(c -> c.status() == Check.Status.FAIL).toList());
    assertTrue(checks.stream().anyMatch(c -> c.id().equals("common-space")));
  }

  @Test
  void embedsHalfPrecisionGraphs() throws IOException {
    Path copy = Bundles.copy("split", folder.resolve("half"));
    Files.delete(copy.resolve("onnx/vision_model.onnx"));
    ModelBundle bundle = BundleReader.read(copy);
    assertEquals(ElementType.FLOAT16, bundle.image().orElseThrow().input().type());
    Embeddings embedded =
        embedder(EmbeddingCache.none()).images(bundle, List.of(PICTURE), none(), live());
    assertArrayEquals(floats(EXPECTED.get("image")), embedded.vectors().row(0), 2e-3f);
  }

  private Path copyOfPicture(String name) {
    try {
      byte[] bytes = Files.readAllBytes(PICTURE);
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double cosine(Embeddings embeddings, int a, int b) {
    double sum = 0;
    for (int j = 0; j < embeddings.vectors().columns(); j++) {
      sum += embeddings.vectors().get(a, j) * embeddings.vectors().get(b, j);
    }
    return sum;
  }

  private static Embedder embedder(EmbeddingCache cache) {
    return new Embedder(SETTINGS, cache);
  }

  private static Progress none() {
    return Progress.none();
  }

  private static Cancellation live() {
    return new Cancellation();
  }

  private static float[] floats(JsonTree tree) {
    List<JsonTree> items = tree.items();
    float[] values = new float[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) items.get(i).number();
    }
    return values;
  }
}
