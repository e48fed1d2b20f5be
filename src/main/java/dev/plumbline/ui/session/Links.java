package dev.plumbline.ui.session;

import java.util.function.Consumer;

/// Leads from one page to something on another; the window that holds the pages is the guide.
public final class Links {
  private Consumer<Link> guide = _ -> {};

  /// Hands over to who knows the way.
  public void guidedBy(Consumer<Link> one) {
    guide = one;
  }

  /// Leads there.
  public void follow(Link link) {
    guide.accept(link);
  }
}
