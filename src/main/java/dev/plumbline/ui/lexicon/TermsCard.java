package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconFinding;
import dev.plumbline.composition.TermList;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The list looked at: its names, what it is for, how it matches, and its terms, one a line.
final class TermsCard {
  private final LexiconViewModel model;
  private final Look look;
  private final ListForm form;
  private final TextArea terms = new TextArea();
  private final Label problem = new Label();
  private final Card card;
  private final ListChangeListener<LexiconFinding> listener = _ -> showProblem();
  private final Subscription listening;
  private boolean showing;

  TermsCard(LexiconViewModel model) {
    this.model = model;
    look = model.look();
    form = new ListForm(model);
    terms.setId("lexicon-terms");
    terms.setWrapText(false);
    terms.setMinHeight(80);
    terms.setPrefHeight(120);
    terms.getStyleClass().add("note");
    terms.setPromptText(look.text("lexicon.terms.prompt"));
    terms.setTooltip(new Tooltip(look.text("lexicon.terms.tip")));
    terms.setAccessibleText(look.text("lexicon.terms"));
    problem.setId("lexicon-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.getStyleClass().add("note");
    VBox.setVgrow(terms, Priority.ALWAYS);
    card = new Card(look.text("lexicon.terms")).content(new VBox(8, form, terms, problem));
    terms.textProperty().addListener((_, _, _) -> edited());
    terms.caretPositionProperty().addListener((_, _, _) -> lookAtLine());
    model.findings().addListener(listener);
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(_ -> show()),
            model.listProperty().subscribe(_ -> show()));
  }

  Card node() {
    return card;
  }

  void dispose() {
    form.dispose();
    model.findings().removeListener(listener);
    listening.unsubscribe();
  }

  /// Marks a term and takes the keyboard to it.
  ///
  /// @param place of the term in its list
  void select(int place) {
    List<String> lines = terms.getText().lines().toList();
    int start = 0;
    int seen = 0;
    for (String line : lines) {
      int here = LexiconDraft.terms(line).size();
      if (here > 0 && seen + here > place) {
        terms.requestFocus();
        terms.selectRange(start, start + line.length());
        return;
      }
      seen += here;
      start += line.length() + 1;
    }
  }

  private void edited() {
    if (!showing) {
      List<String> now = LexiconDraft.terms(terms.getText());
      model.editList("terms", list -> new TermList(now, list.substring()));
    }
  }

  /// The term in the line of the caret is the one looked at.
  private void lookAtLine() {
    String text = terms.getText();
    int caret = Math.min(terms.getCaretPosition(), text.length());
    if (showing || !terms.isFocused()) {
      return;
    }
    int start = text.lastIndexOf('\n', caret - 1) + 1;
    int end = text.indexOf('\n', caret);
    LexiconDraft.terms(text.substring(start, end < 0 ? text.length() : end)).stream()
        .findFirst()
        .filter(term -> model.list().filter(it -> it.terms().contains(term)).isPresent())
        .ifPresent(model.termProperty()::set);
  }

  private void show() {
    boolean before = showing;
    showing = true;
    Lexicon lexicon = model.draftProperty().get();
    String name = model.listProperty().get();
    Optional<TermList> list = model.list();
    terms.setDisable(list.isEmpty());
    List<String> now = list.map(TermList::terms).orElse(List.of());
    if (!LexiconDraft.terms(terms.getText()).equals(now)) {
      terms.setText(String.join("\n", now));
    }
    card.title()
        .setText(
            list.isEmpty()
                ? look.text("lexicon.terms")
                : look.text("lexicon.terms.of", ListSections.name(lexicon, name, look)));
    card.subtitle().setText(list.isEmpty() ? "" : subtitle(lexicon, name, now.size()));
    showProblem();
    showing = before;
  }

  private String subtitle(Lexicon lexicon, String list, int terms) {
    String tests =
        LexiconDraft.testsOf(lexicon, list).stream()
            .map(test -> test.id().value())
            .collect(Collectors.joining(", "));
    return tests.isEmpty()
        ? look.text("lexicon.terms.untested", terms)
        : look.text("lexicon.terms.tested", terms, tests);
  }

  /// The first thing that is wrong with the list looked at.
  private void showProblem() {
    Optional<LexiconFinding> first =
        model.findings().stream()
            .filter(it -> it.list().equals(Optional.ofNullable(model.listProperty().get())))
            .findFirst();
    problem.setText(first.map(it -> LexiconFindings.sentence(it, look)).orElse(""));
    problem.setGraphic(first.map(TermsCard::icon).orElse(null));
    problem.setVisible(first.isPresent());
    problem.setManaged(first.isPresent());
  }

  /// The sign before a finding.
  static FontIcon icon(LexiconFinding finding) {
    FontIcon icon =
        new FontIcon(
            finding.isError()
                ? MaterialDesignC.CLOSE_CIRCLE_OUTLINE
                : MaterialDesignA.ALERT_OUTLINE);
    icon.getStyleClass().add(finding.isError() ? "check-fail" : "check-warn");
    return icon;
  }
}
