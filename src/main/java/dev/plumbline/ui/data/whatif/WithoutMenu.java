package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.ui.lexicon.ListSections;
import dev.plumbline.ui.session.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Chooses the term lists whose mention leaves a row out.
final class WithoutMenu {
  private final Look look;
  private final Consumer<List<String>> chosen;
  private final MenuButton button = new MenuButton();
  private final List<CheckMenuItem> boxes = new ArrayList<>();

  /// @param chosen hears of the lists that are ticked
  WithoutMenu(Look look, Consumer<List<String>> chosen) {
    this.look = look;
    this.chosen = chosen;
    button.setId("whatif-without");
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("small");
  }

  MenuButton node() {
    return button;
  }

  /// Shows which lists are ticked.
  void show(Lexicon lexicon, List<String> without) {
    List<String> lists = List.copyOf(lexicon.terms().keySet());
    if (!boxes.stream().map(MenuItem::getUserData).toList().equals(lists)) {
      fill(lexicon);
    }
    boxes.forEach(item -> item.setSelected(without.contains((String) item.getUserData())));
    button.setText(
        without.isEmpty()
            ? look.text("whatif.without.none")
            : String.join(", ", without.stream().map(list -> label(lexicon, list, look)).toList()));
  }

  /// One menu a heading, or all lists at once if there is one heading only.
  private void fill(Lexicon lexicon) {
    boxes.clear();
    button.getItems().clear();
    Map<String, List<String>> sections = ListSections.of(lexicon, "", look);
    sections.forEach(
        (heading, lists) -> {
          List<CheckMenuItem> items = lists.stream().map(list -> box(lexicon, list)).toList();
          boxes.addAll(items);
          if (sections.size() == 1) {
            button.getItems().addAll(items);
          } else {
            Menu menu = new Menu(heading);
            menu.setMnemonicParsing(false);
            menu.getItems().addAll(items);
            button.getItems().add(menu);
          }
        });
    List<String> order = List.copyOf(lexicon.terms().keySet());
    boxes.sort(Comparator.comparingInt(item -> order.indexOf((String) item.getUserData())));
  }

  private CheckMenuItem box(Lexicon lexicon, String list) {
    CheckMenuItem item = new CheckMenuItem(label(lexicon, list, look));
    item.setMnemonicParsing(false);
    item.setUserData(list);
    item.setOnAction(_ -> chosen.accept(ticked()));
    return item;
  }

  private List<String> ticked() {
    return boxes.stream()
        .filter(CheckMenuItem::isSelected)
        .map(item -> (String) item.getUserData())
        .toList();
  }

  /// The name of a list in the user's language.
  static String label(Lexicon lexicon, String list, Look look) {
    return Optional.ofNullable(lexicon.labels().get(list))
        .map(labels -> labels.in(look.locale()))
        .orElse(list);
  }
}
