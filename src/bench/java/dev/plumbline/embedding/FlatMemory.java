package dev.plumbline.embedding;

import static dev.plumbline.embedding.Ratios.ratio;
import static dev.plumbline.embedding.Ratios.say;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// Memory that embedding many images takes: small JPEG files, no two alike, through a mini model,
/// without cache, into an empty cache and from a full one. At every tenth of the way the heap is
/// collected and what lives is told; the peak is that of the heap's pools, summed, since the start.
///
/// Arguments: bundle (default one of the sample models); number of images (default 50,000).
final class FlatMemory {
  private static final double LIMIT = 1e9;
  private static final int EDGE = 48;

  private FlatMemory() {}

  public static void main(String... arguments) throws Exception {
    Path model = Path.of(arguments.length > 0 ? arguments[0] : "sample-data/models/vit-s-pleasant");
    ModelBundle bundle = BundleReader.read(model);
    Path folder = Files.createTempDirectory("plumbline-bench");
    try {
      List<Path> images = images(folder, Material.number(arguments, 1, 50_000));
      EmbeddingCache cache = EmbeddingCache.at(folder.resolve("cache"), 4L << 30);
      run("without cache", bundle, images, EmbeddingCache.none());
      run("into the cache", bundle, images, cache);
      run("from the cache", bundle, images, cache);
    } finally {
      CachedRun.remove(folder);
    }
  }

  private static List<Path> images(Path folder, int count) throws Exception {
    Random random = new Random(20260101);
    List<Path> images = new ArrayList<>(count);
    BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < count; i++) {
      graphics.setColor(new Color(i & 0xffffff));
      graphics.fillRect(0, 0, EDGE, EDGE);
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(random.nextInt(EDGE), random.nextInt(EDGE), 20, 20);
      image.setRGB(i % EDGE, i / EDGE % EDGE, random.nextInt(1 << 24));
      Path file = folder.resolve("%06d.jpg".formatted(i));
      ImageIO.write(image, "jpg", file.toFile());
      images.add(file);
    }
    graphics.dispose();
    return images;
  }

  private static void run(String name, ModelBundle bundle, List<Path> images, EmbeddingCache cache)
      throws Exception {
    System.gc();
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    List<Long> live = new ArrayList<>();
    int step = images.size() / 10;
    Progress progress =
        (_, done, _) -> {
          if (done >= (long) step * (live.size() + 1)) {
            System.gc();
            live.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
          }
        };
    Measured measured =
        Measured.of(
            () ->
                new Embedder(Material.SETTINGS, cache)
                    .images(bundle, images, progress, new Cancellation())
                    .vectors()
                    .rows());
    double peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    say("%s: %d images, %s", name, measured.items(), measured);
    say(
        "  MB that live at each tenth: %s",
        live.stream().map(bytes -> "%.0f".formatted(bytes / 1e6)).toList());
    say("  peak heap %.0f MB", peak / 1e6);
    ratio("1 GB / peak heap", LIMIT / peak, 1);
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
