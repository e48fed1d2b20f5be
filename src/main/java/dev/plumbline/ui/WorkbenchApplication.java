package dev.plumbline.ui;

import dev.plumbline.composition.LexiconReader;
import dev.plumbline.ui.data.FirstLook;
import dev.plumbline.ui.data.Readings;
import dev.plumbline.ui.data.WarmUp;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PreferencesFile;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/// The window as a program: opens the study named by its first argument, else the sample study,
/// which is run at once.
public final class WorkbenchApplication extends Application {
  /// Opens the window and returns when it is closed.
  public static void open(List<String> arguments) {
    Application.launch(WorkbenchApplication.class, arguments.toArray(String[]::new));
  }

  @Override
  public void start(Stage stage) {
    Remembered remembered =
        new Remembered(
            PreferencesFile.ofUser(),
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
    Look look = new Look(remembered.now().theme(), WorkbenchFactory.language(remembered));
    Workbench bench =
        WorkbenchFactory.real(
            Workers.threads(Platform::runLater, new FrameExecutor()),
            remembered,
            look,
            () -> stage);
    MainWindow window = new MainWindow(bench, remembered.now().width(), remembered.now().height());
    window.show(stage);
    WarmUp warmUp =
        new WarmUp(FirstLook.with(new Readings(bench.engines())), LexiconReader.bundled());
    List<String> files = getParameters().getUnnamed();
    if (files.isEmpty()) {
      bench.files().openSample(bench.runs()::run);
      afterRun(bench.runs().runningProperty(), warmUp::start);
    } else {
      warmUp.start();
      bench.files().open(Path.of(files.getFirst()));
    }
    Latest<Boolean> fonts = new Latest<>(bench.workers().quick(), bench.workers().screen());
    look.localeProperty()
        .subscribe(
            locale ->
                fonts.request(
                    () -> JapaneseFont.missing(locale),
                    missing -> {
                      if (missing) {
                        bench.session().notices().warning(look.text("font.japanese"));
                      }
                    },
                    _ -> {}));
  }

  /// Leaves the processors to a run that is about to begin.
  private static void afterRun(ReadOnlyBooleanProperty running, Runnable work) {
    running.addListener(
        new ChangeListener<>() {
          @Override
          public void changed(
              ObservableValue<? extends Boolean> value, Boolean before, Boolean now) {
            if (!now) {
              running.removeListener(this);
              work.run();
            }
          }
        });
  }
}
