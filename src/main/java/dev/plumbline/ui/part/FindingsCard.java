package dev.plumbline.ui.part;

import dev.plumbline.ui.session.Look;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is wrong with a draft, and what only weakens it; choosing a line by a click or Enter leads
/// to its place.
///
/// @param <T> a finding
public final class FindingsCard<T> {
  private final Look look;
  private final Reading<T> reading;
  private final ObservableList<T> findings;
  private final ListView<T> list = new ListView<>();
  private final Card card;
  private final ListChangeListener<T> listener = _ -> show();

  /// What a finding says.
  public interface Reading<T> {
    /// Whether it keeps the draft from being used.
    boolean isError(T finding);

    /// Where it is, in the user's words.
    Optional<String> place(T finding);

    /// It in one sentence.
    String sentence(T finding);

    /// Shows its place.
    void lead(T finding);
  }

  /// @param editor its nodes are `EDITOR-KEY`, their words `EDITOR.KEY`
  public FindingsCard(Look look, String editor, ObservableList<T> findings, Reading<T> reading) {
    this.look = look;
    this.reading = reading;
    this.findings = findings;
    String title = look.text(editor + ".findings");
    list.setId(editor + "-findings");
    list.setAccessibleText(title);
    list.setItems(findings);
    list.setCellFactory(_ -> new Cell());
    list.getStyleClass().addAll("dense", "plain-list");
    list.setMinHeight(40);
    list.setPrefHeight(80);
    Label none = new Label(look.text(editor + ".findings.none"));
    none.setWrapText(true);
    none.getStyleClass().addAll("muted", "note");
    list.setPlaceholder(none);
    list.setOnMouseClicked(_ -> lead());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    card = new Card(title).content(list);
    findings.addListener(listener);
    show();
  }

  /// The card.
  public Card node() {
    return card;
  }

  /// Stops following the findings.
  public void dispose() {
    findings.removeListener(listener);
    list.setItems(null);
  }

  private void show() {
    long errors = findings.stream().filter(reading::isError).count();
    card.subtitle().setText(look.text("findings.subtitle", errors, findings.size() - errors));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      lead();
      event.consume();
    }
  }

  private void lead() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(reading::lead);
  }

  private final class Cell extends WrappingCell<T> {
    @Override
    protected void fill(T finding, VBox lines) {
      reading
          .place(finding)
          .map(Label::new)
          .ifPresent(
              place -> {
                place.getStyleClass().add("note");
                lines.getChildren().add(place);
              });
      lines.getChildren().add(note(reading.sentence(finding)));
    }

    @Override
    protected Ikon icon(T finding) {
      return reading.isError(finding)
          ? MaterialDesignC.CLOSE_CIRCLE_OUTLINE
          : MaterialDesignA.ALERT_OUTLINE;
    }

    @Override
    protected String iconStyle(T finding) {
      return reading.isError(finding) ? "check-fail" : "check-warn";
    }
  }
}
