package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.ui.session.Look;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks which lists are to stay where a file was changed by something else since it was opened, and
/// says by how much the two differ.
final class ConflictBar extends VBox {
  private static final int MOST_NAMES = 8;

  private final Look look;
  private final Label question = note("question");
  private final Label there = note("there");
  private final Label here = note("here");
  private final Button mine;
  private final Button theirs;
  private Runnable keeping = () -> {};
  private Runnable taking = () -> {};

  ConflictBar(Look look) {
    super(6);
    this.look = look;
    setId("lexicon-conflict");
    getStyleClass().add("lexicon-removal");
    mine = button("mine-keep", () -> keeping.run());
    theirs = button("theirs-take", () -> taking.run());
    Button later = button("conflict-later", () -> {});
    HBox buttons = new HBox(8, mine, theirs, later);
    getChildren().addAll(question, new VBox(there, here), buttons);
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  private static Label note(String name) {
    Label label = new Label();
    label.setId("lexicon-conflict-" + name);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add("note");
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(look.text("lexicon." + key));
    button.setId("lexicon-" + key);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(
        _ -> {
          close();
          action.run();
        });
    return button;
  }

  /// Asks.
  ///
  /// @param file the file
  /// @param disk its lists as they are now, empty if it cannot be read any more
  /// @param draft the lists in the editor
  /// @param keep called if those of the editor are to stay
  /// @param take called if those of the file are to stay
  void ask(Path file, Optional<Lexicon> disk, Lexicon draft, Runnable keep, Runnable take) {
    keeping = keep;
    taking = take;
    question.setText(
        look.text(
            disk.isPresent() ? "lexicon.conflict" : "lexicon.conflict.unreadable",
            file.getFileName()));
    there.setText(disk.map(it -> told("there", LexiconDifference.of(it, draft))).orElse(""));
    here.setText(disk.map(it -> told("here", LexiconDifference.of(draft, it))).orElse(""));
    there.setVisible(disk.isPresent());
    here.setVisible(disk.isPresent());
    theirs.setDisable(disk.isEmpty());
    setVisible(true);
    mine.requestFocus();
  }

  private String told(String side, LexiconDifference difference) {
    Set<String> where = difference.where();
    String names =
        where.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
            + (where.size() > MOST_NAMES ? ", …" : "");
    return look.text(
            "lexicon.conflict." + side, difference.lists(), difference.terms(), difference.tests())
        + (names.isEmpty() ? "" : " (" + names + ")");
  }

  /// Stops asking.
  ///
  /// @return whether it asked
  boolean close() {
    boolean asked = isVisible();
    setVisible(false);
    return asked;
  }
}
