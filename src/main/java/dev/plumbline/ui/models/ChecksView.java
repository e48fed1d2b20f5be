package dev.plumbline.ui.models;

import dev.plumbline.embedding.Check;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.session.Look;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What was looked at before a model is trusted, and how it came out.
final class ChecksView {
  private final Look look;

  ChecksView(Look look) {
    this.look = look;
  }

  Node of(ModelRow row) {
    return switch (row.state()) {
      case BundleState.Looking _ -> new EmptyState(look.text("models.looking"), Optional.empty());
      case BundleState.Failed failed -> new EmptyState(failed.sentence(), Optional.empty());
      case BundleState.Opened _ -> list(row);
    };
  }

  private Node list(ModelRow row) {
    VBox lines = new VBox(6);
    row.checks().stream()
        .sorted((one, other) -> other.status().compareTo(one.status()))
        .forEach(check -> lines.getChildren().add(line(check)));
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return scroll;
  }

  private Node line(Check check) {
    FontIcon icon = new FontIcon(icon(check.status()));
    icon.getStyleClass().add("check-" + check.status().label());
    Label name = new Label(check.name());
    name.getStyleClass().add("line-title");
    Label detail = new Label(check.detail());
    detail.setWrapText(true);
    detail.getStyleClass().addAll("muted", "note");
    VBox text = new VBox(name, detail);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(8, icon, text);
    line.setAlignment(Pos.TOP_LEFT);
    line.setAccessibleText(
        look.text("check." + check.status().label()) + ": " + check.name() + ". " + check.detail());
    return line;
  }

  static Ikon icon(Check.Status status) {
    return switch (status) {
      case PASS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case WARN -> MaterialDesignA.ALERT_OUTLINE;
      case FAIL -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
    };
  }
}
