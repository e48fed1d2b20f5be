package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.IconButton;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The stimulus sets of a battery, one looked at: name, words, images, source.
final class SetCard {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final BatteryViewModel model;
  private final Look look;
  private final ComboBox<String> choice = new ComboBox<>();
  private final TextField name = new TextField();
  private final IconButton duplicate;
  private final IconButton remove;
  private final WordsPane words;
  private final ImagesPane images;
  private final Label source = new Label();
  private final VBox content;
  private final Card card;
  private final Subscription listening;
  private boolean showing;

  SetCard(BatteryViewModel model) {
    this.model = model;
    look = model.look();
    words = new WordsPane(model);
    images = new ImagesPane(model);
    setUpChoice();
    setUpName();
    source.setId("battery-source");
    source.setWrapText(true);
    source.setMinWidth(0);
    source.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    source.getStyleClass().addAll("muted", "note");
    VBox.setVgrow(words, Priority.ALWAYS);
    content = new VBox(8, words, images, source);
    IconButton add = new IconButton(look, "battery", "set-add", MaterialDesignP.PLUS, this::add);
    duplicate =
        new IconButton(
            look, "battery", "set-duplicate", MaterialDesignC.CONTENT_DUPLICATE, this::duplicate);
    remove =
        new IconButton(look, "battery", "set-remove", MaterialDesignD.DELETE_OUTLINE, this::remove);
    card =
        new Card(text("battery.sets"))
            .actions(add, duplicate, remove)
            .choices(choice, name)
            .content(content);
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(_ -> show()),
            model.setProperty().subscribe(_ -> show()));
  }

  Card node() {
    return card;
  }

  void dispose() {
    words.dispose();
    images.dispose();
    listening.unsubscribe();
  }

  private void setUpChoice() {
    choice.setId("battery-set");
    choice.getStyleClass().add("small");
    choice.setTooltip(new Tooltip(text("battery.set")));
    choice.setAccessibleText(text("battery.set"));
    choice.setMinWidth(90);
    choice.setPrefWidth(160);
    choice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(choice, Priority.ALWAYS);
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String set) {
            return set == null ? "" : model.draftProperty().get().nameOf(set, look.locale());
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("this combo box is not edited");
          }
        });
    choice
        .valueProperty()
        .addListener(
            (_, _, now) -> {
              if (!showing && now != null) {
                model.setProperty().set(now);
              }
            });
  }

  private void setUpName() {
    name.setId("battery-set-name");
    name.getStyleClass().add("small");
    name.setPrefColumnCount(10);
    name.setMinWidth(130);
    name.setTooltip(new Tooltip(text("battery.set-name.tip")));
    name.setAccessibleText(text("battery.set-name"));
    name.textProperty().addListener((_, _, now) -> rename(now));
  }

  private void add() {
    Battery battery = model.draftProperty().get();
    insert("set-add", SetDraft.empty(BatteryDraft.freeName(battery, text("battery.new-set"))));
    name.requestFocus();
    name.selectAll();
  }

  private void duplicate() {
    model
        .set()
        .ifPresent(
            set -> {
              String free = BatteryDraft.freeName(model.draftProperty().get(), set.name());
              insert("set-duplicate", set.named(free));
            });
  }

  private void insert(String kind, StimulusSet set) {
    Optional<String> before = Optional.ofNullable(model.setProperty().get());
    model.edit(kind + " " + set.name(), it -> BatteryDraft.withSetAfter(it, before, set));
    model.setProperty().set(set.name());
  }

  private void remove() {
    model
        .set()
        .ifPresent(
            set ->
                model.edit(
                    "set-remove " + set.name(), it -> BatteryDraft.withoutSet(it, set.name())));
  }

  private void rename(String now) {
    if (showing || model.set().isEmpty()) {
      return;
    }
    String old = model.set().get().name();
    String wanted = now.strip();
    boolean taken = !wanted.equals(old) && model.draftProperty().get().sets().containsKey(wanted);
    name.pseudoClassStateChanged(WRONG, wanted.isEmpty() || taken);
    if (!wanted.isEmpty() && !taken) {
      int place = List.copyOf(model.draftProperty().get().sets().keySet()).indexOf(old);
      model.edit("set-name " + place, it -> BatteryDraft.withSetNamed(it, old, wanted));
    }
  }

  private void show() {
    boolean before = showing;
    showing = true;
    Battery battery = model.draftProperty().get();
    List<String> names = List.copyOf(battery.sets().keySet());
    String looked = model.setProperty().get();
    choice.setItems(FXCollections.observableArrayList(names));
    choice.setValue(looked != null && names.contains(looked) ? looked : null);
    boolean there = model.set().isPresent();
    content.setDisable(!there);
    name.setDisable(!there);
    duplicate.setDisable(!there);
    remove.setDisable(!there);
    String shown = there ? battery.nameOf(looked, look.locale()) : "";
    if (!name.getText().strip().equals(shown)) {
      name.setText(shown);
      name.pseudoClassStateChanged(WRONG, false);
    }
    int tests = there ? battery.testsOf(looked).size() : 0;
    card.subtitle().setText(text("battery.sets.subtitle", names.size(), shown, tests));
    Optional<String> cited = model.set().flatMap(StimulusSet::source);
    source.setText(cited.map(it -> text("battery.source", it)).orElse(""));
    source.setVisible(cited.isPresent());
    source.setManaged(cited.isPresent());
    words.show();
    images.show();
    showing = before;
  }

  private String text(String key, Object... arguments) {
    return look.text(key, arguments);
  }
}
