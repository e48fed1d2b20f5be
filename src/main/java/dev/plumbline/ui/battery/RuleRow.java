package dev.plumbline.ui.battery;

import dev.plumbline.stimulus.NormsDimension;
import dev.plumbline.stimulus.NormsSource;
import dev.plumbline.stimulus.Selection;
import dev.plumbline.ui.session.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/// Whether stimuli are listed or taken by a rule from norms, and how many the rule takes.
final class RuleRow extends HBox {
  private static final int MOST_ENTRIES = 100_000;
  private static final int USUAL = 25;

  private final Look look;
  private final ComboBox<Optional<Selection>> choice = new ComboBox<>();
  private final Spinner<Integer> size;
  private final Consumer<Optional<Selection>> changed;
  private final String kind;
  private boolean showing;

  /// @param kind `words` or `images`
  /// @param norms norms that rate them
  /// @param changed hears of another rule, or none
  RuleRow(Look look, String kind, NormsSource norms, Consumer<Optional<Selection>> changed) {
    super(8);
    this.look = look;
    this.kind = kind;
    this.changed = changed;
    setAlignment(Pos.CENTER_LEFT);
    size = new Spinner<>(1, MOST_ENTRIES, USUAL);
    size.setId("battery-" + kind + "-n");
    size.setEditable(true);
    size.setPrefWidth(84);
    size.setMinWidth(USE_PREF_SIZE);
    size.getStyleClass().add("small");
    size.setAccessibleText(look.text("battery.n"));
    size.setTooltip(new Tooltip(look.text("battery.n.tip")));
    size.valueProperty().addListener((_, _, _) -> tell());
    choice.setId("battery-" + kind + "-from");
    choice.getStyleClass().add("small");
    choice.setMinWidth(0);
    choice.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(choice, Priority.ALWAYS);
    choice.setAccessibleText(look.text("battery." + kind + "-from"));
    choice.setTooltip(new Tooltip(look.text("battery." + kind + "-from")));
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<Selection> rule) {
            return rule == null ? "" : words(rule);
          }

          @Override
          public Optional<Selection> fromString(String text) {
            throw new UnsupportedOperationException("this combo box is not edited");
          }
        });
    choice.setItems(FXCollections.observableArrayList(rules(norms)));
    choice.valueProperty().addListener((_, _, _) -> tell());
    Label from = new Label(look.text("battery." + kind));
    from.setLabelFor(choice);
    from.getStyleClass().addAll("muted", "note");
    from.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(from, choice, size);
  }

  private static List<Optional<Selection>> rules(NormsSource norms) {
    List<Optional<Selection>> rules = new ArrayList<>(List.of(Optional.empty()));
    for (NormsDimension dimension : NormsDimension.values()) {
      if (norms.dimensions().contains(dimension)) {
        for (Selection.End end : Selection.End.values()) {
          rules.add(Optional.of(new Selection(norms, dimension, end, USUAL)));
        }
      }
    }
    return rules;
  }

  private String words(Optional<Selection> rule) {
    return rule.map(
            it ->
                look.text(
                    "battery.rule." + it.end().name(),
                    it.norms().title(),
                    look.text("battery.dimension." + it.by().name())))
        .orElseGet(() -> look.text("battery." + kind + "-listed"));
  }

  private void tell() {
    Optional<Selection> rule = choice.getValue();
    show(rule != null && rule.isPresent(), size);
    if (!showing && rule != null && size.getValue() != null) {
      changed.accept(rule.map(it -> SetDraft.sized(it, size.getValue())));
    }
  }

  /// Shows a rule, or that there is none.
  void show(Optional<Selection> rule) {
    boolean before = showing;
    showing = true;
    rule.ifPresent(it -> size.getValueFactory().setValue(it.n()));
    choice.setValue(rule.map(it -> SetDraft.sized(it, USUAL)));
    show(rule.isPresent(), size);
    showing = before;
  }

  private static void show(boolean visible, Spinner<?> node) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
