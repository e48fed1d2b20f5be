package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.TermLook;
import dev.plumbline.composition.TermNeighbour;
import dev.plumbline.composition.TermSpan;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;

/// Captions that the term looked at catches, and the words that it often stands beside: whether it
/// means what the list is about.
final class ExamplesCard {
  private static final int AROUND = 90;

  private final LexiconViewModel model;
  private final Look look;
  private final ListView<String> list = new ListView<>();
  private final Label none = new Label();
  private final Card card;
  private final Subscription listening;

  ExamplesCard(LexiconViewModel model) {
    this.model = model;
    look = model.look();
    list.setId("lexicon-examples");
    list.setAccessibleText(look.text("lexicon.examples"));
    list.getStyleClass().addAll("dense", "plain-list");
    list.setCellFactory(_ -> new Cell());
    list.setMinHeight(40);
    list.setPrefHeight(100);
    none.setWrapText(true);
    none.getStyleClass().addAll("muted", "note");
    list.setPlaceholder(none);
    card = new Card(look.text("lexicon.examples")).content(list);
    listening =
        Subscription.combine(
            model.looks().foundProperty().subscribe(_ -> show()),
            model.termProperty().subscribe(_ -> show()),
            model.looks().neighboursProperty().subscribe(_ -> showNeighbours()));
  }

  Card node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
  }

  private void show() {
    Optional<String> term = Optional.ofNullable(model.termProperty().get());
    Optional<CaptionLooks.Found> found = model.looks().foundProperty().get();
    List<String> captions =
        found
            .flatMap(it -> term.flatMap(wanted -> look(it, wanted)))
            .map(
                it ->
                    it.examples().stream()
                        .map(place -> found.get().sample().captions().get(place))
                        .toList())
            .orElse(List.of());
    if (!list.getItems().equals(captions)) {
      list.setItems(FXCollections.observableArrayList(captions));
    } else {
      list.refresh();
    }
    card.title()
        .setText(
            term.map(it -> look.text("lexicon.examples.of", it))
                .orElseGet(() -> look.text("lexicon.examples")));
    none.setText(look.text(term.isEmpty() ? "lexicon.examples.choose" : "lexicon.examples.none"));
    showNeighbours();
  }

  private static Optional<TermLook> look(CaptionLooks.Found found, String term) {
    return found.look().terms().stream().filter(it -> it.term().equals(term)).findFirst();
  }

  private void showNeighbours() {
    String term = model.termProperty().get();
    String beside =
        model.looks().neighboursProperty().get().stream()
            .map(it -> beside(it, term))
            .collect(Collectors.joining(" · "));
    card.subtitle()
        .setText(term == null || beside.isEmpty() ? "" : look.text("lexicon.beside", beside));
  }

  private String beside(TermNeighbour it, String term) {
    String words = it.before() ? it.word() + " " + term : term + " " + it.word();
    return look.text("lexicon.beside.one", words, it.captions());
  }

  private final class Cell extends ListCell<String> {
    @Override
    protected void updateItem(String caption, boolean empty) {
      super.updateItem(caption, empty);
      setText(null);
      setGraphic(empty || caption == null ? null : flow(caption));
      setTooltip(empty || caption == null || caption.length() < AROUND ? null : whole(caption));
      setPrefWidth(0);
    }

    private Tooltip whole(String caption) {
      Tooltip whole = new Tooltip(caption);
      whole.setWrapText(true);
      whole.setMaxWidth(480);
      return whole;
    }

    private TextFlow flow(String caption) {
      TextFlow flow = new TextFlow();
      String term = model.termProperty().get();
      boolean substring = model.list().filter(it -> it.substring()).isPresent();
      List<TermSpan> spans = term == null ? List.of() : TermSpan.of(term, substring, caption);
      int from = spans.isEmpty() ? 0 : Math.max(0, spans.getFirst().start() - AROUND);
      int to =
          spans.isEmpty()
              ? Math.min(caption.length(), 2 * AROUND)
              : Math.min(caption.length(), spans.getFirst().end() + AROUND);
      int at = from;
      add(flow, from > 0 ? "…" : "", "lexicon-plain");
      for (TermSpan span : spans) {
        if (span.end() <= to) {
          add(flow, caption.substring(at, span.start()), "lexicon-plain");
          add(flow, caption.substring(span.start(), span.end()), "lexicon-hit");
          at = span.end();
        }
      }
      add(flow, caption.substring(at, to) + (to < caption.length() ? "…" : ""), "lexicon-plain");
      return flow;
    }

    private void add(TextFlow flow, String words, String style) {
      if (!words.isEmpty()) {
        Text text = new Text(words.replaceAll("\\s+", " "));
        text.getStyleClass().add(style);
        flow.getChildren().add(text);
      }
    }

    @Override
    protected double computePrefHeight(double width) {
      return getGraphic() instanceof TextFlow flow
          ? flow.prefHeight(list.getWidth() - 34) + 8
          : super.computePrefHeight(width);
    }
  }
}
