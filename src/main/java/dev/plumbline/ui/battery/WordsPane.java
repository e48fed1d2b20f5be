package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.NormsSource;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.stimulus.TextGroup;
import dev.plumbline.ui.part.IconButton;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Words of a set, in groups with templates of their own: listed and edited, or taken by a rule and
/// shown.
final class WordsPane extends VBox {
  private final BatteryViewModel model;
  private final Look look;
  private final ObjectProperty<Integer> group = new SimpleObjectProperty<>(0);
  private final Segments<Integer> groups;
  private final IconButton removeGroup;
  private final RuleRow rule;
  private final TextArea words = area("words", 10);
  private final TextArea templates = area("templates", 3);
  private final Label sentences = new Label();
  private final Subscription listening;
  private boolean showing;

  WordsPane(BatteryViewModel model) {
    super(4);
    this.model = model;
    look = model.look();
    groups = new Segments<>("battery-group", group, it -> text("battery.group", it + 1));
    IconButton addGroup =
        new IconButton(look, "battery", "group-add", MaterialDesignP.PLUS, this::addGroup);
    removeGroup =
        new IconButton(look, "battery", "group-remove", MaterialDesignM.MINUS, this::removeGroup);
    rule =
        new RuleRow(
            look,
            "words",
            NormsSource.NRC_VAD,
            now -> model.editSet("rule", set -> set.withTextRule(now)));
    name(words, "words");
    name(templates, "templates");
    Label templatesName = new Label(text("battery.templates"));
    templatesName.setLabelFor(templates);
    templatesName.getStyleClass().addAll("muted", "note");
    HBox.setHgrow(groups, Priority.ALWAYS);
    groups.setMinWidth(0);
    HBox groupRow = new HBox(4, groups, addGroup, removeGroup);
    groupRow.setAlignment(Pos.CENTER_LEFT);
    sentences.setId("battery-sentences");
    sentences.setMinWidth(0);
    sentences.getStyleClass().addAll("muted", "note");
    VBox.setVgrow(words, Priority.ALWAYS);
    getChildren().addAll(groupRow, rule, words, templatesName, templates, sentences);
    words.textProperty().addListener((_, _, _) -> edited("words"));
    templates.textProperty().addListener((_, _, _) -> edited("templates"));
    groups.listen();
    listening =
        Subscription.combine(
            model.setProperty().subscribe(_ -> group.set(0)),
            group.subscribe(_ -> show()),
            model.stimuli().pickedProperty().subscribe(_ -> show()));
  }

  void dispose() {
    groups.dispose();
    listening.unsubscribe();
  }

  private void name(TextArea area, String key) {
    area.setAccessibleText(text("battery." + key));
    area.setTooltip(new Tooltip(text("battery." + key + ".tip")));
  }

  private static TextArea area(String key, int rows) {
    TextArea area = new TextArea();
    area.setId("battery-" + key);
    area.setPrefRowCount(rows);
    area.setMinHeight(52);
    area.setWrapText(true);
    area.getStyleClass().add("note");
    return area;
  }

  private void addGroup() {
    model.editSet("group-add", SetDraft::withGroupAdded);
    model.set().ifPresent(set -> group.set(set.more().size()));
    words.requestFocus();
  }

  private void removeGroup() {
    int place = group.get();
    group.set(0);
    model.editSet("group-remove", set -> SetDraft.withoutGroup(set, place));
  }

  private void edited(String field) {
    if (showing) {
      return;
    }
    int place = group.get();
    TextGroup now =
        new TextGroup(
            words.isEditable() ? SetDraft.lines(words.getText()) : List.of(),
            SetDraft.lines(templates.getText()));
    model.editSet(field + place, set -> SetDraft.withGroup(set, place, now));
  }

  /// Shows the set looked at.
  void show() {
    if (model.set().isEmpty()) {
      return;
    }
    boolean before = showing;
    showing = true;
    StimulusSet set = model.set().get();
    int count = set.more().size() + 1;
    int place = Math.clamp(group.get(), 0, count - 1);
    groups.setChoices(IntStream.range(0, count).boxed().toList());
    boolean byRule = set.textRule().isPresent() && place == 0;
    removeGroup.setDisable(count == 1 || byRule);
    show(place == 0, rule);
    rule.show(set.textRule());
    TextGroup shown = SetDraft.group(set, place);
    PickedStimuli.Picked picked = picked(set);
    words.setEditable(!byRule);
    words.setPromptText(byRule ? waiting(picked) : text("battery.words"));
    fill(words, byRule ? picked.names() : shown.texts());
    fill(templates, shown.templates());
    String told = sentences(set, picked);
    sentences.setText(told);
    sentences.setTooltip(new Tooltip(told));
    showing = before;
  }

  private PickedStimuli.Picked picked(StimulusSet set) {
    return model
        .stimuli()
        .pickedProperty()
        .get()
        .getOrDefault(set.name(), PickedStimuli.none())
        .words();
  }

  private String waiting(PickedStimuli.Picked picked) {
    return picked.reason().map(look.messages()::sentence).orElseGet(() -> text("battery.picking"));
  }

  private String sentences(StimulusSet set, PickedStimuli.Picked picked) {
    List<String> all = set.textRule().isPresent() ? set.sentences(picked.names()) : set.sentences();
    String example = all.isEmpty() ? "" : text("battery.sentences.example", all.getFirst());
    return text("battery.sentences", all.size(), example);
  }

  /// Sets a field's text only if it says something else, so that the caret stays where it is.
  private static void fill(TextArea area, List<String> lines) {
    if (!SetDraft.lines(area.getText()).equals(lines)) {
      area.setText(String.join("\n", lines));
    }
  }

  private static void show(boolean visible, Node node) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private String text(String key, Object... arguments) {
    return look.text(key, arguments);
  }
}
