package dev.plumbline.ui;

import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Theme;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// The window: rail, top bar, selection, page, task strip, status bar.
///
/// A change of language builds the frame and the page anew; choices live in view models and stay.
public final class MainWindow {
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 640;

  private final Workbench bench;
  private final PageSet pages;
  private final StudyCommands commands;
  private final Drops drops;
  private final BorderPane root = new BorderPane();
  private final Scene scene;
  private final Latest<Optional<String>> fonts;
  private final ObjectProperty<PageId> page = new SimpleObjectProperty<>(PageId.OVERVIEW);
  private Optional<Frame> frame = Optional.empty();

  /// A window that is not shown yet.
  public MainWindow(Workbench bench, double width, double height) {
    this.bench = bench;
    this.pages = new PageSet(bench);
    this.commands = new StudyCommands(bench, () -> LossDialog.agreed(root, bench.look()));
    this.drops = new Drops(bench, commands, page);
    this.fonts = new Latest<>(bench.workers().quick(), bench.workers().screen());
    this.scene = new Scene(root, width, height);
    root.getStyleClass().add("workbench");
    bench.look().themeProperty().subscribe(this::wear);
    bench.look().localeProperty().subscribe(_ -> build());
    page.addListener((_, _, _) -> frame.ifPresent(now -> now.show(pages.page(page.get()))));
    bench.links().guidedBy(link -> page.set(pages.lead(link)));
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    scene.setOnDragOver(Drops::accept);
    scene.setOnDragDropped(event -> dropped(event));
  }

  /// Shows the window on `stage`; closing asks before unsaved changes are lost.
  public void show(Stage stage) {
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    bench
        .session()
        .requestProperty()
        .subscribe(request -> stage.setTitle(request.name() + " – Plumbline"));
    stage.setOnCloseRequest(
        event -> {
          if (commands.mayLeave()) {
            close(stage);
          } else {
            event.consume();
          }
        });
    stage.show();
  }

  /// The scene, for pictures and tests.
  public Scene scene() {
    return scene;
  }

  /// The page shown.
  public ObjectProperty<PageId> pageProperty() {
    return page;
  }

  private void close(Stage stage) {
    bench.tasks().cancelAll();
    bench.counting().cancelAll();
    if (!stage.isMaximized()) {
      bench.remembered().change(now -> now.withSize(scene.getWidth(), scene.getHeight()));
    }
    bench.remembered().flush();
  }

  private void wear(Theme theme) {
    Application.setUserAgentStylesheet(Stylesheets.base(theme));
    List<String> own = Stylesheets.own(theme);
    if (!scene.getStylesheets().equals(own)) {
      scene.getStylesheets().setAll(own);
    }
  }

  private void build() {
    frame.ifPresent(Frame::dispose);
    pages.forget();
    Frame next = new Frame(bench, commands, page, pages::exportDeck);
    next.show(pages.page(page.get()));
    frame = Optional.of(next);
    writeIn(bench.look().locale());
    root.setLeft(next.rail());
    root.setCenter(next.body());
  }

  private void writeIn(Locale language) {
    fonts.request(
        () -> JapaneseFont.family(language),
        family -> root.setStyle(family.map(name -> "-fx-font-family: '" + name + "';").orElse("")),
        failure -> bench.session().notices().error(String.valueOf(failure.getMessage())));
  }

  /// Takes in files and folders from outside.
  void drop(List<File> files) {
    drops.dropped(files);
  }

  private void dropped(DragEvent event) {
    drop(event.getDragboard().getFiles());
    event.setDropCompleted(true);
    event.consume();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      bench.session().selection().clear();
      event.consume();
    } else if (event.getCode() == KeyCode.F5 || isShortcut(event, KeyCode.R)) {
      commands.runOrCancel();
      event.consume();
    } else {
      for (PageId id : PageId.values()) {
        if (isShortcut(event, KeyCode.valueOf("DIGIT" + (id.ordinal() + 1)))) {
          page.set(id);
          event.consume();
        }
      }
    }
  }

  private static boolean isShortcut(KeyEvent event, KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).match(event);
  }

  /// How files are taken in from outside.
  static TransferMode[] transfers() {
    return new TransferMode[] {TransferMode.COPY, TransferMode.LINK};
  }
}
