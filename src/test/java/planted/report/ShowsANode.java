package planted.report;

import javafx.scene.Node;

/// Breach on purpose: JavaFX outside the window.
public final class ShowsANode {
  /// The forbidden dependency.
  public Class<Node> node() {
    return Node.class;
  }
}
