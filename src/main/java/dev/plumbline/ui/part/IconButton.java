package dev.plumbline.ui.part;

import dev.plumbline.ui.session.Look;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A small button that shows an icon and tells its name where it is pointed at.
public final class IconButton extends Button {
  /// @param page what it belongs to, such as `battery`
  /// @param key the button is `PAGE-KEY`, its name the text `PAGE.KEY`, its tip `PAGE.KEY.tip`
  public IconButton(Look look, String page, String key, Ikon icon, Runnable action) {
    super(null, new FontIcon(icon));
    setId(page + "-" + key);
    getStyleClass().addAll("flat", "button-icon", "small");
    setTooltip(new Tooltip(look.text(page + "." + key + ".tip")));
    setAccessibleText(look.text(page + "." + key));
    setOnAction(_ -> action.run());
    setMinWidth(USE_PREF_SIZE);
  }
}
