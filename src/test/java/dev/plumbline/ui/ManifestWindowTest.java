package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Manifests that are added on the Data page, what is left out of them, and who plays which role.
@ExtendWith(ApplicationExtension.class)
class ManifestWindowTest {
  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private Workbench bench;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(folder, dialogs, new FakeRunner(StudyResult.empty(), StudyResult.empty()));
    TestWindow.show(bench, PageId.DATA, stage);
  }

  private List<ManifestSource> sources() {
    return bench.session().request().manifests();
  }

  @Test
  void aManifestOnAClusterIsAddedWithoutItsToken(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#data-add").tryQuery().isPresent());
    MenuItem item =
        ((SplitMenuButton) robot.lookup("#data-add").query())
            .getItems().stream()
                .filter(it -> it.getId().equals("data-add-cluster"))
                .findFirst()
                .orElseThrow();
    Platform.runLater(item::fire);
    await(() -> robot.lookup("#cluster-address").tryQuery().isPresent());
    Button add = robot.lookup("#cluster-add").queryButton();
    robot.interact(add::fire);
    String problem = robot.lookup("#cluster-problem").queryAs(Label.class).getText();
    assertTrue(problem.contains("sc://host:15002"), problem);
    TextField address = robot.lookup("#cluster-address").queryAs(TextField.class);
    TextField token = robot.lookup("#cluster-token").queryAs(TextField.class);
    TextArea files = robot.lookup("#cluster-files").queryAs(TextArea.class);
    robot.interact(
        () -> {
          address.setText("sc://127.0.0.1:1/;x-key=s3cret");
          token.setText("t0ken");
        });
    robot.interact(add::fire);
    problem = robot.lookup("#cluster-problem").queryAs(Label.class).getText();
    assertTrue(problem.contains("Parquet"), problem);
    robot.interact(() -> files.setText(" s3://bucket/laion/*.parquet \n\n/data/more\n"));
    robot.interact(add::fire);
    await(() -> sources().size() == 1);
    ManifestSource source = sources().getFirst();
    assertEquals(Optional.of("sc://127.0.0.1:1"), source.cluster());
    assertEquals(List.of("s3://bucket/laion/*.parquet", "/data/more"), source.files());
    assertFalse(source.toString().contains("s3cret") || source.toString().contains("t0ken"));
    await(
        () ->
            robot.lookup(".empty-sentence").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains("127.0.0.1:1")));
  }

  @Test
  void severalCaptionsAreAskedForAndAChipGivesAColumnARole(FxRobot robot) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("two.csv"),
            "url,org_caption,re_caption,extra\nhttp://a.example/1,a dog,a brown dog runs,x y\n"
                + "only one cell\n");
    dialogs.answer(file);
    robot.clickOn("#data-add");
    await(() -> robot.lookup("#caption-choice").tryQuery().isPresent());
    robot.clickOn("#caption-choice-1");
    await(() -> "re_caption".equals(sources().getFirst().mapping().get(ColumnRole.CAPTION)));
    await(() -> robot.lookup("#caption-choice").tryQuery().isEmpty());
    robot.interact(() -> robot.lookup("#column-chip-3").query().requestFocus());
    robot.type(KeyCode.ENTER);
    await(() -> robot.lookup("#column-role-source").tryQuery().isPresent());
    robot.clickOn("#column-role-source");
    await(() -> "extra".equals(sources().getFirst().mapping().get(ColumnRole.SOURCE)));
  }

  @Test
  void aColumnIsDraggedOntoARole(FxRobot robot) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("drag.csv"), "url,words,more\nhttp://a.example/1,a dog runs,x y z\n");
    dialogs.answer(file);
    robot.clickOn("#data-add");
    await(() -> robot.lookup("#column-chip-2").tryQuery().isPresent());
    Node chip = robot.lookup("#column-chip-2").query();
    Node role = robot.lookup("#role-name-caption").query();
    Node box = robot.lookup("#role-caption").query();
    robot.interact(() -> send(chip, MouseEvent.MOUSE_DRAGGED, role));
    assertTrue(box.getStyleClass().contains("drop-here"));
    robot.interact(() -> send(chip, MouseEvent.MOUSE_DRAGGED, chip));
    assertFalse(box.getStyleClass().contains("drop-here"));
    robot.interact(() -> send(chip, MouseEvent.MOUSE_DRAGGED, role));
    robot.interact(() -> send(chip, MouseEvent.MOUSE_RELEASED, role));
    assertFalse(box.getStyleClass().contains("drop-here"));
    await(() -> "more".equals(sources().getFirst().mapping().get(ColumnRole.CAPTION)));
  }

  @Test
  void whatIsLeftOutIsListedAndSaved(FxRobot robot) throws Exception {
    Path shards = Files.createDirectories(folder.resolve("shards"));
    Files.writeString(shards.resolve("a.csv"), "url,text\nhttp://a.example/1,a dog\n");
    Files.write(shards.resolve("b.csv"), new byte[0]);
    dialogs.answer(shards);
    robot.clickOn("#data-add");
    await(() -> robot.lookup("#data-rows-rejects").tryQuery().isPresent());
    robot.clickOn("#data-rows-rejects");
    await(() -> robot.lookup("#rejects").tryQuery().isPresent());
    TableView<?> table = robot.lookup("#rejects").queryTableView();
    assertEquals(1, table.getItems().size());
    Path saved = folder.resolve("saved.csv");
    dialogs.answer(saved);
    robot.clickOn("#rejects-save");
    await(() -> Files.exists(saved));
    assertTrue(Files.readString(saved).contains("b.csv is empty."));
  }

  /// Sends what a mouse would that was pressed on one node and is over another now; the headless
  /// platform itself forgets on which node a button was pressed.
  private static void send(Node pressed, EventType<MouseEvent> type, Node over) {
    Point2D at =
        over.localToScene(over.getLayoutBounds().getCenterX(), over.getLayoutBounds().getCenterY());
    boolean down = type == MouseEvent.MOUSE_DRAGGED;
    Event.fireEvent(
        pressed,
        new MouseEvent(
            type,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            false,
            null));
  }
}
