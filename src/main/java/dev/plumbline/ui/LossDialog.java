package dev.plumbline.ui;

import dev.plumbline.ui.session.Look;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;

/// Asks before unsaved changes are lost.
final class LossDialog {
  private LossDialog() {}

  static boolean agreed(Node owner, Look look) {
    ButtonType discard = new ButtonType(look.text("loss.discard"), ButtonData.OK_DONE);
    ButtonType keep = new ButtonType(look.text("loss.keep"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, look.text("loss.text"), keep, discard);
    alert.setTitle("Plumbline");
    alert.setHeaderText(look.text("loss.title"));
    if (owner.getScene() != null && owner.getScene().getWindow() != null) {
      alert.initOwner(owner.getScene().getWindow());
      alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    }
    alert.getDialogPane().lookupButton(discard).setId("loss-discard");
    alert.getDialogPane().lookupButton(keep).setId("loss-keep");
    return alert.showAndWait().filter(discard::equals).isPresent();
  }
}
