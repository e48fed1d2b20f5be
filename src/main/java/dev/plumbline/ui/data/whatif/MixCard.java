package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.TargetShare;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.study.WhatIfRequest;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Workbench;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The groups whose shares are wanted, and the greatest weight allowed.
final class MixCard {
  private static final double HALF = 0.5;

  private final Workbench bench;
  private final WhatIfViewModel model;
  private final TargetGrid grid;
  private final MixSums sums;
  private final Label empty = note("muted");
  private final TextField condition = new TextField();
  private final TextField cap = new TextField();
  private final Button balance = new Button();
  private final Label complaint = note("mix-error");
  private final Card card;
  private final Subscription listening;

  MixCard(Workbench bench, WhatIfViewModel model) {
    this.bench = bench;
    this.model = model;
    grid = new TargetGrid(bench.look(), model, this::want);
    sums = new MixSums(bench.look());
    empty.setText(text("mix.empty"));
    complaint.setId("mix-complaint");
    complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    GroupMenu menu = new GroupMenu(bench.look(), model, this::add);
    field(condition, "mix-condition", "mix.condition", text("mix.condition.prompt"));
    condition.setOnAction(_ -> addCondition());
    HBox.setHgrow(condition, Priority.ALWAYS);
    field(cap, "mix-cap", "mix.cap.tip", text("mix.cap.none"));
    cap.setPrefColumnCount(6);
    cap.setOnAction(_ -> takeCap());
    cap.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                takeCap();
              }
            });
    Label capName = new Label(text("mix.cap"));
    capName.setLabelFor(cap);
    capName.setMinWidth(Region.USE_PREF_SIZE);
    balance.setId("mix-balance");
    balance.setText(text("mix.balance"));
    balance.setTooltip(new Tooltip(text("mix.balance.tip")));
    balance.getStyleClass().add("small");
    balance.setMinWidth(Region.USE_PREF_SIZE);
    balance.setOnAction(_ -> want(mix().balanced()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ScrollPane scroll = new ScrollPane(new VBox(8, empty, grid.node(), sums.node()));
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    scroll.getStyleClass().add("plain-scroll");
    VBox all =
        new VBox(
            8, scroll, line(menu.node(), condition), line(capName, cap, gap, balance), complaint);
    all.setMinHeight(0);
    card =
        new Card(text("mix.title"))
            .actions(
                new WhatIfUndo(bench).of("mix-undo"),
                new RecipeMenu(bench, model)
                    .of("mix-save", SaveKind.RECIPE, SaveKind.WEIGHTS, SaveKind.WEIGHTS_CSV))
            .content(all);
    card.subtitle().setText(text("mix.subtitle"));
    card.setId("mix-card");
    listening =
        Subscription.combine(
            model.requestProperty().subscribe(this::show),
            model.stateProperty().subscribe(_ -> show(model.requestProperty().get())));
  }

  private static HBox line(Node... nodes) {
    HBox line = new HBox(8, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(Region.USE_PREF_SIZE);
    return line;
  }

  private static Label note(String style) {
    Label label = new Label();
    label.getStyleClass().addAll("note", style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private void field(TextField field, String id, String name, String prompt) {
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(text(name));
    Tooltip tip = new Tooltip(text(name));
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    field.setTooltip(tip);
    field.getStyleClass().add("small");
    field.setMinWidth(0);
  }

  Node node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void addCondition() {
    String group = condition.getText().strip();
    if (group.isEmpty()) {
      return;
    }
    try {
      if (add(new TargetShare(TargetMix.condition(group), HALF))) {
        condition.clear();
      }
    } catch (PlumblineException e) {
      complaint.setText(bench.look().messages().sentence(e.getMessage()));
    }
  }

  private boolean add(TargetShare target) {
    try {
      List<TargetShare> shares = new ArrayList<>(mix().shares());
      shares.add(target);
      want(mix().withShares(shares));
      return true;
    } catch (PlumblineException e) {
      complaint.setText(bench.look().messages().sentence(e.getMessage()));
      return false;
    }
  }

  private void takeCap() {
    String typed = cap.getText().replaceAll("[×x%\\s]", "");
    if (typed.isEmpty()) {
      wantCap(OptionalDouble.empty());
      return;
    }
    try {
      double most = Double.parseDouble(typed);
      if (most > 1 && Double.isFinite(most)) {
        wantCap(OptionalDouble.of(most));
        return;
      }
    } catch (NumberFormatException _) {
      // Told below, like a number that is too low.
    }
    complaint.setText(text("mix.cap.low", typed));
  }

  private void wantCap(OptionalDouble most) {
    if (!most.equals(mix().cap())) {
      want(mix().withCap(most));
    } else {
      complaint.setText("");
    }
  }

  private void want(TargetMix mix) {
    complaint.setText("");
    model.mix(mix);
  }

  private TargetMix mix() {
    return model.requestProperty().get().mix();
  }

  private void show(WhatIfRequest request) {
    TargetMix mix = request.mix();
    grid.show(mix, model.result());
    sums.show(mix);
    empty.setVisible(mix.isEmpty());
    empty.setManaged(mix.isEmpty());
    balance.setDisable(mix.balanced().equals(mix));
    if (!cap.isFocused()) {
      cap.setText(
          mix.cap().isPresent()
              ? BigDecimal.valueOf(mix.cap().getAsDouble()).stripTrailingZeros().toPlainString()
              : "");
    }
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
