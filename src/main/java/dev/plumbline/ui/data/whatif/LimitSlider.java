package dev.plumbline.ui.data.whatif;

import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.session.Look;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A slider for one limit with its value beside it; arrow keys move it by one step.
final class LimitSlider {
  private final Limit limit;
  private final Look look;
  private final Slider slider;
  private final Label value = new Label();
  private final HBox node;
  private boolean showing;

  /// @param changed hears of each new value, empty if the limit is off
  LimitSlider(Limit limit, Look look, Consumer<OptionalDouble> changed) {
    this.limit = limit;
    this.look = look;
    slider = new Slider(limit.low(), limit.high(), limit.off());
    slider.setId("whatif-" + limit.key());
    slider.setBlockIncrement(limit.step());
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
                changed.accept(now);
              }
            });
  }

  private OptionalDouble current() {
    double steps = Math.rint((slider.getValue() - limit.low()) / limit.step());
    double rounded = Math.rint((limit.low() + steps * limit.step()) * 1e6) / 1e6;
    return rounded == limit.off() ? OptionalDouble.empty() : OptionalDouble.of(rounded);
  }

  Limit limit() {
    return limit;
  }

  void show(OptionalDouble now) {
    showing = true;
    if (!now.equals(current())) {
      slider.setValue(now.orElse(limit.off()));
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
                + new NumberStyle(look.locale()).decimal(now.getAsDouble(), limit.decimals()));
  }
}
