package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Workbench;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The battery of a study, chosen among those that come along and the user's files, and edited:
/// tests and orders, words and templates, what needs care, which stimuli are there.
public final class BatteryPane extends VBox {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private final Workbench bench;
  private final BatteryViewModel model;
  private final Runnable back;
  private final ComboBox<String> choice = new ComboBox<>();
  private final TextField id = new TextField();
  private final Button undo;
  private final Button use;
  private final TestsCard tests;
  private final SetCard set;
  private final FindingsCard findings;
  private final NeedsCard needs;
  private final ListChangeListener<Object> listener = _ -> showState();
  private final Subscription listening;

  /// @param back leads back to the results
  public BatteryPane(Workbench bench, BatteryViewModel model, Runnable back) {
    this.bench = bench;
    this.model = model;
    this.back = back;
    setId("battery-pane");
    tests = new TestsCard(model);
    set = new SetCard(model);
    findings = new FindingsCard(model);
    needs = new NeedsCard(model, button("folder", this::askFolder));
    undo = button("undo", model::undo);
    use = button("use", this::useNow);
    use.getStyleClass().add("accent");
    GridPane grid =
        Quarters.columns(
            "battery-grid",
            new double[] {34, 33, 33},
            Quarters.rows(new double[] {100}, tests.node()),
            Quarters.rows(new double[] {100}, set.node()),
            Quarters.rows(new double[] {42, 58}, findings.node(), needs.node()));
    VBox.setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(bar(), grid);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.findings().addListener(listener);
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(battery -> showId(battery.id())),
            model.undoStack().newestProperty().subscribe(it -> undo.setDisable(it.isEmpty())));
    showState();
  }

  /// Takes the keyboard.
  public void focus() {
    choice.requestFocus();
  }

  /// Stops following the model.
  public void dispose() {
    model.findings().removeListener(listener);
    tests.dispose();
    set.dispose();
    findings.dispose();
    needs.dispose();
    listening.unsubscribe();
  }

  private HBox bar() {
    List<String> names = new ArrayList<>(List.of(text("battery.mine")));
    names.addAll(BatteryReader.BUNDLED);
    choice.setItems(FXCollections.observableArrayList(names));
    choice.setId("battery-choice");
    choice.getStyleClass().add("small");
    choice.setPromptText(text("battery.choose"));
    choice.setTooltip(new Tooltip(text("battery.choose.tip")));
    choice.setAccessibleText(text("battery.choose"));
    choice.setOnAction(_ -> choose(choice.getSelectionModel().getSelectedIndex()));
    id.setId("battery-id");
    id.getStyleClass().add("small");
    id.setPrefColumnCount(14);
    id.setTooltip(new Tooltip(text("battery.id.tip")));
    id.setAccessibleText(text("battery.id"));
    id.textProperty().addListener((_, _, now) -> rename(now));
    Label name = new Label(text("battery.id"));
    name.setLabelFor(id);
    name.getStyleClass().add("muted");
    name.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar =
        new HBox(
            8,
            choice,
            button("open", this::openFile),
            name,
            id,
            space,
            undo,
            button("save", this::saveFile),
            use,
            button("back", back));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("battery-bar");
    return bar;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(text("battery." + key));
    button.setId("battery-" + key);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(text("battery." + key + ".tip")));
    button.setOnAction(_ -> Guarded.run(bench, action));
    return button;
  }

  private void choose(int index) {
    if (index == 0) {
      model.begin();
    } else if (index > 0) {
      model.choose(BatteryReader.BUNDLED.get(index - 1));
    }
  }

  private void rename(String now) {
    if (!now.isBlank()) {
      model.edit("id", battery -> BatteryDraft.renamed(battery, now.strip()));
    }
  }

  private void showId(String now) {
    if (!id.getText().strip().equals(now)) {
      id.setText(now);
    }
  }

  private void showState() {
    use.setDisable(model.hasError());
  }

  private void useNow() {
    if (model.use()) {
      back.run();
    }
  }

  private void openFile() {
    bench.dialogs().open(FileDialogs.Kind.BATTERY).stream().findFirst().ifPresent(model::open);
  }

  private void saveFile() {
    bench
        .dialogs()
        .save(FileDialogs.Kind.BATTERY, model.draftProperty().get().id())
        .ifPresent(model::save);
  }

  private void askFolder() {
    bench.dialogs().folder(text("bias.image-folder")).ifPresent(model::lookIn);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      back.run();
      event.consume();
    } else if (UNDO.match(event)) {
      model.undo();
      event.consume();
    }
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
