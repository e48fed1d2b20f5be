import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// Lays out `target/plumbline`: launcher, jar and sample study beside the libraries that Maven has
/// copied there.
///
/// Usage: `java packaging/Distribution.java TARGET JAR`, run by `package`; the JDK that runs this
/// file is noted as the one the launcher starts first.
class Distribution {
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    Path home = target.resolve("plumbline");
    Files.createDirectories(home.resolve("lib"));
    Files.copy(
        target.resolve(arguments[1]),
        home.resolve("lib").resolve("plumbline.jar"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(home.resolve("lib").resolve("java-home"), System.getProperty("java.home"));
    install(Path.of("packaging", "plumbline.sh"), home.resolve("bin").resolve("plumbline"));
    install(Path.of("packaging", "plumbline.bat"), home.resolve("bin").resolve("plumbline.bat"));
    deleteTree(home.resolve("sample-data"));
    copyTree(Path.of("sample-data"), home.resolve("sample-data"));
  }

  private static void install(Path script, Path destination) throws IOException {
    Files.createDirectories(destination.getParent());
    Files.copy(script, destination, StandardCopyOption.REPLACE_EXISTING);
    if (Files.getFileStore(destination).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(destination, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path relative = from.relativize(file);
        if (relative.startsWith("recipe")) {
          continue;
        }
        Path destination = to.resolve(relative.toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(destination);
        } else {
          Files.copy(file, destination, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
