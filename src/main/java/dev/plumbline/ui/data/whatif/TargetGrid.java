package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.TargetShare;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.ui.session.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// One row a group: what it is, the share it has, the share that is wanted, a button that takes it
/// out.
final class TargetGrid {
  private static final double NUMBER = 56;
  private static final double SPINNER = 96;

  private final Look look;
  private final WhatIfViewModel model;
  private final Consumer<TargetMix> changed;
  private final GridPane node = new GridPane();
  private final Map<String, TargetRow> rows = new LinkedHashMap<>();

  /// @param changed hears of the mix that is wanted now
  TargetGrid(Look look, WhatIfViewModel model, Consumer<TargetMix> changed) {
    this.look = look;
    this.model = model;
    this.changed = changed;
    node.setId("mix-groups");
    node.getStyleClass().add("form-grid");
    node.setVgap(6);
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    name.setMinWidth(0);
    node.getColumnConstraints()
        .setAll(name, right(NUMBER), right(SPINNER), new ColumnConstraints());
    node.managedProperty().bind(node.visibleProperty());
  }

  private static ColumnConstraints right(double width) {
    ColumnConstraints column = new ColumnConstraints(width);
    column.setHalignment(HPos.RIGHT);
    return column;
  }

  Node node() {
    return node;
  }

  /// Shows a mix and the shares that its groups have, as far as they are known.
  void show(TargetMix mix, Optional<WhatIfResult> counted) {
    List<String> groups = mix.shares().stream().map(TargetShare::condition).toList();
    if (!groups.equals(List.copyOf(rows.keySet()))) {
      rebuild(mix);
    }
    node.setVisible(!mix.isEmpty());
    for (int group = 0; group < groups.size(); group++) {
      TargetShare target = mix.shares().get(group);
      rows.get(target.condition()).show(target.share(), present(mix, group, counted));
    }
  }

  private static Optional<Double> present(
      TargetMix mix, int group, Optional<WhatIfResult> counted) {
    return counted
        .filter(result -> result.settings().mix().sameGroups(mix) && result.kept() > 0)
        .flatMap(WhatIfResult::cells)
        .map(cells -> cells.share(group));
  }

  private void rebuild(TargetMix mix) {
    rows.clear();
    node.getChildren().clear();
    node.addRow(0, head("mix.group"), head("mix.now"), head("mix.share"));
    int line = 1;
    for (TargetShare target : mix.shares()) {
      String group = target.condition();
      TargetRow row =
          new TargetRow(
              line,
              target,
              label(target),
              look,
              share -> change(group, share),
              () -> remove(group));
      rows.put(group, row);
      node.addRow(line++, row.name(), row.now(), row.wanted(), row.remove());
    }
  }

  private void change(String group, double share) {
    List<TargetShare> shares = new ArrayList<>();
    for (TargetShare each : mix().shares()) {
      shares.add(each.condition().equals(group) ? each.withShare(share) : each);
    }
    changed.accept(mix().withShares(shares));
  }

  private void remove(String group) {
    changed.accept(
        mix()
            .withShares(
                mix().shares().stream().filter(it -> !it.condition().equals(group)).toList()));
  }

  private TargetMix mix() {
    return model.requestProperty().get().mix();
  }

  private Label head(String key) {
    Label label = new Label(look.text(key));
    label.getStyleClass().addAll("muted", "note");
    return label;
  }

  private String label(TargetShare target) {
    return target.kind().equals(TargetShare.MENTIONS)
            && target.filter() instanceof Filter.MentionsList(String list)
        ? WithoutMenu.label(model.lexicon(), list, look)
        : target.label();
  }
}
