package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.LexiconFinding;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.WrappingCell;
import dev.plumbline.ui.session.Look;
import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is wrong with the lists, and what only weakens them; choosing a line leads to its list and
/// term.
final class LexiconFindingsCard {
  private final LexiconViewModel model;
  private final IntConsumer lead;
  private final ListView<LexiconFinding> list = new ListView<>();
  private final Card card;
  private final ListChangeListener<LexiconFinding> listener = _ -> show();

  /// @param lead leads to the term at a place of the list looked at
  LexiconFindingsCard(LexiconViewModel model, IntConsumer lead) {
    this.model = model;
    this.lead = lead;
    list.setId("lexicon-findings");
    list.setAccessibleText(text("lexicon.findings"));
    list.setItems(model.findings());
    list.setCellFactory(_ -> new Cell());
    list.getStyleClass().addAll("dense", "plain-list");
    list.setMinHeight(40);
    list.setPrefHeight(80);
    Label none = new Label(text("lexicon.findings.none"));
    none.setWrapText(true);
    none.getStyleClass().addAll("muted", "note");
    list.setPlaceholder(none);
    list.setOnMouseClicked(_ -> lead());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    card = new Card(text("lexicon.findings")).content(list);
    model.findings().addListener(listener);
    show();
  }

  Card node() {
    return card;
  }

  void dispose() {
    model.findings().removeListener(listener);
    list.setItems(null);
  }

  private void show() {
    long errors = model.findings().stream().filter(LexiconFinding::isError).count();
    card.subtitle()
        .setText(text("battery.findings.subtitle", errors, model.findings().size() - errors));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      lead();
      event.consume();
    }
  }

  private void lead() {
    LexiconFinding finding = list.getSelectionModel().getSelectedItem();
    if (finding != null) {
      finding.list().ifPresent(model.listProperty()::set);
      finding.term().ifPresent(lead);
    }
  }

  /// The finding in one sentence.
  static String sentence(LexiconFinding finding, Look look) {
    return look.text("lexicon.finding." + finding.kind(), finding.arguments().toArray());
  }

  private String text(String key, Object... arguments) {
    return model.look().text(key, arguments);
  }

  private final class Cell extends WrappingCell<LexiconFinding> {
    @Override
    protected void fill(LexiconFinding finding, VBox lines) {
      finding
          .list()
          .map(it -> new Label(ListSections.name(model.draftProperty().get(), it, model.look())))
          .ifPresent(
              name -> {
                name.getStyleClass().add("note");
                lines.getChildren().add(name);
              });
      lines.getChildren().add(note(sentence(finding, model.look())));
    }

    @Override
    protected Ikon icon(LexiconFinding finding) {
      return finding.isError()
          ? MaterialDesignC.CLOSE_CIRCLE_OUTLINE
          : MaterialDesignA.ALERT_OUTLINE;
    }

    @Override
    protected String iconStyle(LexiconFinding finding) {
      return finding.isError() ? "check-fail" : "check-warn";
    }
  }
}
