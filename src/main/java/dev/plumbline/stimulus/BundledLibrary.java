package dev.plumbline.stimulus;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Native libraries that lie on the class path in folders named by platform. A library is loaded
/// once and stays for the life of the process.
final class BundledLibrary {
  private static final String LEPTONICA = "/org/bytedeco/leptonica/";

  private BundledLibrary() {}

  /// Leptonica with the image libraries it was built with, if it is there for this platform.
  static Optional<SymbolLookup> leptonica() throws IOException {
    return switch (platform()) {
      case "linux-x86_64" -> load("linux-x86_64", "libleptonica.so.6");
      case "linux-arm64" -> load("linux-arm64", "libgomp.so.1", "libleptonica.so.6");
      case "macosx-x86_64" -> load("macosx-x86_64", "libleptonica.6.dylib");
      case "macosx-arm64" -> load("macosx-arm64", "libleptonica.6.dylib");
      case "windows-x86_64" ->
          load("windows-x86_64", "libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libleptonica-6.dll");
      default -> Optional.empty();
    };
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name =
        system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macosx" : "linux";
    return name + (machine.equals("aarch64") ? "-arm64" : "-x86_64");
  }

  /// Loads the last file after those it needs.
  @SuppressWarnings("restricted")
  private static Optional<SymbolLookup> load(String platform, String... names) throws IOException {
    Path folder = Files.createTempDirectory("plumbline-native");
    List<Path> files = new ArrayList<>();
    SymbolLookup library = null;
    try {
      for (String name : names) {
        Path file = folder.resolve(name);
        files.add(file);
        try (InputStream in =
            BundledLibrary.class.getResourceAsStream(LEPTONICA + platform + "/" + name)) {
          if (in == null) {
            return Optional.empty();
          }
          Files.copy(in, file);
        }
        library = SymbolLookup.libraryLookup(file, Arena.global());
      }
      return Optional.of(library);
    } finally {
      remove(folder, files);
    }
  }

  /// Loaded files can be removed at once, but on Windows only when the process ends.
  private static void remove(Path folder, List<Path> files) {
    folder.toFile().deleteOnExit();
    for (Path file : files) {
      if (!file.toFile().delete()) {
        file.toFile().deleteOnExit();
      }
    }
    if (files.stream().noneMatch(Files::exists)) {
      folder.toFile().delete();
    }
  }
}
