package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.ui.session.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagePainterTest {
  @TempDir private Path folder;

  @Test
  void everyPageIsPaintedInTheSizeAskedForAndNoneIsBlank() throws Exception {
    List<Path> files =
        PagePainter.of(Theme.DARK, Locale.JAPANESE).paint(StudyFixture.study(), folder);
    assertEquals(
        List.of(
            "overview.png", "data.png", "models.png", "bias.png", "performance.png", "compare.png"),
        files.stream().map(file -> file.getFileName().toString()).toList());
    for (Path file : files) {
      BufferedImage image = ImageIO.read(file.toFile());
      assertEquals(1600, image.getWidth());
      assertEquals(1000, image.getHeight());
      assertTrue(colours(image) > 40, () -> file + " is nearly blank");
    }
    BufferedImage overview = ImageIO.read(files.getFirst().toFile());
    assertTrue(contains(overview, 0x4C9BE0), "no bar of the first manifest");
    assertTrue(contains(overview, 0x161B22), "no dark card");
  }

  private static int colours(BufferedImage image) {
    Set<Integer> found = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 200; x < image.getWidth(); x += 3) {
        found.add(image.getRGB(x, y));
      }
    }
    return found.size();
  }

  private static boolean contains(BufferedImage image, int rgb) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == rgb) {
          return true;
        }
      }
    }
    return false;
  }
}
