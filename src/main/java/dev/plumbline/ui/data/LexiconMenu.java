package dev.plumbline.ui.data;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/// Chooses the study's term lists: bundled ones, or a file; and saves a copy that can be edited.
final class LexiconMenu {
  private static final List<String> BUNDLED =
      List.of(
          LexiconReader.STANDARD,
          "sample",
          "gender",
          "age",
          "race-ethnicity",
          "religion",
          "occupations",
          "attributes",
          "categories",
          "japanese");

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
    for (String id : BUNDLED) {
      Lexicon lexicon = LexiconReader.bundled(id);
      item("data-lexicon-" + id, name(id, lexicon.terms().size()), () -> model.lookFor(lexicon));
    }
    node.getItems().add(new SeparatorMenuItem());
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

  private void item(String id, String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> Guarded.run(bench, action));
    node.getItems().add(item);
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
        .map(LexiconReader::read)
        .ifPresent(model::lookFor);
  }

  private void save() {
    bench.dialogs().save(FileDialogs.Kind.LEXICON, model.lexicon().id()).ifPresent(this::write);
  }

  private void write(Path file) {
    try {
      Files.writeString(file, LexiconReader.write(model.lexicon()));
    } catch (IOException e) {
      throw new PlumblineException(file + " cannot be written: choose another place.", e);
    }
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
