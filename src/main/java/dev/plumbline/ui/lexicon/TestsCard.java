package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconFinding;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.core.TestId;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.IconButton;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Which lists are compared by which: the tests of the draft, added, changed and deleted here.
final class TestsCard {
  private final LexiconViewModel model;
  private final Look look;
  private final ListView<LexiconTest> tests = new ListView<>();
  private final TestForm form;
  private final Label fault = new Label();
  private final IconButton remove;
  private final Card card;
  private final ListChangeListener<LexiconFinding> listener = _ -> showFault();
  private final Subscription listening;
  private TestId chosen;
  private boolean showing;

  TestsCard(LexiconViewModel model) {
    this.model = model;
    look = model.look();
    tests.setId("lexicon-tests");
    tests.setAccessibleText(look.text("lexicon.tests"));
    tests.getStyleClass().addAll("dense", "plain-list");
    tests.setPlaceholder(note(look.text("lexicon.tests.none")));
    tests.setCellFactory(_ -> new Cell());
    tests.setMinHeight(30);
    tests.setPrefHeight(70);
    tests.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    VBox.setVgrow(tests, Priority.ALWAYS);
    form = new TestForm(model, name -> chosen = name);
    fault.setId("lexicon-test-fault");
    fault.setWrapText(true);
    fault.setMinHeight(Region.USE_PREF_SIZE);
    fault.getStyleClass().add("note");
    fault.managedProperty().bind(fault.visibleProperty());
    IconButton add = new IconButton(look, "lexicon", "test-add", MaterialDesignP.PLUS, this::add);
    remove =
        new IconButton(
            look, "lexicon", "test-remove", MaterialDesignD.DELETE_OUTLINE, this::remove);
    card =
        new Card(look.text("lexicon.tests"))
            .actions(add, remove)
            .content(new VBox(8, tests, form, fault));
    tests.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    model.findings().addListener(listener);
    listening = model.draftProperty().subscribe(_ -> show());
  }

  Card node() {
    return card;
  }

  void dispose() {
    model.findings().removeListener(listener);
    listening.unsubscribe();
  }

  /// Looks at a test.
  void choose(TestId test) {
    chosen = test;
    show();
  }

  private static Label note(String text) {
    Label note = new Label(text);
    note.setWrapText(true);
    note.getStyleClass().addAll("muted", "note");
    return note;
  }

  private void selected(LexiconTest test) {
    if (!showing && test != null) {
      choose(test.id());
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      remove();
      event.consume();
    } else if (event.getCode() == KeyCode.INSERT) {
      add();
      event.consume();
    }
  }

  private void add() {
    TestId id = LexiconTests.freeId(model.draftProperty().get(), look.text("lexicon.test-new"));
    model.edit("add test " + id.value(), it -> LexiconTests.withTest(it, id));
    choose(id);
  }

  private void remove() {
    looked()
        .ifPresent(
            test ->
                model.edit(
                    "remove test " + test.id().value(), it -> LexiconTests.without(it, test.id())));
  }

  private Optional<LexiconTest> looked() {
    return model.draftProperty().get().tests().stream()
        .filter(test -> test.id().equals(chosen))
        .findFirst();
  }

  private void show() {
    boolean before = showing;
    showing = true;
    Lexicon lexicon = model.draftProperty().get();
    if (looked().isEmpty()) {
      chosen = lexicon.tests().isEmpty() ? null : lexicon.tests().getFirst().id();
    }
    if (!tests.getItems().equals(lexicon.tests())) {
      tests.getItems().setAll(lexicon.tests());
    } else {
      tests.refresh();
    }
    Optional<LexiconTest> test = looked();
    test.ifPresentOrElse(
        tests.getSelectionModel()::select, tests.getSelectionModel()::clearSelection);
    test.ifPresent(it -> tests.scrollTo(lexicon.tests().indexOf(it)));
    remove.setDisable(test.isEmpty());
    form.show(test, lexicon);
    card.subtitle().setText(look.text("lexicon.tests.subtitle", lexicon.tests().size()));
    showFault();
    showing = before;
  }

  /// The first thing that is wrong with the test looked at.
  private void showFault() {
    Optional<LexiconFinding> first =
        model.findings().stream()
            .filter(it -> it.test().isPresent() && it.test().equals(looked().map(LexiconTest::id)))
            .findFirst();
    fault.setText(first.map(it -> LexiconFindings.sentence(it, look)).orElse(""));
    fault.setGraphic(first.map(TermsCard::icon).orElse(null));
    fault.setVisible(first.isPresent());
  }

  private final class Cell extends ListCell<LexiconTest> {
    @Override
    protected void updateItem(LexiconTest test, boolean empty) {
      super.updateItem(test, empty);
      boolean there = !empty && test != null;
      setText(there ? test.id().value() : null);
      setTooltip(there ? new Tooltip(told(test)) : null);
    }

    private String told(LexiconTest test) {
      Lexicon lexicon = model.draftProperty().get();
      List<String> names =
          List.of(test.x(), test.y(), test.a(), test.b()).stream()
              .map(list -> ListSections.name(lexicon, list, look))
              .toList();
      return look.text("lexicon.test.tip", names.toArray());
    }
  }
}
