package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.FilterLimit;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.session.Look;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A slider for one limit with its value beside it; arrow keys move it by one step.
final class LimitSlider {
  private final FilterLimit limit;
  private final LimitRange range;
  private final Look look;
  private final Slider slider;
  private final Label value = new Label();
  private final HBox node;
  private boolean showing;

  /// Hears of a slider.
  interface Listener {
    /// @param now the value, empty if the limit is off
    /// @param settled whether the user has let go of the slider
    void moved(OptionalDouble now, boolean settled);
  }

  LimitSlider(FilterLimit limit, Look look, Listener listener) {
    this.limit = limit;
    this.look = look;
    range = LimitRange.of(limit);
    slider = new Slider(range.low(), range.high(), range.off());
    slider.setId("whatif-" + limit.key());
    slider.setBlockIncrement(range.step());
    slider.setMinWidth(60);
    HBox.setHgrow(slider, Priority.ALWAYS);
    value.setMinWidth(72);
    value.setAlignment(Pos.CENTER_RIGHT);
    node = new HBox(8, slider, value);
    node.setAlignment(Pos.CENTER_LEFT);
    slider
        .valueProperty()
        .addListener(
            (_, _, _) -> {
              OptionalDouble now = current();
              label(now);
              if (!showing) {
                listener.moved(now, !slider.isValueChanging());
              }
            });
    slider
        .valueChangingProperty()
        .addListener(
            (_, _, changing) -> {
              if (!changing) {
                listener.moved(current(), true);
              }
            });
  }

  private OptionalDouble current() {
    double rounded = range.rounded(slider.getValue());
    return rounded == range.off() ? OptionalDouble.empty() : OptionalDouble.of(rounded);
  }

  FilterLimit limit() {
    return limit;
  }

  void show(OptionalDouble now) {
    showing = true;
    if (!now.equals(current())) {
      slider.setValue(now.orElse(range.off()));
    }
    label(now);
    showing = false;
  }

  /// Lets it be set or not.
  void allow(boolean allowed) {
    node.setDisable(!allowed);
  }

  Node node() {
    return node;
  }

  private void label(OptionalDouble now) {
    value.setText(
        now.isEmpty()
            ? look.text("whatif.any")
            : (limit.least() ? "≥ " : "≤ ")
                + new NumberStyle(look.locale()).decimal(now.getAsDouble(), range.decimals()));
  }
}
