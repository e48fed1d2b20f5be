package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.TargetShare;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.session.Look;
import java.text.ParseException;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.DoubleSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// One group of a mix: its name, the share it has, the share that is wanted.
final class TargetRow {
  private static final double PERCENT = 100;

  private final NumberStyle numbers;
  private final Label name = new Label();
  private final Label now = new Label();
  private final Spinner<Double> wanted;
  private final Button remove;
  private boolean showing;

  /// @param number place in the list, for ids
  /// @param changed hears of another wanted share
  /// @param removed hears that the group is no longer wanted
  TargetRow(
      int number,
      TargetShare target,
      String label,
      Look look,
      DoubleConsumer changed,
      Runnable removed) {
    numbers = new NumberStyle(look.locale());
    name.setText(label);
    name.setWrapText(true);
    name.setMinWidth(0);
    name.setTooltip(new Tooltip(target.condition()));
    now.getStyleClass().add("muted");
    DoubleSpinnerValueFactory values =
        new DoubleSpinnerValueFactory(0, PERCENT, PERCENT * target.share(), 1);
    values.setConverter(converter(values));
    wanted = new Spinner<>(values);
    wanted.setId("mix-share-" + number);
    wanted.setEditable(true);
    wanted.setPrefWidth(92);
    wanted.setMinWidth(92);
    wanted.getStyleClass().add("small");
    wanted.setAccessibleText(look.text("mix.wanted.of", label));
    wanted.setTooltip(new Tooltip(look.text("mix.wanted.of", label)));
    name.setLabelFor(wanted);
    wanted
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                wanted.commitValue();
              }
            });
    wanted
        .valueProperty()
        .addListener(
            (_, _, value) -> {
              if (!showing && value != null) {
                changed.accept(Math.rint(value * 1e4) / 1e6);
              }
            });
    remove = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    remove.setId("mix-remove-" + number);
    remove.getStyleClass().addAll("flat", "button-icon", "small");
    remove.setAccessibleText(look.text("mix.remove", label));
    remove.setTooltip(new Tooltip(look.text("mix.remove", label)));
    remove.setOnAction(_ -> removed.run());
  }

  private StringConverter<Double> converter(DoubleSpinnerValueFactory values) {
    return new StringConverter<>() {
      @Override
      public String toString(Double percent) {
        return percent == null ? "" : numbers.decimal(percent, 1);
      }

      @Override
      public Double fromString(String text) {
        try {
          String bare = text.replace("%", "").replace("％", "").strip();
          double percent = numbers.format(1).parse(bare).doubleValue();
          return Math.clamp(percent, 0, PERCENT);
        } catch (ParseException _) {
          return values.getValue();
        }
      }
    };
  }

  /// Shows the share that is wanted, and the one that the group has.
  void show(double share, Optional<Double> present) {
    showing = true;
    if (Math.abs(wanted.getValue() - PERCENT * share) > 1e-9) {
      wanted.getValueFactory().setValue(PERCENT * share);
    }
    now.setText(present.map(it -> numbers.decimal(PERCENT * it, 1)).orElse("–"));
    showing = false;
  }

  Label name() {
    return name;
  }

  Label now() {
    return now;
  }

  Spinner<Double> wanted() {
    return wanted;
  }

  Button remove() {
    return remove;
  }
}
