package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.composition.TermList;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.IconButton;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The lists under headings, found by words, each with the captions that mention it; lists are
/// added, copied and deleted here.
final class ListsCard {
  private final LexiconViewModel model;
  private final Look look;
  private final NumberStyle numbers;
  private final TextField search = new TextField();
  private final TreeView<Line> tree = new TreeView<>();
  private final IconButton duplicate;
  private final IconButton remove;
  private final RemovalBar removal;
  private final Card card;
  private final Subscription listening;
  private boolean showing;

  /// A heading, or a list below it.
  ///
  /// @param list the list's name, empty for a heading
  private record Line(Optional<String> list, String text) {}

  ListsCard(LexiconViewModel model) {
    this.model = model;
    look = model.look();
    numbers = new NumberStyle(look.locale());
    search.setId("lexicon-search");
    search.getStyleClass().add("small");
    search.setPromptText(look.text("lexicon.search"));
    search.setAccessibleText(look.text("lexicon.search"));
    search.setTooltip(new Tooltip(look.text("lexicon.search.tip")));
    HBox.setHgrow(search, Priority.ALWAYS);
    tree.setId("lexicon-lists");
    tree.setAccessibleText(look.text("lexicon.lists"));
    tree.setShowRoot(false);
    tree.getStyleClass().addAll("dense", "plain-list", "alt-icon");
    tree.setCellFactory(_ -> new Cell());
    tree.setMinHeight(60);
    tree.setPrefHeight(120);
    tree.getSelectionModel().selectedItemProperty().subscribe(this::choose);
    tree.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    removal = new RemovalBar(look, this::removeWithTests, tree::requestFocus);
    VBox.setVgrow(tree, Priority.ALWAYS);
    IconButton add = icon("add", MaterialDesignP.PLUS, this::add);
    duplicate = icon("duplicate", MaterialDesignC.CONTENT_DUPLICATE, this::duplicate);
    remove = icon("remove", MaterialDesignD.DELETE_OUTLINE, this::remove);
    card =
        new Card(look.text("lexicon.lists"))
            .actions(add, duplicate, remove)
            .choices(search)
            .content(new VBox(6, tree, removal));
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(_ -> show()),
            model.listProperty().subscribe(_ -> select()),
            model.looks().caughtProperty().subscribe(_ -> tree.refresh()),
            search.textProperty().subscribe(_ -> show()));
  }

  Card node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  void focus() {
    tree.requestFocus();
  }

  /// Takes the keyboard to the words looked for.
  void find() {
    search.requestFocus();
    search.selectAll();
  }

  /// Takes away what asks or narrows.
  ///
  /// @return whether there was something
  boolean dismiss() {
    if (removal.isVisible()) {
      removal.close();
      return true;
    }
    boolean narrowed = !search.getText().isEmpty();
    search.clear();
    return narrowed;
  }

  private IconButton icon(String key, org.kordamp.ikonli.Ikon icon, Runnable action) {
    return new IconButton(look, "lexicon", key, icon, action);
  }

  private void choose(TreeItem<Line> item) {
    if (!showing && item != null) {
      item.getValue().list().ifPresent(model.listProperty()::set);
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
    Lexicon lexicon = model.draftProperty().get();
    String name = LexiconDraft.freeName(lexicon, look.text("lexicon.new-list"));
    Optional<String> before = Optional.ofNullable(model.listProperty().get());
    TermList none = new TermList(List.of(), model.list().map(TermList::substring).orElse(false));
    model.edit("add " + name, it -> LexiconDraft.withListAfter(it, before, name, none));
    look(name);
  }

  private void duplicate() {
    String list = model.listProperty().get();
    if (list != null) {
      String name = LexiconDraft.freeName(model.draftProperty().get(), list);
      model.edit("duplicate " + name, it -> LexiconDraft.withCopy(it, list, name));
      look(name);
    }
  }

  private void look(String name) {
    search.clear();
    model.listProperty().set(name);
    select();
    tree.scrollTo(Math.max(0, tree.getSelectionModel().getSelectedIndex() - 3));
  }

  private void remove() {
    String list = model.listProperty().get();
    if (list == null) {
      return;
    }
    Lexicon lexicon = model.draftProperty().get();
    List<LexiconTest> tests = LexiconDraft.testsOf(lexicon, list);
    if (tests.isEmpty()) {
      removeWithTests();
    } else {
      String names =
          tests.stream().map(test -> test.id().value()).collect(Collectors.joining(", "));
      removal.ask(ListSections.name(lexicon, list, look), tests.size(), names);
    }
  }

  private void removeWithTests() {
    String list = model.listProperty().get();
    if (list != null) {
      model.edit("remove " + list, it -> LexiconDraft.withoutList(it, list));
    }
  }

  private void show() {
    boolean before = showing;
    showing = true;
    Lexicon lexicon = model.draftProperty().get();
    Map<String, List<String>> sections = ListSections.of(lexicon, search.getText(), look);
    TreeItem<Line> root = new TreeItem<>(new Line(Optional.empty(), ""));
    sections.forEach(
        (heading, lists) -> {
          TreeItem<Line> section = new TreeItem<>(new Line(Optional.empty(), heading));
          section.setExpanded(true);
          for (String list : lists) {
            Line line = new Line(Optional.of(list), ListSections.name(lexicon, list, look));
            section.getChildren().add(new TreeItem<>(line));
          }
          root.getChildren().add(section);
        });
    if (!lines(root).equals(lines(tree.getRoot()))) {
      tree.setRoot(root);
    } else {
      tree.refresh();
    }
    int terms = lexicon.terms().values().stream().mapToInt(list -> list.terms().size()).sum();
    card.subtitle().setText(look.text("lexicon.lists.subtitle", lexicon.terms().size(), terms));
    removal.close();
    select();
    showing = before;
  }

  private static List<List<Line>> lines(TreeItem<Line> root) {
    return root == null
        ? List.of()
        : root.getChildren().stream()
            .map(
                section ->
                    java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(section.getValue()),
                            section.getChildren().stream().map(TreeItem::getValue))
                        .toList())
            .toList();
  }

  private void select() {
    boolean before = showing;
    showing = true;
    removal.close();
    String list = model.listProperty().get();
    duplicate.setDisable(list == null);
    remove.setDisable(list == null);
    Optional<TreeItem<Line>> wanted =
        tree.getRoot().getChildren().stream()
            .flatMap(section -> section.getChildren().stream())
            .filter(item -> item.getValue().list().equals(Optional.ofNullable(list)))
            .findFirst();
    if (wanted.isEmpty()) {
      tree.getSelectionModel().clearSelection();
    } else if (tree.getSelectionModel().getSelectedItem() != wanted.get()) {
      tree.getSelectionModel().select(wanted.get());
    }
    showing = before;
  }

  private final class Cell extends TreeCell<Line> {
    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().remove("lexicon-heading");
      setText(null);
      setTooltip(null);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      Label name = new Label(line.text());
      name.setMinWidth(0);
      if (line.list().isEmpty()) {
        getStyleClass().add("lexicon-heading");
        setGraphic(name);
        return;
      }
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label count = new Label(count(line.list().get()));
      count.getStyleClass().addAll("muted", "note");
      count.setMinWidth(Region.USE_PREF_SIZE);
      HBox row = new HBox(8, name, space, count);
      row.setMinWidth(0);
      row.prefWidthProperty().bind(tree.widthProperty().subtract(72));
      setGraphic(row);
      setTooltip(new Tooltip(told(line.list().get(), line.text())));
    }

    private String count(String list) {
      return Optional.ofNullable(model.looks().caughtProperty().get().get(list))
          .map(numbers::count)
          .orElse("");
    }

    private String told(String list, String name) {
      TermList terms = model.draftProperty().get().terms().get(list);
      int size = terms == null ? 0 : terms.terms().size();
      Integer caught = model.looks().caughtProperty().get().get(list);
      return caught == null
          ? look.text("lexicon.list.tip", name, list, size)
          : look.text("lexicon.list.tip.caught", name, list, size, caught);
    }
  }
}
