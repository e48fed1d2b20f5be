package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.core.TestId;
import dev.plumbline.ui.lexicon.LexiconTests.Place;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.session.Look;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Name and the four lists of the test looked at.
final class TestForm extends GridPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final LexiconViewModel model;
  private final Look look;
  private final Consumer<TestId> chosen;
  private final TextField id = new TextField();
  private final ObservableList<String> lists = FXCollections.observableArrayList();
  private final Map<Place, ObjectProperty<String>> sets = new EnumMap<>(Place.class);
  private Optional<LexiconTest> looked = Optional.empty();
  private boolean showing;

  /// @param chosen is told the new name of a test that is about to be renamed
  TestForm(LexiconViewModel model, Consumer<TestId> chosen) {
    this.model = model;
    this.chosen = chosen;
    look = model.look();
    setId("lexicon-test-form");
    getStyleClass().add("form-grid");
    for (int i = 0; i < 4; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHgrow(i % 2 == 0 ? Priority.NEVER : Priority.ALWAYS);
      column.setMinWidth(i % 2 == 0 ? Region.USE_PREF_SIZE : 0);
      getColumnConstraints().add(column);
    }
    id.setId("lexicon-test-id");
    id.getStyleClass().add("small");
    id.setMinWidth(0);
    id.setMinHeight(USE_PREF_SIZE);
    id.setTooltip(new Tooltip(look.text("lexicon.test-id.tip")));
    id.textProperty().addListener((_, _, now) -> rename(now));
    add(label("test-id", id), 0, 0);
    add(id, 1, 0, 3, 1);
    choice(Place.X, 0, 1);
    choice(Place.Y, 0, 2);
    choice(Place.A, 2, 1);
    choice(Place.B, 2, 2);
  }

  private void choice(Place place, int column, int row) {
    ObjectProperty<String> list = new SimpleObjectProperty<>();
    sets.put(place, list);
    String key = "test-" + place.name().toLowerCase(Locale.ROOT);
    ComboBox<String> box =
        Choices.of("lexicon-" + key, look.text("lexicon." + key + ".tip"), lists, list, this::name);
    box.setPromptText(look.text("lexicon.test-choose"));
    box.setMinWidth(0);
    box.setPrefWidth(120);
    box.setMaxWidth(Double.MAX_VALUE);
    list.addListener((_, _, now) -> choose(place, now));
    add(label(key, box), column, row);
    add(box, column + 1, row);
  }

  private Label label(String key, Node field) {
    Label label = new Label(look.text("lexicon." + key));
    label.setLabelFor(field);
    label.getStyleClass().addAll("muted", "note");
    return label;
  }

  private String name(String list) {
    return ListSections.name(model.draftProperty().get(), list, look);
  }

  private void choose(Place place, String list) {
    if (!showing && list != null && looked.isPresent()) {
      TestId test = looked.get().id();
      model.edit(
          "set " + place + " " + test.value(),
          it -> LexiconTests.changed(it, test, old -> place.in(old, list)));
    }
  }

  private void rename(String now) {
    if (showing || looked.isEmpty()) {
      return;
    }
    TestId old = looked.get().id();
    List<LexiconTest> tests = model.draftProperty().get().tests();
    String wanted = now.strip();
    boolean taken =
        !wanted.equals(old.value())
            && tests.stream().anyMatch(test -> test.id().value().equals(wanted));
    boolean wrong = wanted.isEmpty() || taken;
    id.pseudoClassStateChanged(WRONG, wrong);
    id.getTooltip()
        .setText(
            look.text(
                wanted.isEmpty()
                    ? "lexicon.test-id.blank"
                    : taken ? "lexicon.test-id.taken" : "lexicon.test-id.tip",
                wanted));
    if (!wrong && !wanted.equals(old.value())) {
      TestId name = new TestId(wanted);
      int place = tests.indexOf(looked.get());
      chosen.accept(name);
      model.edit(
          "test id " + place, it -> LexiconTests.changed(it, old, test -> renamed(test, name)));
    }
  }

  private static LexiconTest renamed(LexiconTest test, TestId name) {
    return new LexiconTest(name, test.x(), test.y(), test.a(), test.b());
  }

  /// Shows a test, or nothing to edit.
  void show(Optional<LexiconTest> test, Lexicon lexicon) {
    boolean before = showing;
    showing = true;
    looked = test;
    setDisable(test.isEmpty());
    List<String> names = List.copyOf(lexicon.terms().keySet());
    if (!lists.equals(names)) {
      lists.setAll(names);
    }
    sets.forEach(
        (place, list) ->
            list.set(test.map(place::of).filter(name -> !name.isEmpty()).orElse(null)));
    String shown = test.map(it -> it.id().value()).orElse("");
    if (!id.getText().strip().equals(shown)) {
      id.setText(shown);
      id.pseudoClassStateChanged(WRONG, false);
    }
    showing = before;
  }
}
