package dev.plumbline.ui;

import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Notices;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// Cards of one sentence each: what happened, where, what to do.
final class NoticeList extends VBox {
  private final Workbench bench;
  private final Notices notices;
  private final ListChangeListener<Notices.Notice> listener = _ -> show();

  NoticeList(Workbench bench) {
    this.bench = bench;
    this.notices = bench.session().notices();
    getStyleClass().add("notice-list");
    setId("notices");
    notices.shown().addListener(listener);
    show();
  }

  void dispose() {
    notices.shown().removeListener(listener);
  }

  private void show() {
    getChildren().setAll(notices.shown().stream().map(this::card).toList());
    setManaged(!getChildren().isEmpty());
    setVisible(isManaged());
  }

  private Node card(Notices.Notice notice) {
    Label sentence = new Label(bench.look().messages().sentence(notice.sentence()));
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    close.getStyleClass().addAll("flat", "button-icon", "small");
    close.setAccessibleText(bench.look().text("notice.dismiss"));
    close.setOnAction(_ -> notices.dismiss(notice));
    HBox card = new HBox(new FontIcon(icon(notice.kind())), sentence, close);
    card.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass()
        .addAll("notice", "notice-" + notice.kind().name().toLowerCase(java.util.Locale.ROOT));
    return card;
  }

  private static Ikon icon(Notices.Kind kind) {
    return switch (kind) {
      case ERROR -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
      case WARNING -> MaterialDesignA.ALERT_OUTLINE;
      case INFORMATION -> MaterialDesignI.INFORMATION_OUTLINE;
    };
  }
}
