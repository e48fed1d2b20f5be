package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;

/// Chooses the term lists whose mention leaves a row out.
final class WithoutMenu {
  private final Look look;
  private final Consumer<List<String>> chosen;
  private final MenuButton button = new MenuButton();

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
    List<String> shown =
        button.getItems().stream().map(item -> (String) item.getUserData()).toList();
    if (!shown.equals(lists)) {
      button.getItems().clear();
      for (String list : lists) {
        CheckMenuItem item = new CheckMenuItem(label(lexicon, list, look));
        item.setUserData(list);
        item.setOnAction(_ -> chosen.accept(ticked()));
        button.getItems().add(item);
      }
    }
    button
        .getItems()
        .forEach(item -> ((CheckMenuItem) item).setSelected(without.contains(item.getUserData())));
    button.setText(
        without.isEmpty()
            ? look.text("whatif.without.none")
            : String.join(", ", without.stream().map(list -> label(lexicon, list, look)).toList()));
  }

  private List<String> ticked() {
    return button.getItems().stream()
        .filter(item -> ((CheckMenuItem) item).isSelected())
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
