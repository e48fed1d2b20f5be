package dev.plumbline.study;

import java.nio.file.Path;
import java.util.Locale;

/// Folders of this user, where the operating system wants them.
public final class UserFolders {
  private static final String NAME = "plumbline";

  private UserFolders() {}

  /// Folder of things that can be computed again; the property `plumbline.cache` overrides it.
  public static Path cache() {
    String set = System.getProperty("plumbline.cache");
    if (set != null && !set.isBlank()) {
      return Path.of(set).toAbsolutePath();
    }
    if (system("mac")) {
      return home().resolve("Library").resolve("Caches").resolve(NAME);
    }
    if (system("win")) {
      return environment("LOCALAPPDATA", home().resolve("AppData").resolve("Local")).resolve(NAME);
    }
    return environment("XDG_CACHE_HOME", home().resolve(".cache")).resolve(NAME);
  }

  private static Path environment(String variable, Path otherwise) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : Path.of(value);
  }

  private static boolean system(String prefix) {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith(prefix);
  }

  private static Path home() {
    return Path.of(System.getProperty("user.home"));
  }
}
