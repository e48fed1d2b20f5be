package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.LexiconReader;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.IconButton;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The editor of term lists: which there are, the terms of one, what each term catches in captions
/// of a manifest, what needs care.
public final class LexiconPane extends VBox {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final Workbench bench;
  private final LexiconViewModel model;
  private final ComboBox<String> choice = new ComboBox<>();
  private final TextField id = new TextField();
  private final Label state = new Label();
  private final IconButton undo;
  private final IconButton redo;
  private final IconButton revert;
  private final Button save;
  private final Button saveAs;
  private final ListsCard lists;
  private final TermsCard terms;
  private final LookCard look;
  private final ExamplesCard examples;
  private final LexiconFindingsCard findings;
  private final ListChangeListener<Object> listener = _ -> showState();
  private final Subscription listening;

  /// The editor in the language of now.
  public LexiconPane(Workbench bench, LexiconViewModel model) {
    this.bench = bench;
    this.model = model;
    setId("lexicon-pane");
    lists = new ListsCard(model);
    terms = new TermsCard(model);
    look = new LookCard(model);
    examples = new ExamplesCard(model);
    findings = new LexiconFindingsCard(model, terms::select);
    undo = icon("undo", MaterialDesignU.UNDO, model::undo);
    redo = icon("redo", MaterialDesignR.REDO, model::redo);
    revert = icon("revert", MaterialDesignB.BACKUP_RESTORE, model::revert);
    save = button("save", this::save);
    save.getStyleClass().add("accent");
    saveAs = button("save-as", this::saveAs);
    GridPane grid =
        Quarters.columns(
            "lexicon-grid",
            new double[] {28, 34, 38},
            Quarters.rows(new double[] {68, 32}, lists.node(), findings.node()),
            Quarters.rows(new double[] {100}, terms.node()),
            Quarters.rows(new double[] {54, 46}, look.node(), examples.node()));
    VBox.setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(bar(), grid);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.findings().addListener(listener);
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(_ -> showState()),
            model.history().undoProperty().subscribe(it -> undo.setDisable(it.isEmpty())),
            model.history().redoProperty().subscribe(it -> redo.setDisable(it.isEmpty())),
            bench.session().requestProperty().subscribe(_ -> showState()));
  }

  /// Takes the keyboard.
  public void focus() {
    lists.focus();
  }

  /// Stops following the model.
  public void dispose() {
    model.findings().removeListener(listener);
    lists.dispose();
    terms.dispose();
    look.dispose();
    examples.dispose();
    findings.dispose();
    listening.unsubscribe();
  }

  private HBox bar() {
    List<String> names = new ArrayList<>(List.of(text("lexicon.mine")));
    names.addAll(LexiconReader.BUNDLED);
    choice.setItems(FXCollections.observableArrayList(names));
    choice.setId("lexicon-choice");
    choice.getStyleClass().add("small");
    choice.setPromptText(text("lexicon.choose"));
    choice.setTooltip(new Tooltip(text("lexicon.choose.tip")));
    choice.setAccessibleText(text("lexicon.choose"));
    choice.setOnAction(_ -> choose(choice.getSelectionModel().getSelectedIndex()));
    id.setId("lexicon-id");
    id.getStyleClass().add("small");
    id.setPrefColumnCount(11);
    id.setTooltip(new Tooltip(text("lexicon.id.tip")));
    id.setAccessibleText(text("lexicon.id"));
    id.textProperty().addListener((_, _, now) -> rename(now));
    Label name = new Label(text("lexicon.id"));
    name.setLabelFor(id);
    name.getStyleClass().add("muted");
    name.setMinWidth(USE_PREF_SIZE);
    state.setId("lexicon-state");
    state.getStyleClass().addAll("muted", "note");
    state.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar =
        new HBox(
            8,
            choice,
            button("open", this::openFile),
            name,
            id,
            state,
            space,
            undo,
            redo,
            revert,
            saveAs,
            save,
            button("back", this::back));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("battery-bar");
    return bar;
  }

  private IconButton icon(String key, org.kordamp.ikonli.Ikon icon, Runnable action) {
    return new IconButton(bench.look(), "lexicon", key, icon, action);
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(text("lexicon." + key));
    button.setId("lexicon-" + key);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(text("lexicon." + key + ".tip")));
    button.setOnAction(_ -> Guarded.run(bench, action));
    return button;
  }

  private void choose(int index) {
    if (index == 0) {
      model.begin();
    } else if (index > 0) {
      Guarded.run(bench, () -> model.choose(LexiconReader.BUNDLED.get(index - 1)));
    }
  }

  private void rename(String now) {
    if (!now.isBlank()) {
      model.edit("id", it -> LexiconDraft.renamed(it, now.strip()));
    }
  }

  private void showState() {
    String now = model.draftProperty().get().id();
    if (!id.getText().strip().equals(now)) {
      id.setText(now);
    }
    boolean changed = model.isChanged();
    boolean used = model.draftProperty().get().equals(bench.session().request().lexicon());
    String from =
        model
            .file()
            .map(it -> it.getFileName().toString())
            .orElseGet(() -> text("lexicon.no-file"));
    state.setText(
        text(changed ? "lexicon.changed" : used ? "lexicon.used" : "lexicon.unused", from));
    state.setTooltip(
        new Tooltip(
            model.file().map(Object::toString).orElseGet(() -> text("lexicon.no-file.tip"))));
    revert.setDisable(!changed);
    save.setDisable(model.hasError() || !changed && used && model.file().isPresent());
    saveAs.setDisable(model.hasError());
  }

  private void openFile() {
    bench.dialogs().open(FileDialogs.Kind.LEXICON).stream().findFirst().ifPresent(model::read);
  }

  private void save() {
    model.file().ifPresentOrElse(model::save, this::saveAs);
  }

  private void saveAs() {
    Optional<String> own = model.file().map(LexiconReader::idOf);
    String name = own.orElseGet(() -> proposed(model.draftProperty().get().id()));
    bench.dialogs().save(FileDialogs.Kind.LEXICON, name).ifPresent(model::save);
  }

  private String proposed(String now) {
    return LexiconReader.isBundled(now) ? text("lexicon.my", now) : now;
  }

  private void back() {
    if (model.isChanged()) {
      bench.session().notices().information(text("lexicon.kept"));
    }
    model.openProperty().set(false);
  }

  private void key(KeyEvent event) {
    boolean known = true;
    if (event.getCode() == KeyCode.ESCAPE) {
      if (!lists.dismiss()) {
        back();
      }
    } else if (UNDO.match(event)) {
      model.undo();
    } else if (REDO.match(event) || REDO_TOO.match(event)) {
      model.redo();
    } else if (FIND.match(event)) {
      lists.find();
    } else {
      known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
