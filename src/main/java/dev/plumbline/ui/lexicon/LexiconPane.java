package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.LexiconFinding;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.ui.part.EditorBar;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.FindingsCard;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.IconButton;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// The editor of term lists: which there are, the terms of one, what each term catches in captions
/// of a manifest, what needs care.
public final class LexiconPane extends VBox {
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private final Workbench bench;
  private final LexiconViewModel model;
  private final EditorBar bar;
  private final Label state = new Label();
  private final IconButton revert;
  private final Button save;
  private final Button saveAs;
  private final ListsCard lists;
  private final TermsCard terms;
  private final TestsCard tests;
  private final ConflictBar conflict;
  private final LookCard look;
  private final ExamplesCard examples;
  private final FindingsCard<LexiconFinding> findings;
  private final ListChangeListener<Object> listener = _ -> showState();
  private final Subscription listening;

  /// The editor in the language of now.
  public LexiconPane(Workbench bench, LexiconViewModel model) {
    this.bench = bench;
    this.model = model;
    setId("lexicon-pane");
    lists = new ListsCard(model);
    terms = new TermsCard(model);
    tests = new TestsCard(model);
    conflict = new ConflictBar(bench.look());
    look = new LookCard(model);
    examples = new ExamplesCard(model);
    findings =
        new FindingsCard<>(
            bench.look(),
            "lexicon",
            model.findings(),
            new LexiconFindings(model, terms::select, tests::choose));
    bar = new EditorBar(bench, "lexicon", model, FileDialogs.Kind.LEXICON);
    revert = bar.icon("revert", MaterialDesignB.BACKUP_RESTORE, model::revert);
    save = bar.button("save", this::save);
    save.getStyleClass().add("accent");
    saveAs = bar.button("save-as", this::saveAs);
    state.setId("lexicon-state");
    state.getStyleClass().addAll("muted", "note");
    state.setMinWidth(0);
    bar.with(List.of(state), List.of(revert, saveAs, save, bar.button("back", this::back)));
    GridPane grid =
        Quarters.columns(
            "lexicon-grid",
            new double[] {30, 33, 37},
            Quarters.rows(new double[] {50, 50}, lists.node(), tests.node()),
            Quarters.rows(new double[] {70, 30}, terms.node(), findings.node()),
            Quarters.rows(new double[] {54, 46}, look.node(), examples.node()));
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox.setMargin(conflict, new Insets(4, 16, 4, 16));
    getChildren().addAll(bar, conflict, grid);
    bar.listen(this, this::escape);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model.findings().addListener(listener);
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(_ -> showState()),
            bench.session().requestProperty().subscribe(_ -> showState()));
  }

  /// Takes the keyboard.
  public void focus() {
    lists.focus();
  }

  /// Stops following the model.
  public void dispose() {
    model.findings().removeListener(listener);
    bar.dispose();
    lists.dispose();
    terms.dispose();
    tests.dispose();
    look.dispose();
    examples.dispose();
    findings.dispose();
    listening.unsubscribe();
  }

  private void showState() {
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

  private void save() {
    model.file().ifPresentOrElse(this::saveTo, this::saveAs);
  }

  private void saveTo(Path file) {
    if (!model.changedElsewhere(file)) {
      conflict.close();
      model.save(file);
      return;
    }
    conflict.ask(
        file,
        model.onDisk(file),
        model.draftProperty().get(),
        () -> Guarded.run(bench, () -> model.save(file)),
        () -> Guarded.run(bench, model::takeTheirs));
  }

  private void saveAs() {
    Optional<String> own = model.file().map(LexiconReader::idOf);
    String name = own.orElseGet(() -> proposed(model.id()));
    bench.dialogs().save(FileDialogs.Kind.LEXICON, name).ifPresent(this::saveTo);
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

  private void escape() {
    if (!conflict.close() && !lists.dismiss()) {
      back();
    }
  }

  private void key(KeyEvent event) {
    if (FIND.match(event)) {
      lists.find();
      event.consume();
    }
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
