package dev.plumbline.ui.bias;

import dev.plumbline.association.StimulusDetail;
import dev.plumbline.association.StimulusRole;
import dev.plumbline.report.DetailTables;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.study.TestDetail;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// An opened test of one model: which stimuli, which target, which attribute carry it?
final class DetailCard {
  private static final int MOST = 6;
  private static final double TITLE = 128;

  private final Workbench bench;
  private final NumberStyle numbers;
  private final ObjectProperty<DetailView> view = new SimpleObjectProperty<>(DetailView.STIMULI);
  private final Segments<DetailView> views;
  private final Thumbnails small = new Thumbnails(22);
  private final Thumbnails large = new Thumbnails(36);
  private final RowTable<StimulusDetail> stimuli;
  private final RowTable<LevelRow> levels;
  private final VBox nearest = new VBox(4);
  private final VBox words;
  private final EmptyState empty = new EmptyState("", Optional.empty());
  private final Button csv;
  private final Card card;
  private final Subscription listening;
  private Optional<TestDetail> shown = Optional.empty();

  DetailCard(Workbench bench, DetailModel model) {
    this.bench = bench;
    numbers = new NumberStyle(bench.look().locale());
    views =
        new Segments<>(
                "bias-detail-view", view, (DetailView it) -> text("bias.detail-view." + it.name()))
            .listen();
    views.setChoices(List.of(DetailView.values()));
    stimuli = stimulusTable();
    levels = levelTable();
    csv = new Button(text("bias.csv"));
    csv.setId("bias-detail-csv");
    csv.getStyleClass().add("small");
    csv.setTooltip(new Tooltip(text("bias.detail-csv.tip")));
    csv.setOnAction(_ -> shown.ifPresent(this::save));
    nearest.setId("bias-nearest");
    words = new VBox(6, nearest, stimuli.view());
    VBox.setVgrow(stimuli.view(), Priority.ALWAYS);
    card =
        new Card(text("bias.beneath"))
            .actions(csv, views)
            .content(new StackPane(words, levels.view(), empty));
    card.setId("bias-detail-card");
    listening =
        Subscription.combine(
            model.stateProperty().subscribe(this::show), view.subscribe(_ -> arrange()));
  }

  Card node() {
    return card;
  }

  void dispose() {
    views.dispose();
    listening.unsubscribe();
  }

  private RowTable<StimulusDetail> stimulusTable() {
    return new RowTable<StimulusDetail>("stimulus-table", text("bias.view.STIMULI"))
        .text(text("bias.set"), 78, it -> it.role().name())
        .explained(text("bias.set.tip"))
        .text(
            text("bias.stimulus"),
            230,
            StimulusDetail::name,
            it -> small.picture(shown.orElseThrow(), it))
        .number("s", 66, it -> OptionalDouble.of(it.s()), s -> numbers.signed(s, 3))
        .explained(text("bias.s.tip"))
        .number(
            text("bias.single"), 72, it -> DetailTables.d(it.single()), d -> numbers.signed(d, 2))
        .explained(text("bias.single.tip"))
        .number("p", 58, it -> DetailTables.p(it.single()), this::probability)
        .explained(text("bias.single-p.tip"))
        .number(text("bias.without"), 88, StimulusDetail::dWithout, d -> numbers.decimal(d, 2))
        .explained(text("bias.without.tip"))
        .number(text("bias.influence"), 84, this::influence, d -> numbers.signed(d, 3))
        .explained(text("bias.influence.tip"));
  }

  private RowTable<LevelRow> levelTable() {
    return new RowTable<LevelRow>("level-table", text("bias.detail-view.LEVELS"))
        .text(text("bias.level"), 56, it -> Integer.toString(it.level()))
        .explained(text("bias.level.tip"))
        .text(text("bias.sets"), 220, LevelRow::what)
        .number("d", 58, LevelRow::d, d -> numbers.signed(d, 2))
        .explained(text("bias.level-d.tip"))
        .number("p", 58, LevelRow::p, this::probability)
        .number(text("bias.cosine"), 84, LevelRow::cosine, c -> numbers.signed(c, 3))
        .explained(text("bias.cosine.tip"))
        .number("SD", 60, LevelRow::sd, c -> numbers.decimal(c, 3))
        .text(text("bias.note"), 80, row -> bench.look().messages().sentence(row.note()));
  }

