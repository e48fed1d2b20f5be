package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.stimulus.ImageFolder;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {
  private static final int IMAGES = 400;
  private static final int ENOUGH = 40;
  private static final EmbeddingSettings SETTINGS = EmbeddingSettings.defaults().withBatch(2);

  @TempDir private Path folder;

  @Test
  void aKilledRunGoesOnWhereItEnded() throws Exception {
    List<Path> images = images(Files.createDirectory(folder.resolve("images")));
    Process process = start();
    long told = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      while (told < ENOUGH) {
        told = Long.parseLong(lines.readLine());
      }
      process.toHandle().destroyForcibly();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told = Math.max(told, Long.parseLong(line));
      }
    }
    assertTrue(process.exitValue() != 0 && told < IMAGES, "it was killed in the middle");

    Embeddings resumed = embed(images, cache(folder), Progress.none());
    assertTrue(
        resumed.cached() >= told && resumed.cached() < IMAGES,
        resumed.cached() + " were kept of " + told);
    Embeddings again = embed(images, cache(folder), Progress.none());
    assertEquals(IMAGES, again.cached());
    Embeddings fresh = embed(images, EmbeddingCache.none(), Progress.none());
    assertEquals(fresh.vectors(), resumed.vectors());
    assertEquals(fresh.vectors(), again.vectors());
    assertEquals(fresh.names(), again.names());
  }

  /// The run that is killed: says after each batch how many images are done.
  public static void main(String... arguments) {
    Path folder = Path.of(arguments[0]);
    Progress telling =
        (_, done, _) -> {
          System.out.println(done);
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        };
    embed(ImageFolder.list(folder.resolve("images")), cache(folder), telling);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledRunTest.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Embeddings embed(List<Path> images, EmbeddingCache cache, Progress progress) {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    return new Embedder(SETTINGS, cache).images(bundle, images, progress, new Cancellation());
  }

  private static EmbeddingCache cache(Path folder) {
    return EmbeddingCache.at(folder.resolve("cache"), 1 << 24);
  }

  private static List<Path> images(Path target) {
    Random random = new Random(5);
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < IMAGES; i++) {
      for (int pixel = 0; pixel < 64; pixel++) {
        image.setRGB(pixel % 8, pixel / 8, random.nextInt(1 << 24));
      }
      try {
        ImageIO.write(image, "png", target.resolve("%03d.png".formatted(i)).toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ImageFolder.list(target);
  }
}
