package dev.plumbline.ui.part;

import dev.plumbline.ui.session.DraftModel;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The bar above an editor of a draft: what to begin with, the draft's name, steps back and forth,
/// what is done with it, the way back.
public final class EditorBar extends HBox {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final Workbench bench;
  private final String editor;
  private final DraftModel<?> model;
  private final ComboBox<String> choice = new ComboBox<>();
  private final TextField id = new TextField();
  private final List<Node> start;
  private final List<Node> steps;
  private final Subscription listening;

  /// A bar with nothing to be done with the draft yet.
  ///
  /// @param editor its nodes are `EDITOR-KEY`, their words `EDITOR.KEY` and `EDITOR.KEY.tip`
  /// @param files what kind of file is opened
  public EditorBar(Workbench bench, String editor, DraftModel<?> model, FileDialogs.Kind files) {
    super(8);
    this.bench = bench;
    this.editor = editor;
    this.model = model;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("editor-bar");
    start = List.of(choice(), button("open", () -> open(files)), name(), id);
    IconButton undo = icon("undo", MaterialDesignU.UNDO, model::undo);
    IconButton redo = icon("redo", MaterialDesignR.REDO, model::redo);
    steps = List.of(undo, redo);
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(_ -> showName()),
            model.history().undoProperty().subscribe(it -> undo.setDisable(it.isEmpty())),
            model.history().redoProperty().subscribe(it -> redo.setDisable(it.isEmpty())));
  }

  /// Sets what stands between the name and the steps, and what behind the steps.
  public EditorBar with(List<Node> state, List<Node> actions) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().setAll(start);
    getChildren().addAll(state);
    getChildren().add(space);
    getChildren().addAll(steps);
    getChildren().addAll(actions);
    return this;
  }

  /// A button of the editor; a sentence for the user becomes a card.
  public Button button(String key, Runnable action) {
    Button button = new Button(text(key));
    button.setId(editor + "-" + key);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(text(key + ".tip")));
    button.setOnAction(_ -> Guarded.run(bench, action));
    return button;
  }

  /// A button of the editor that shows an icon.
  public IconButton icon(String key, Ikon icon, Runnable action) {
    return new IconButton(bench.look(), editor, key, icon, action);
  }

  /// Makes the keys for undo and redo work wherever in `pane` the keyboard is, and Escape do what
  /// it should there.
  public void listen(Node pane, Runnable escape) {
    pane.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          Runnable step =
              event.getCode() == KeyCode.ESCAPE
                  ? escape
                  : UNDO.match(event)
                      ? model::undo
                      : REDO.match(event) || REDO_TOO.match(event) ? model::redo : null;
          if (step != null) {
            step.run();
            event.consume();
          }
        });
  }

  /// Takes the keyboard.
  public void focus() {
    choice.requestFocus();
  }

  /// Stops following the model.
  public void dispose() {
    listening.unsubscribe();
  }

  private ComboBox<String> choice() {
    List<String> names = new ArrayList<>(List.of(text("mine")));
    names.addAll(model.bundled());
    choice.setItems(FXCollections.observableArrayList(names));
    choice.setId(editor + "-choice");
    choice.getStyleClass().add("small");
    choice.setPromptText(text("choose"));
    choice.setTooltip(new Tooltip(text("choose.tip")));
    choice.setAccessibleText(text("choose"));
    choice.setOnAction(_ -> begin(choice.getSelectionModel().getSelectedIndex()));
    return choice;
  }

  private Label name() {
    id.setId(editor + "-id");
    id.getStyleClass().add("small");
    id.setPrefColumnCount(11);
    id.setTooltip(new Tooltip(text("id.tip")));
    id.setAccessibleText(text("id"));
    id.textProperty().addListener((_, _, now) -> rename(now));
    Label name = new Label(text("id"));
    name.setLabelFor(id);
    name.getStyleClass().add("muted");
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private void begin(int index) {
    if (index == 0) {
      model.begin();
    } else if (index > 0) {
      Guarded.run(bench, () -> model.choose(model.bundled().get(index - 1)));
    }
  }

  private void open(FileDialogs.Kind files) {
    bench.dialogs().open(files).stream().findFirst().ifPresent(model::open);
  }

  private void rename(String now) {
    if (!now.isBlank()) {
      model.rename(now.strip());
    }
  }

  private void showName() {
    if (!id.getText().strip().equals(model.id())) {
      id.setText(model.id());
    }
  }

  private String text(String key) {
    return bench.look().text(editor + "." + key);
  }
}
