package dev.plumbline.ui;

import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.ResultTables;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Everything that concerns the study as a whole.
final class FileMenu extends MenuButton {
  private final Workbench bench;
  private final StudyCommands commands;
  private final Menu recent;
  private final CountLimitMenu countLimit;
  private final Subscription listening;

  FileMenu(Workbench bench, StudyCommands commands, Runnable exportDeck) {
    this.bench = bench;
    this.commands = commands;
    setId("menu-study");
    setText(bench.look().text("menu.study"));
    setGraphic(new FontIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE));
    recent = new Menu(bench.look().text("menu.recent"));
    recent.setId("menu-recent");
    countLimit = new CountLimitMenu(bench);
    getItems()
        .addAll(
            item("new", KeyCode.N, commands::newStudy),
            item("open", KeyCode.O, commands::open),
            recent,
            item("sample", null, commands::openSample),
            new SeparatorMenuItem(),
            item("save", KeyCode.S, commands::save),
            item("save-as", KeyCode.S, commands::saveAs, KeyCombination.SHIFT_DOWN),
            new SeparatorMenuItem(),
            item("import-results", KeyCode.I, commands::importResults),
            item("export-tidy", null, () -> commands.exportResults(ResultTables.Layout.TIDY)),
            item(
                "export-cross-modal",
                null,
                () -> commands.exportResults(ResultTables.Layout.CROSS_MODAL)),
            new SeparatorMenuItem(),
            item("undo", KeyCode.Z, commands::undo),
            item("deck", KeyCode.E, exportDeck),
            new SeparatorMenuItem(),
            countLimit);
    listening = bench.remembered().preferencesProperty().subscribe(now -> showRecent(now.recent()));
  }

  void dispose() {
    listening.unsubscribe();
    countLimit.dispose();
  }

  private void showRecent(List<Path> studies) {
    recent.setDisable(studies.isEmpty());
    recent
        .getItems()
        .setAll(
            studies.stream()
                .map(
                    study -> {
                      MenuItem item = new MenuItem(study.toString());
                      item.setMnemonicParsing(false);
                      item.setOnAction(_ -> commands.open(study));
                      return item;
                    })
                .toList());
  }

  private MenuItem item(String key, KeyCode code, Runnable action, Modifier... more) {
    MenuItem item = new MenuItem(bench.look().text("menu." + key));
    item.setId("menu-" + key);
    item.setOnAction(_ -> action.run());
    if (code != null) {
      Modifier[] modifiers = new Modifier[more.length + 1];
      modifiers[0] = KeyCombination.SHORTCUT_DOWN;
      System.arraycopy(more, 0, modifiers, 1, more.length);
      item.setAccelerator(new KeyCodeCombination(code, modifiers));
    }
    return item;
  }
}
