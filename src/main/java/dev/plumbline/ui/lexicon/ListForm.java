package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.TermList;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.FormGrid;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.session.Look;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/// Names of the list looked at, what it is for, how its terms match.
final class ListForm extends FormGrid {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final LexiconViewModel model;
  private final Look look;
  private final TextField key = field("lexicon-key");
  private final TextField english = field("lexicon-english");
  private final TextField japanese = field("lexicon-japanese");
  private final ObjectProperty<LexiconDraft.Part> part = new SimpleObjectProperty<>();
  private final ObjectProperty<Boolean> anywhere = new SimpleObjectProperty<>(false);
  private final Segments<Boolean> matching;
  private final Subscription listening;
  private boolean showing;

  ListForm(LexiconViewModel model) {
    super(model.look(), "lexicon");
    this.model = model;
    look = model.look();
    setId("lexicon-form");
    ComboBox<LexiconDraft.Part> parts =
        Choices.of(
            "lexicon-part",
            look.text("lexicon.part.tip"),
            FXCollections.observableArrayList(LexiconDraft.Part.values()),
            part,
            it -> look.text("lexicon.part." + it));
    parts.setMaxWidth(Double.MAX_VALUE);
    matching =
        new Segments<Boolean>(
                "lexicon-match",
                anywhere,
                it -> look.text(it ? "lexicon.match.anywhere" : "lexicon.match.word"))
            .listen();
    matching.setChoices(List.of(false, true));
    Tooltip.install(matching, new Tooltip(look.text("lexicon.match.tip")));
    row(0, "key", key, "part", parts);
    row(1, "english", english, "japanese", japanese);
    add(label("match", matching), 0, 2);
    add(matching, 1, 2, 3, 1);
    key.textProperty().addListener((_, _, now) -> rename(now));
    english.textProperty().addListener((_, _, now) -> call(Locale.ENGLISH, now));
    japanese.textProperty().addListener((_, _, now) -> call(Locale.JAPANESE, now));
    part.addListener((_, _, now) -> serve(now));
    anywhere.addListener((_, _, now) -> match(now));
    listening =
        Subscription.combine(
            model.draftProperty().subscribe(_ -> show()),
            model.listProperty().subscribe(_ -> show()));
  }

  void dispose() {
    matching.dispose();
    listening.unsubscribe();
  }

  private void rename(String now) {
    String old = model.listProperty().get();
    if (showing || old == null) {
      return;
    }
    String wanted = now.strip();
    boolean taken = !wanted.equals(old) && model.draftProperty().get().terms().containsKey(wanted);
    boolean wrong = wanted.isEmpty() || taken;
    key.pseudoClassStateChanged(WRONG, wrong);
    key.setTooltip(
        new Tooltip(
            look.text(
                wanted.isEmpty()
                    ? "lexicon.key.blank"
                    : taken ? "lexicon.key.taken" : "lexicon.key.tip",
                wanted)));
    if (!wrong && !wanted.equals(old)) {
      int place = List.copyOf(model.draftProperty().get().terms().keySet()).indexOf(old);
      model.renameList("key " + place, old, wanted);
    }
  }

  private void call(Locale language, String now) {
    String list = model.listProperty().get();
    if (!showing && list != null) {
      model.edit(
          "label " + language + " " + list, it -> LexiconDraft.withLabel(it, list, language, now));
    }
  }

  private void serve(LexiconDraft.Part now) {
    String list = model.listProperty().get();
    if (!showing && list != null && now != null) {
      model.edit("part " + list, it -> LexiconDraft.withPart(it, list, now));
    }
  }

  private void match(boolean now) {
    if (!showing) {
      model.editList("match", list -> new TermList(list.terms(), now));
    }
  }

  private void show() {
    boolean before = showing;
    showing = true;
    Lexicon lexicon = model.draftProperty().get();
    boolean there = model.list().isPresent();
    String list = there ? model.listProperty().get() : "";
    setDisable(!there);
    show(key, list);
    show(english, there ? LexiconDraft.label(lexicon, list, Locale.ENGLISH) : "");
    show(japanese, there ? LexiconDraft.label(lexicon, list, Locale.JAPANESE) : "");
    part.set(there ? LexiconDraft.part(lexicon, list) : null);
    anywhere.set(model.list().map(TermList::substring).orElse(false));
    showing = before;
  }

  private static void show(TextField field, String text) {
    if (fill(field, text)) {
      field.pseudoClassStateChanged(WRONG, false);
    }
  }
}
