package dev.plumbline.stimulus;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Stimulus folders as users have them, with made-up words, ratings and plain images.
public final class UserStimuli {
  private UserStimuli() {}

  /// A lexicon of `rows` words `word0`, `word1`, … whose valence falls from 1 to 0.
  public static Path lexicon(Path folder, int rows) throws IOException {
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder("Word\tValence\tArousal\tDominance\n");
    for (int i = 0; i < rows; i++) {
      text.append("word%d\t%s\t0.5\t%s\n".formatted(i, 1 - i / (rows - 1.0), i / (rows - 1.0)));
    }
    return Files.writeString(folder.resolve("NRC-VAD-Lexicon.txt"), text);
  }

  /// Norms of `rows` images `Theme 0`, `Theme 1`, … and the images beside them.
  public static Path oasis(Path folder, int rows) throws IOException {
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder(",Theme,Category,Source,Valence_mean,Arousal_mean\n");
    for (int i = 0; i < rows; i++) {
      text.append("I%d,Theme %d ,Object,Web,%s,4.0\n".formatted(i + 1, i, 7 - 6.0 * i / rows));
      image(folder.resolve("Images").resolve("Theme " + i + ".jpg"), i);
    }
    return Files.writeString(folder.resolve("OASIS.csv"), text);
  }

  /// `count` images in a folder.
  public static void images(Path folder, int count) {
    try {
      for (int i = 0; i < count; i++) {
        image(folder.resolve(i + ".png"), folder.toString().hashCode() + i);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The image folders of a battery, each with `count` images.
  public static void imagesOf(Battery battery, Path root, int count) {
    for (StimulusSet set : battery.sets().values()) {
      set.images().ifPresent(name -> images(root.resolve(name), count));
    }
  }

  private static void image(Path file, int colour) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(40, 32, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, (colour * 0x9E3779B1 >>> 8) ^ (x * 5) ^ (y * 5 << 8));
      }
    }
    String name = file.getFileName().toString();
    ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
  }
}
