package dev.plumbline.ui.data;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Workbench;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;

/// Chooses the study's term lists: bundled ones, or a file; and saves a copy that can be edited.
final class LexiconMenu {
  private final Workbench bench;
  private final DataViewModel model;
  private final MenuButton node = new MenuButton();
  private final Subscription listening;

  LexiconMenu(Workbench bench, DataViewModel model) {
    this.bench = bench;
    this.model = model;
    node.setId("data-lexicon");
    node.getStyleClass().add("small");
    node.setTooltip(new Tooltip(text("data.lexicon.about")));
    for (String id : LexiconReader.BUNDLED) {
      Lexicon lexicon = LexiconReader.bundled(id);
      item("data-lexicon-" + id, name(id, lexicon.terms().size()), () -> model.lookFor(lexicon));
    }
    node.getItems().add(new SeparatorMenuItem());
    item("data-lexicon-edit", text("data.lexicon.edit"), model.lexicons()::edit)
        .setAccelerator(new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN));
    item("data-lexicon-open", text("data.lexicon.open"), this::open);
    item("data-lexicon-save", text("data.lexicon.save"), this::save);
    listening =
        bench
            .session()
            .requestProperty()
            .subscribe(
                request -> {
                  node.setText(text("data.lexicon", request.lexicon().id()));
                  node.setAccessibleText(node.getText());
                });
  }

  MenuButton node() {
    return node;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private MenuItem item(String id, String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> Guarded.run(bench, action));
    node.getItems().add(item);
    return item;
  }

  private String name(String id, int lists) {
    return switch (id) {
      case LexiconReader.STANDARD -> text("data.lexicon.standard", lists);
      case "sample" -> text("data.lexicon.sample", lists);
      default -> text("data.lexicon.one", id, lists);
    };
  }

  private void open() {
    bench.dialogs().open(FileDialogs.Kind.LEXICON).stream()
        .findFirst()
        .ifPresent(
            file -> {
              Lexicon lexicon = LexiconReader.read(file);
              model.lookFor(lexicon);
              model.lexicons().chosen(lexicon, file);
            });
  }

  private void save() {
    bench
        .dialogs()
        .save(FileDialogs.Kind.LEXICON, model.lexicon().id())
        .ifPresent(file -> LexiconReader.write(file, model.lexicon()));
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
