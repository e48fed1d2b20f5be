package dev.plumbline.ui.battery;

import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.Expectation;
import dev.plumbline.ui.part.FormGrid;
import dev.plumbline.ui.session.Look;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/// Name, group, sets and expected sign of the test looked at, to be edited.
final class TestForm extends FormGrid {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final List<String> LETTERS = List.of("x", "y", "a", "b");

  private final BatteryViewModel model;
  private final Look look;
  private final TextField name = field("battery-name");
  private final TextField id = field("battery-test-id");
  private final TextField category = field("battery-category");
  private final List<ComboBox<String>> sets = new ArrayList<>();
  private final ComboBox<Optional<Expectation>> expected = new ComboBox<>();
  private boolean showing;

  TestForm(BatteryViewModel model) {
    super(model.look(), "battery");
    this.model = model;
    look = model.look();
    LETTERS.forEach(letter -> sets.add(setChoice(letter)));
    expectedChoice();
    explained(0, "name", name, "test-id", id);
    explained(1, "category", category, "expect", expected);
    explained(2, "x", sets.get(0), "a", sets.get(2));
    explained(3, "y", sets.get(1), "b", sets.get(3));
    name.textProperty().addListener((_, _, now) -> rename(now));
    category.textProperty().addListener((_, _, now) -> group(now));
    id.textProperty().addListener((_, _, now) -> identify(now));
  }

  private void explained(int row, String left, Control one, String right, Control other) {
    row(row, left, one, right, other);
    tip(left, one);
    tip(right, other);
  }

  private void tip(String key, Control field) {
    field.setAccessibleText(look.text("battery." + key + ".tip"));
    field.setTooltip(new Tooltip(look.text("battery." + key + ".tip")));
  }

  private ComboBox<String> setChoice(String letter) {
    ComboBox<String> box = new ComboBox<>();
    box.setId("battery-" + letter);
    style(box);
    box.setConverter(
        new Written<>(set -> model.draftProperty().get().nameOf(set, look.locale()) + suffix(set)));
    box.valueProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null) {
                change("sets", test -> over(test, letter, now));
              }
            });
    return box;
  }

  /// The key behind a name that another set has too.
  private String suffix(String set) {
    Battery battery = model.draftProperty().get();
    String shown = battery.nameOf(set, look.locale());
    boolean twice =
        battery.sets().keySet().stream()
            .anyMatch(it -> !it.equals(set) && battery.nameOf(it, look.locale()).equals(shown));
    return twice ? " (" + set + ")" : "";
  }

  private AssociationTest over(AssociationTest test, String letter, String set) {
    int place = LETTERS.indexOf(letter);
    List<String> wanted = new ArrayList<>(test.sets());
    wanted.set(place, set);
    var next = wanted.iterator();
    return BatteryDraft.over(model.draftProperty().get(), test, _ -> next.next());
  }

  private void expectedChoice() {
    expected.setId("battery-expect");
    style(expected);
    List<Optional<Expectation>> all = new ArrayList<>(List.of(Optional.empty()));
    Arrays.stream(Expectation.values()).map(Optional::of).forEach(all::add);
    expected.setItems(FXCollections.observableArrayList(all));
    expected.setConverter(
        new Written<>(
            it -> look.text("battery.expect." + it.map(Expectation::name).orElse("NONE"))));
    expected
        .valueProperty()
        .addListener(
            (_, _, now) -> {
              if (now != null) {
                change("expected", test -> test.withExpected(now));
              }
            });
  }

  private static void style(ComboBox<?> box) {
    box.getStyleClass().add("small");
    box.setMinWidth(0);
    box.setPrefWidth(120);
    box.setMaxWidth(Double.MAX_VALUE);
  }

  private void rename(String now) {
    name.pseudoClassStateChanged(WRONG, now.isBlank());
    if (!now.isBlank()) {
      change("name", test -> test.called(now.strip()));
    }
  }

  private void group(String now) {
    category.pseudoClassStateChanged(WRONG, now.isBlank());
    if (!now.isBlank()) {
      change("category", test -> test.withCategory(now.strip()));
    }
  }

  private void identify(String now) {
    TestId wanted = now.isBlank() ? null : new TestId(now.strip());
    boolean taken =
        model.draftProperty().get().tests().stream()
            .anyMatch(test -> test.id().equals(wanted) && !test.id().equals(looked()));
    id.pseudoClassStateChanged(WRONG, wanted == null || taken);
    if (wanted != null && !taken) {
      change("id", test -> test.withId(wanted));
    }
  }

  private TestId looked() {
    return model.testProperty().get();
  }

  private void change(String kind, UnaryOperator<AssociationTest> change) {
    if (!showing) {
      model.editTest(kind, change);
    }
  }

  /// Shows a test, or nothing to edit.
  void show(Optional<AssociationTest> test, Battery battery) {
    boolean before = showing;
    showing = true;
    setDisable(test.isEmpty());
    List<String> names = List.copyOf(battery.sets().keySet());
    for (int i = 0; i < sets.size(); i++) {
      ComboBox<String> box = sets.get(i);
      if (!box.getItems().equals(names)) {
        box.setItems(FXCollections.observableArrayList(names));
      }
      int place = i;
      box.setValue(test.map(it -> it.sets().get(place)).orElse(null));
    }
    fill(name, test.map(it -> it.label().in(look.locale())).orElse(""));
    fill(id, test.map(it -> it.id().value()).orElse(""));
    fill(category, test.map(AssociationTest::category).orElse(""));
    expected.setValue(test.map(AssociationTest::expected).orElse(Optional.empty()));
    showing = before;
  }

  /// Writes an item; never read back.
  private static final class Written<T> extends StringConverter<T> {
    private final java.util.function.Function<T, String> words;

    Written(java.util.function.Function<T, String> words) {
      this.words = words;
    }

    @Override
    public String toString(T item) {
      return item == null ? "" : words.apply(item);
    }

    @Override
    public T fromString(String text) {
      throw new UnsupportedOperationException("this combo box is not edited");
    }
  }
}
