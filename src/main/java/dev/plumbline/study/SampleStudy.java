package dev.plumbline.study;

import dev.plumbline.core.PlumblineException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The study that comes with Plumbline.
public final class SampleStudy {
  private SampleStudy() {}

  /// Its request file: `sample-data/sample-study.json` in the folder named by the property
  /// `plumbline.home`, else in the working directory.
  ///
  /// @throws PlumblineException if it is not there
  public static Path locate() {
    Path home = Path.of(System.getProperty("plumbline.home", "")).toAbsolutePath().normalize();
    Path file = home.resolve("sample-data").resolve("sample-study.json");
    if (!Files.isRegularFile(file)) {
      throw new PlumblineException(
          "The sample study is not at "
              + file
              + ": start Plumbline from its own folder, or set the property plumbline.home to it.");
    }
    return file;
  }
}