  private String probability(double p) {
    return numbers.probability("", p).replace(" = ", "").strip();
  }

  private OptionalDouble influence(StimulusDetail it) {
    OptionalDouble d = DetailTables.d(shown.orElseThrow().detail().result());
    return d.isPresent() ? it.influence(d.getAsDouble()) : d;
  }

  private void show(DetailState state) {
    shown = state instanceof DetailState.Shown it ? Optional.of(it.detail()) : Optional.empty();
    empty.setSentence(
        switch (state) {
          case DetailState.Unasked _ -> text("bias.detail.unasked");
          case DetailState.Computing _ -> text("bias.detail.computing");
          case DetailState.Failed failed -> failed.sentence();
          case DetailState.Shown _ -> "";
        });
    card.subtitle().setText(shown.map(it -> it.model().value()).orElse(""));
    stimuli.setRows(shown.map(DetailCard::sorted).orElse(List.of()));
    levels.setRows(shown.map(it -> LevelRow.of(it, role -> name(it, role))).orElse(List.of()));
    nearest.getChildren().clear();
    shown.ifPresent(this::showNearest);
    arrange();
  }

  /// Targets by their association, then attributes.
  private static List<StimulusDetail> sorted(TestDetail test) {
    return Stream.of(StimulusRole.values())
        .flatMap(role -> test.detail().byAssociation(role).stream())
        .toList();
  }

  private void showNearest(TestDetail test) {
    List<StimulusDetail> targets =
        test.detail().stimuli().stream()
            .filter(it -> it.role().target())
            .sorted(Comparator.comparingDouble(StimulusDetail::s).reversed())
            .toList();
    int most = Math.min(MOST, targets.size() / 2);
    line(test, text("bias.nearest", name(test, StimulusRole.A)), targets.subList(0, most));
    line(
        test,
        text("bias.nearest", name(test, StimulusRole.B)),
        targets.reversed().subList(0, most));
  }

  private void line(TestDetail test, String title, List<StimulusDetail> some) {
    Label label = new Label(title);
    label.getStyleClass().addAll("muted", "note");
    label.setMinWidth(TITLE);
    OneLine chips = new OneLine(6);
    HBox.setHgrow(chips, Priority.ALWAYS);
    HBox line = new HBox(6, label, chips);
    line.setAlignment(Pos.CENTER_LEFT);
    nearest.getChildren().add(line);
    for (StimulusDetail it : some) {
      String record = it.role() + " " + it.name() + "   s " + numbers.signed(it.s(), 3);
      chips.getChildren().add(large.chip(test, it, record));
    }
  }

  private void arrange() {
    boolean there = shown.isPresent();
    words.setVisible(there && view.get() == DetailView.STIMULI);
    levels.view().setVisible(there && view.get() == DetailView.LEVELS);
    empty.setVisible(!there);
    csv.setDisable(!there);
  }

  private void save(TestDetail test) {
    boolean all = view.get() == DetailView.STIMULI;
    bench
        .exports()
        .save(
            test.test().id().value() + (all ? "-stimuli" : "-levels"),
            all ? DetailTables.stimuli(test) : DetailTables.levels(test));
  }

  private String name(TestDetail test, StimulusRole role) {
    String set =
        switch (role) {
          case X -> test.test().x();
          case Y -> test.test().y();
          case A -> test.test().a();
          case B -> test.test().b();
        };
    return Optional.ofNullable(bench.session().request().battery().sets().get(set))
        .map(it -> it.label().in(bench.look().locale()))
        .orElse(set);
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
