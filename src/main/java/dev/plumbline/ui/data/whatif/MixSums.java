package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.FacetGroup;
import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.TargetShare;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.session.Look;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the wanted shares of each kind of group sum to, and what is left for the other rows.
///
/// Values of one column exclude each other, so they sum to 100 % at most. Captions mention several
/// lists or none, so shares of lists may sum to anything.
final class MixSums {
  private static final double ALL = 1 + 1e-9;

  private final Look look;
  private final VBox lines = new VBox(2);

  MixSums(Look look) {
    this.look = look;
    lines.setId("mix-sums");
    lines.managedProperty().bind(lines.visibleProperty());
  }

  Node node() {
    return lines;
  }

  /// Shows the sums of a mix.
  void show(TargetMix mix) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (TargetShare share : mix.shares()) {
      sums.merge(share.kind(), share.share(), Double::sum);
    }
    lines.getChildren().clear();
    sums.forEach((kind, sum) -> lines.getChildren().add(line(kind, sum)));
    lines.setVisible(!sums.isEmpty());
  }

  private Label line(String kind, double sum) {
    NumberStyle numbers = new NumberStyle(look.locale());
    boolean overlapping = kind.isEmpty() || kind.equals(TargetShare.MENTIONS);
    boolean over = !overlapping && sum > ALL;
    String key = overlapping ? "mix.sum.overlapping" : over ? "mix.sum.over" : "mix.sum.exclusive";
    Label label =
        new Label(
            look.text(
                key,
                name(look, kind),
                numbers.percent(sum),
                numbers.percent(Math.max(0, 1 - sum))));
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.getStyleClass().addAll("note", over ? "mix-error" : "muted");
    return label;
  }

  /// Name of a kind of group.
  private static String name(Look look, String kind) {
    return kind.isEmpty()
        ? look.text("mix.kind.other")
        : kind.equals(TargetShare.MENTIONS)
            ? look.text("facet.mentions")
            : look.binNames().facet(FacetGroup.facet(kind));
  }
}
