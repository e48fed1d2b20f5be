package dev.plumbline.stimulus;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of images, without its sub-folders.
public final class ImageFolder {
  private static final Set<String> SUFFIXES =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "bmp", "tif", "tiff");

  private ImageFolder() {}

  /// The image files of a folder by their suffix (not hidden ones), in the order of their names'
  /// UTF-16 code units. What a file really holds is found out when it is decoded.
  ///
  /// @throws PlumblineException if the folder cannot be read or holds no image
  public static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new PlumblineException("There is no folder " + folder + ".");
    }
    List<Path> images = listOrNone(folder);
    if (images.isEmpty()) {
      throw new PlumblineException("The folder " + folder + " holds no images.");
    }
    return images;
  }

  /// The same for a folder that is there; an empty list if it holds no image.
  ///
  /// @throws PlumblineException if it cannot be read
  static List<Path> listOrNone(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> isImage(file) && Files.isRegularFile(file))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new PlumblineException("Cannot read the folder " + folder + ".", e);
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && SUFFIXES.contains(suffix);
  }
}
