package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.CaptionSample;
import dev.plumbline.composition.TermLook;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.session.Look;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/// What each term of the list looked at catches, the one that catches most first.
final class LookCard {
  private final LexiconViewModel model;
  private final Look look;
  private final NumberStyle numbers;
  private final RowTable<TermLook> table;
  private final Label none = new Label();
  private final Card card;
  private final Subscription listening;

  LookCard(LexiconViewModel model) {
    this.model = model;
    look = model.look();
    numbers = new NumberStyle(look.locale());
    table =
        new RowTable<TermLook>("lexicon-look", look.text("lexicon.look"))
            .text(look.text("lexicon.look.term"), 150, TermLook::term)
            .number(
                look.text("lexicon.look.captions"),
                90,
                it -> OptionalDouble.of(it.captions()),
                it -> numbers.decimal(it, 0))
            .explained(look.text("lexicon.look.captions.tip"))
            .numberWith(
                look.text("lexicon.look.alone"),
                130,
                it -> OptionalDouble.of(it.covered().isPresent() ? -1 : it.alone()),
                this::alone)
            .explained(look.text("lexicon.look.alone.tip"));
    table.view().setPrefHeight(120);
    table.onChosen(it -> model.termProperty().set(it.term()));
    none.setWrapText(true);
    none.getStyleClass().addAll("muted", "note");
    table.placeholder(none);
    card = new Card(look.text("lexicon.look")).content(table.view());
    listening =
        Subscription.combine(
            model.looks().foundProperty().subscribe(_ -> show()),
            model.looks().sampleProperty().subscribe(_ -> show()),
            model.termProperty().subscribe(_ -> choose()));
  }

  Card node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void show() {
    Optional<CaptionSample> sample = model.looks().sampleProperty().get();
    Optional<CaptionLooks.Found> found = model.looks().foundProperty().get();
    none.setText(look.text(sample.isEmpty() ? "lexicon.look.none" : "lexicon.look.no-term"));
    table.setRows(found.map(LookCard::mostFirst).orElse(List.of()));
    card.subtitle().setText(found.map(this::subtitle).orElse(""));
    choose();
  }

  private static List<TermLook> mostFirst(CaptionLooks.Found found) {
    return found.look().terms().stream()
        .sorted(Comparator.comparingInt(TermLook::captions).reversed())
        .toList();
  }

  private void choose() {
    String term = model.termProperty().get();
    if (term == null) {
      table.view().getSelectionModel().clearSelection();
    } else {
      table.choose(row -> row.term().equals(term));
    }
  }

  private String subtitle(CaptionLooks.Found found) {
    CaptionSample sample = found.sample();
    int captions = found.look().captions();
    double share = captions == 0 ? 0 : (double) found.look().caught() / captions;
    return look.text(
        sample.drawn() ? "lexicon.look.drawn" : "lexicon.look.first",
        numbers.count(found.look().caught()),
        numbers.count(captions),
        numbers.percent(share),
        sample.dataset());
  }

  private String alone(TermLook term) {
    return term.covered()
        .map(it -> look.text("lexicon.look.covered", it))
        .orElseGet(() -> numbers.decimal(term.alone(), 0));
  }
}
