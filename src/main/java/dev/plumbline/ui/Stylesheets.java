package dev.plumbline.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.plumbline.ui.session.Theme;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/// Stylesheets of the window: AtlantaFX's Primer below, our own on top.
final class Stylesheets {
  private Stylesheets() {}

  /// The toolkit's stylesheet for a theme.
  static String base(Theme theme) {
    return theme == Theme.DARK
        ? new PrimerDark().getUserAgentStylesheet()
        : new PrimerLight().getUserAgentStylesheet();
  }

  /// Our stylesheets for a theme: its tokens, then the rules that use them.
  static List<String> own(Theme theme) {
    return List.of(
        resource(theme == Theme.DARK ? "dark.css" : "light.css"), resource("plumbline.css"));
  }

  private static String resource(String name) {
    URL url = Stylesheets.class.getResource("/assets/styles/" + name);
    return Objects.requireNonNull(url, name).toExternalForm();
  }
}
