package dev.plumbline.ui.models;

import dev.plumbline.embedding.Check;
import dev.plumbline.report.Messages;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.session.Look;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/// What was looked at before a model is trusted, and how it came out: what failed first.
final class ChecksView {
  private static final Set<String> ASKED_FOR = Set.of("reference", "image-parity", "text-parity");

  private final Look look;
  private final Messages sentences;

  ChecksView(Look look) {
    this.look = look;
    this.sentences = Messages.load("checks", look.locale());
  }

  Node of(ModelRow row) {
    return switch (row.state()) {
      case BundleState.Looking _ -> new EmptyState(look.text("models.looking"), Optional.empty());
      case BundleState.Failed failed ->
          new EmptyState(
              text(failed.reason().sentence(), failed.reason().values()), Optional.empty());
      case BundleState.Opened _ -> list(row);
    };
  }

  private Node list(ModelRow row) {
    VBox lines = new VBox(6);
    row.checks().stream()
        .sorted(Comparator.comparing(Check::status).reversed().thenComparing(ChecksView::place))
        .forEach(check -> lines.getChildren().add(line(check)));
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    return scroll;
  }

  /// What the user asked for comes before what is always checked.
  private static int place(Check check) {
    return ASKED_FOR.contains(check.id()) ? 0 : 1;
  }

  private Node line(Check check) {
    FontIcon icon = new FontIcon(icon(check.status()));
    icon.getStyleClass().add("check-" + check.status().label());
    Label name = new Label(sentences.text("name." + check.id()));
    name.getStyleClass().add("line-title");
    Label detail = new Label(text(check.sentence(), check.values()));
    detail.setWrapText(true);
    detail.getStyleClass().addAll("muted", "note");
    VBox text = new VBox(name, detail);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(8, icon, text);
    line.setId("check-" + check.id());
    line.setAlignment(Pos.TOP_LEFT);
    line.setAccessibleText(
        look.text("check." + check.status().label())
            + ": "
            + name.getText()
            + ". "
            + detail.getText());
    return line;
  }

  /// A sentence; what it mentions may be a sentence of a reader.
  private String text(String sentence, List<Object> values) {
    return sentences.text(
        sentence,
        values.stream()
            .map(value -> value instanceof String said ? sentences.sentence(said) : value)
            .toArray());
  }

  static Ikon icon(Check.Status status) {
    return switch (status) {
      case PASS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case WARN -> MaterialDesignA.ALERT_OUTLINE;
      case FAIL -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
    };
  }
}
