package dev.plumbline.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.DatasetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionPartsTest {
  @TempDir private Path folder;

  @Test
  void onlyTheNewestAnswerIsDelivered() {
    Queue<Runnable> background = new ArrayDeque<>();
    Latest<Integer> latest = new Latest<>(background::add, Runnable::run);
    List<Integer> delivered = new ArrayList<>();
    latest.request(() -> 1, delivered::add, _ -> {});
    latest.request(() -> 2, delivered::add, _ -> {});
    background.remove().run();
    background.remove().run();
    assertEquals(List.of(2), delivered);
  }

  @Test
  void aDroppedQuestionIsNotAnswered() {
    Queue<Runnable> screen = new ArrayDeque<>();
    Latest<Integer> latest = new Latest<>(Runnable::run, screen::add);
    List<Integer> delivered = new ArrayList<>();
    latest.request(() -> 1, delivered::add, _ -> {});
    latest.drop();
    screen.remove().run();
    assertEquals(List.of(), delivered);
  }

  @Test
  void rateAndRemainingTimeCountFromTheBeginningOfAStage() {
    long[] nanos = {0};
    ProgressMeter meter = new ProgressMeter(() -> nanos[0]);
    meter.update("embedding", 0, 100);
    nanos[0] = 2_000_000_000L;
    TaskProgress now = meter.update("embedding", 20, 100);
    assertEquals(10, now.perSecond().getAsDouble(), 1e-9);
    assertEquals(8, now.secondsLeft().getAsDouble(), 1e-9);
    assertEquals(0.2, now.fraction(), 1e-9);
    TaskProgress next = meter.update("testing", 5, 10);
    assertTrue(next.perSecond().isEmpty(), "a new stage has no rate yet");
    assertEquals(-1, meter.update("reading", 0, 0).fraction());
  }

  @Test
  void selectionReplacesWithinAKindAndLetsGoOfASecondClick() {
    Selection selection = new Selection();
    Choice balanced = new Choice.Dataset(new DatasetId("balanced"));
    Choice pleasant = new Choice.Dataset(new DatasetId("pleasant"));
    Choice category = new Choice.Category("Group/Place");
    selection.onlyOfKind(balanced);
    selection.onlyOfKind(category);
    selection.onlyOfKind(pleasant);
    assertEquals(List.of(category, pleasant), selection.choices());
    selection.onlyOfKind(pleasant);
    assertEquals(List.of(category), selection.choices());
    selection.toggle(balanced);
    selection.remove(category);
    assertEquals(List.of(balanced), selection.choices());
  }

  @Test
  void undoKeepsAHundredSteps() {
    UndoStack<Integer> stack = new UndoStack<>();
    IntStream.range(0, 150).forEach(i -> stack.push("step " + i, i));
    assertEquals("step 149", stack.newestProperty().get().orElseThrow().name());
    int steps = 0;
    while (stack.pop().isPresent()) {
      steps++;
    }
    assertEquals(100, steps);
  }

  @Test
  void preferencesComeBackAsTheyWere() {
    PreferencesFile file = new PreferencesFile(folder.resolve("deep/window.json"));
    WindowPreferences written =
        WindowPreferences.defaults()
            .withLanguage("ja")
            .withTheme(Theme.DARK)
            .withRecent(folder.resolve("b.plumb"))
            .withRecent(folder.resolve("a.plumb"))
            .withFolderOf(folder.resolve("a.plumb"))
            .withSize(1500, 900)
            .withDevice("cpu")
            .withCountRows(Long.MAX_VALUE);
    file.write(written);
    assertEquals(written, file.read());
    assertEquals(
        List.of(folder.resolve("a.plumb"), folder.resolve("b.plumb")), file.read().recent());
  }

  @Test
  void damagedPreferencesGiveTheDefaults() throws IOException {
    Path path = folder.resolve("window.json");
    for (String text : List.of("", "[1]", "{\"theme\":\"PINK\"}", "{\"width\":\"wide\"}", "{")) {
      Files.writeString(path, text);
      assertEquals(WindowPreferences.defaults(), new PreferencesFile(path).read(), text);
    }
  }

  @Test
  void whatIsDroppedIsTold() throws IOException {
    Path bundles = Files.createDirectories(folder.resolve("zoo"));
    Files.createDirectories(bundles.resolve("one/onnx"));
    Files.writeString(bundles.resolve("one/onnx/text_model.onnx"), "");
    Files.createDirectories(bundles.resolve("two"));
    Files.writeString(bundles.resolve("two/visual.onnx"), "");
    Path shards = Files.createDirectories(folder.resolve("shards"));
    Files.writeString(shards.resolve("a.csv"), "x");
    assertEquals(
        List.of(
            new Dropped.Bundle(bundles.resolve("one")), new Dropped.Bundle(bundles.resolve("two"))),
        Dropped.of(bundles));
    assertEquals(
        List.of(new Dropped.Bundle(bundles.resolve("two"))), Dropped.of(bundles.resolve("two")));
    assertEquals(List.of(new Dropped.Table(shards)), Dropped.of(shards));
    assertEquals(
        List.of(new Dropped.StudyFileHere(Path.of("x.plumb"))), Dropped.of(Path.of("x.plumb")));
  }

  @Test
  void aRecentStudyIsListedOnceAndOnlyEightAreKept() {
    WindowPreferences preferences = WindowPreferences.defaults();
    for (int i = 0; i < 12; i++) {
      preferences = preferences.withRecent(Path.of("/studies/" + i % 10 + ".plumb"));
    }
    assertEquals(8, preferences.recent().size());
    assertEquals(Path.of("/studies/1.plumb"), preferences.recent().getFirst());
    assertEquals(Optional.empty(), preferences.language());
  }
}
