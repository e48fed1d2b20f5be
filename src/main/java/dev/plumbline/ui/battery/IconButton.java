package dev.plumbline.ui.battery;

import dev.plumbline.ui.session.Look;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small button that shows an icon and tells its name where it is pointed at.
final class IconButton extends Button {
  /// @param key the button is `battery-KEY`, its name the text `battery.KEY`
  IconButton(Look look, String key, Ikon icon, Runnable action) {
    super(null, new FontIcon(icon));
    setId("battery-" + key);
    getStyleClass().addAll("flat", "button-icon", "small");
    setTooltip(new Tooltip(look.text("battery." + key + ".tip")));
    setAccessibleText(look.text("battery." + key));
    setOnAction(_ -> action.run());
    setMinWidth(USE_PREF_SIZE);
  }
}
