package dev.plumbline.stimulus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Small pictures of every kind below `src/test/resources/pictures`, each beside `NAME.rgb.png`,
/// what Pillow 9.4 makes of it with `convert("RGB")`.
final class Pictures {
  private static final String EXPECTED = ".rgb.png";

  private Pictures() {}

  /// The pictures of one format.
  static List<Path> of(String format) {
    try (Stream<Path> files =
        Files.list(Path.of(Pictures.class.getResource("/pictures/" + format).toURI()))) {
      return files.filter(file -> !file.toString().endsWith(EXPECTED)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One picture.
  static Path of(String format, String name) {
    return of(format).stream()
        .filter(file -> file.getFileName().toString().equals(name + "." + format))
        .findFirst()
        .orElseThrow();
  }

  /// What Pillow makes of a picture.
  static RgbImage expected(Path picture) {
    String name = picture.getFileName().toString();
    Path file = picture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + EXPECTED);
    return new ImageDecoder(ImageLimits.defaults()).decode(file);
  }
}
