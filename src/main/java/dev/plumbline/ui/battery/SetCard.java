package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.Selection;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.stimulus.TextGroup;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.Segments;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One stimulus set of a battery: words, templates, images, to be edited.
final class SetCard {
  private static final int MOST_ENTRIES = 100_000;

  private final BatteryViewModel model;
  private final ObservableList<String> sets = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> group = new SimpleObjectProperty<>(0);
  private final Segments<Integer> groups;
  private final TextArea words = area("words", 10);
  private final TextArea templates = area("templates", 5);
  private final TextField images = new TextField();
  private final Label rule = note("battery-rule");
  private final Spinner<Integer> size = new Spinner<>(1, MOST_ENTRIES, 1);
  private final HBox ruleSize;
  private final Label sentences = note("battery-sentences");
  private final Label source = note("battery-source");
  private final VBox texts;
  private final VBox pictures;
  private final Card card;
  private final Subscription listening;
  private boolean showing;

  SetCard(BatteryViewModel model) {
    this.model = model;
    groups = new Segments<>("battery-group", group, it -> text("battery.group", it + 1));
    texts =
        new VBox(
            4, label("words", words), words, label("templates", templates), templates, sentences);
    VBox.setVgrow(words, Priority.ALWAYS);
    images.setId("battery-images");
    images.getStyleClass().add("small");
    images.setTooltip(new Tooltip(text("battery.images.tip")));
    pictures = new VBox(4, label("images", images), images);
    VBox.setVgrow(texts, Priority.ALWAYS);
    words.setTooltip(new Tooltip(text("battery.words.tip")));
    templates.setTooltip(new Tooltip(text("battery.templates.tip")));
    size.setId("battery-n");
    size.setEditable(true);
    size.setPrefWidth(96);
    size.setAccessibleText(text("battery.n"));
    size.setTooltip(new Tooltip(text("battery.n.tip")));
    size.valueProperty().addListener((_, _, now) -> sizeEdited(now));
    Label entries = new Label(text("battery.n"));
    entries.setLabelFor(size);
    entries.getStyleClass().add("note");
    ruleSize = new HBox(8, entries, size);
    ruleSize.setAlignment(Pos.CENTER_LEFT);
    words.textProperty().addListener((_, _, _) -> edited("words"));
    templates.textProperty().addListener((_, _, _) -> edited("templates"));
    images.textProperty().addListener((_, _, now) -> imagesEdited(now));
    card =
        new Card(text("battery.sets"))
            .choices(
                Choices.of(
                    "battery-set",
                    text("battery.set"),
                    sets,
                    model.setProperty(),
                    name -> model.draftProperty().get().nameOf(name, model.look().locale())),
                groups)
            .content(new VBox(8, rule, ruleSize, texts, pictures, source));
    VBox.setVgrow(texts, Priority.ALWAYS);
    groups.listen();
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(this::show),
            model.setProperty().subscribe(_ -> showOther()),
            group.subscribe(_ -> showSet()));
  }

  Card node() {
    return card;
  }

  void dispose() {
    groups.dispose();
    listening.unsubscribe();
  }

  private void edited(String field) {
    if (showing) {
      return;
    }
    int place = group.get();
    TextGroup now =
        new TextGroup(BatteryDraft.lines(words.getText()), BatteryDraft.lines(templates.getText()));
    change(field + place, set -> BatteryDraft.withGroup(set, place, now));
  }

  private void sizeEdited(Integer now) {
    if (!showing && now != null) {
      change("n", set -> BatteryDraft.withRuleSize(set, now));
    }
  }

  private void imagesEdited(String now) {
    if (!showing) {
      change("images", set -> BatteryDraft.withImages(set, now));
    }
  }

  private void change(String kind, java.util.function.UnaryOperator<StimulusSet> change) {
    model
        .set()
        .ifPresent(
            set ->
                model.edit(
                    kind + " " + set.name(),
                    battery -> BatteryDraft.withSet(battery, set.name(), change)));
  }

  private void show(Battery battery) {
    List<String> names = List.copyOf(battery.sets().keySet());
    if (!sets.equals(names)) {
      sets.setAll(names);
    }
    showSet();
  }

  private void showOther() {
    group.set(0);
    showSet();
  }

  private void showSet() {
    if (model.set().isEmpty()) {
      return;
    }
    showing = true;
    StimulusSet set = model.set().get();
    int count = set.more().size() + 1;
    int place = Math.min(group.get(), count - 1);
    groups.setChoices(IntStream.range(0, count).boxed().toList());
    show(count > 1, groups);
    TextGroup shown = BatteryDraft.group(set, place);
    fill(words, shown.texts());
    fill(templates, shown.templates());
    boolean byRule = set.textRule().isPresent() && place == 0;
    words.setDisable(byRule);
    if (!images.getText().strip().equals(set.images().orElse(""))) {
      images.setText(set.images().orElse(""));
    }
    show(set.imageRule().isEmpty(), pictures);
    rule.setText(String.join("\n", rules(set)));
    show(!rule.getText().isEmpty(), rule);
    show(!rule.getText().isEmpty(), ruleSize);
    set.textRule().or(set::imageRule).ifPresent(it -> size.getValueFactory().setValue(it.n()));
    source.setText(set.source().map(it -> text("battery.source", it)).orElse(""));
    show(set.source().isPresent(), source);
    sentences.setText(sentences(set));
    showing = false;
  }

  private String sentences(StimulusSet set) {
    List<String> all = set.sentences();
    String example = all.isEmpty() ? "" : text("battery.sentences.example", all.getFirst());
    return set.textRule().isPresent() ? "" : text("battery.sentences", all.size(), example);
  }

  private List<String> rules(StimulusSet set) {
    return Stream.of(set.textRule(), set.imageRule())
        .flatMap(Optional::stream)
        .map(this::rule)
        .toList();
  }

  private String rule(Selection by) {
    return text(
        "battery.rule." + by.end().name(),
        by.n(),
        text("battery.dimension." + by.by().name()),
        by.norms().title());
  }

  /// Sets a field's text only if it says something else, so that the caret stays where it is.
  private static void fill(TextArea area, List<String> lines) {
    if (!BatteryDraft.lines(area.getText()).equals(lines)) {
      area.setText(String.join("\n", lines));
    }
  }

  private static void show(boolean visible, Node node) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private static TextArea area(String key, int rows) {
    TextArea area = new TextArea();
    area.setId("battery-" + key);
    area.setPrefRowCount(rows);
    area.setMinHeight(60);
    area.getStyleClass().add("note");
    return area;
  }

  private Label label(String key, TextInputControl field) {
    Label label = new Label(text("battery." + key));
    label.setLabelFor(field);
    field.setAccessibleText(text("battery." + key));
    label.getStyleClass().add("note");
    return label;
  }

  private static Label note(String id) {
    Label label = new Label();
    label.setId(id);
    label.setWrapText(true);
    label.setMinWidth(0);
    label.getStyleClass().addAll("muted", "note");
    return label;
  }

  private String text(String key, Object... arguments) {
    return model.look().text(key, arguments);
  }
}
