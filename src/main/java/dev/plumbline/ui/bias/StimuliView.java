package dev.plumbline.ui.bias;

import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.ui.session.Look;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What a test compares: the four stimulus sets in words.
final class StimuliView {
  private static final int SHOWN = 14;

  private final Look look;

  StimuliView(Look look) {
    this.look = look;
  }

  Node of(AssociationTest test, Battery battery) {
    VBox lines = new VBox(8);
    List<String> names = test.sets();
    List<String> letters = List.of("X", "Y", "A", "B");
    for (int i = 0; i < names.size(); i++) {
      StimulusSet set = battery.sets().get(names.get(i));
      lines
          .getChildren()
          .add(set == null ? reported(letters.get(i), names.get(i)) : line(letters.get(i), set));
    }
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return scroll;
  }

  /// A set of a test that only a table reports: its name is all there is.
  private static Node reported(String letter, String set) {
    Label name = new Label(letter + "   " + set);
    name.getStyleClass().add("line-title");
    return name;
  }

  private Node line(String letter, StimulusSet set) {
    Label name = new Label(letter + "   " + set.label().in(look.locale()));
    name.getStyleClass().add("line-title");
    Label words = new Label(words(set));
    words.setWrapText(true);
    words.getStyleClass().addAll("muted", "note");
    return new VBox(name, words);
  }

  private String words(StimulusSet set) {
    List<String> texts = set.texts();
    String some = String.join(", ", texts.subList(0, Math.min(SHOWN, texts.size())));
    String more = texts.size() > SHOWN ? look.text("bias.more", texts.size() - SHOWN) : "";
    String images = set.images().map(folder -> look.text("bias.images", folder)).orElse("");
    String templates =
        set.templates().isEmpty() ? "" : look.text("bias.templates", set.templates().size());
    return some + more + templates + images;
  }
}
