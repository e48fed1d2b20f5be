package dev.plumbline.app;

import dev.plumbline.cli.CommandRunner;
import dev.plumbline.cli.Terminal;
import dev.plumbline.core.Cancellation;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.ui.PagePainter;
import dev.plumbline.ui.WorkbenchApplication;
import dev.plumbline.ui.session.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Starts the window, or the command named by the arguments.
///
/// Not a JavaFX application itself, so that the jar starts from the class path.
public final class Launcher {
  private static final long GOODBYE_SECONDS = 3;

  private Launcher() {}

  /// Entry point of the jar.
  ///
  /// @param arguments a command and its arguments; none, or a study's file, for the window
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    Logging.configure();
    boolean study = arguments.length == 1 && arguments[0].endsWith(StudyFile.SUFFIX);
    if (arguments.length > 0 && !(study && Display.available())) {
      System.exit(command(arguments));
    }
    if (!Display.available()) {
      Path folder = demoFolder();
      System.err.println(
          "There is no display here: running the sample study without a window; pictures and a"
              + " report go to "
              + folder
              + ".");
      System.exit(command("demo", "--out", folder.toString()));
    }
    WorkbenchApplication.open(List.of(arguments));
  }

  /// Paints the pages without touching a display, whether there is one or not.
  private static List<Path> paint(
      Study study, Path folder, Locale language, boolean dark, Cancellation cancellation) {
    cancellation.check();
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    return PagePainter.of(dark ? Theme.DARK : Theme.LIGHT, language).paint(study, folder);
  }

  private static Path demoFolder() {
    boolean project = Files.exists(Path.of("pom.xml")) && Files.isDirectory(Path.of("sample-data"));
    return project ? Path.of("target", "demo") : Path.of("plumbline-demo");
  }

  private static int command(String... arguments) {
    Cancellation cancellation = new Cancellation();
    CountDownLatch ended = new CountDownLatch(1);
    Thread interrupt =
        Thread.ofPlatform()
            .name("interrupt")
            .unstarted(
                () -> {
                  if (ended.getCount() > 0) {
                    cancellation.cancel();
                    await(ended);
                  }
                });
    Runtime.getRuntime().addShutdownHook(interrupt);
    try {
      return new CommandRunner(Terminal.ofProcess(cancellation, Launcher::paint)).run(arguments);
    } finally {
      ended.countDown();
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await(GOODBYE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
