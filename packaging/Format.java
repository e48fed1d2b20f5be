import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format over every Java source of the project, under the JDK that runs this
/// file.
///
/// Usage: `java packaging/Format.java apply|check`, from the project's root, after `mvn validate`
/// has put the formatter under `target/formatter`.
class Format {
  private static final List<String> ROOTS = List.of("src", "packaging");

  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean check = arguments.length == 1 && arguments[0].equals("check");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.add("-jar");
    command.add(Path.of("target", "formatter", "google-java-format.jar").toString());
    command.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    List<String> sources = sources();
    Path list = Files.createTempFile("plumbline-sources", ".txt");
    Files.write(list, sources);
    command.add("@" + list);
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    Files.delete(list);
    if (exit != 0) {
      System.err.println(
          check
              ? "The files above are not formatted: run ./mvnw -q validate exec:exec@format"
              : "The formatter failed.");
      System.exit(1);
    }
  }

  private static List<String> sources() throws IOException {
    List<String> found = new ArrayList<>();
    for (String root : ROOTS) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .map(Path::toString)
            .filter(name -> name.endsWith(".java"))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }
}
