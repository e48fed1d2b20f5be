package dev.plumbline.ui.performance;

import dev.plumbline.core.ModelId;
import dev.plumbline.performance.Discrepancy;
import dev.plumbline.performance.Score;
import dev.plumbline.report.Measure;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.Dot;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Scores by source as bars and as a table, and the score tables they come from.
public final class PerformancePage implements Page {
  private static final int SHOWN_DISCREPANCIES = 3;

  private final Workbench bench;
  private final PerformanceViewModel model;
  private final NumberStyle numbers;
  private final FigureCard bars;
  private final RowTable<Score> table;
  private final VBox sources = new VBox(4);
  private final CheckBox everything = new CheckBox();
  private final GridPane node;
  private final ListChangeListener<Score> scoreListener = _ -> showScores();
  private final ListChangeListener<Object> sourceListener = _ -> showSources();

  /// The page in the language of now.
  public PerformancePage(Workbench bench, PerformanceViewModel model) {
    this.bench = bench;
    this.model = model;
    numbers = new NumberStyle(bench.look().locale());
    bars = bars();
    table = table();
    everything.setId("scores-everything");
    everything.setText(text("scores.everything"));
    everything.selectedProperty().bindBidirectional(model.everythingProperty());
    Card scores = new Card(text("scores.table")).actions(everything).content(table.view());
    scores.subtitle().setText(text("scores.table.subtitle"));
    Button add = new Button(text("scores.import"), new FontIcon(MaterialDesignP.PLUS));
    add.setId("scores-import");
    add.getStyleClass().add("small");
    add.setOnAction(_ -> importTables());
    Card files = new Card(text("scores.sources")).actions(add).content(sources);
    files.subtitle().setText(text("scores.sources.subtitle"));
    node =
        Quarters.columns(
            "page-performance",
            new double[] {50, 50},
            Quarters.rows(new double[] {100}, bars.node()),
            Quarters.rows(new double[] {68, 32}, scores, files));
    model.scores().addListener(scoreListener);
    model.tables().addListener(sourceListener);
    model.discrepancies().addListener(sourceListener);
    showScores();
    showSources();
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    model.scores().removeListener(scoreListener);
    model.tables().removeListener(sourceListener);
    model.discrepancies().removeListener(sourceListener);
    everything.selectedProperty().unbindBidirectional(model.everythingProperty());
    bars.dispose();
  }

  private FigureCard bars() {
    return new FigureCard(
            "score-bars",
            text("scores.title"),
            model.bars(),
            bench.look(),
            Optional.of(new EmptyState.Way(text("run.run"), bench.runs()::run)),
            bench.exports(),
            model::pick)
        .choices(
            Choices.of(
                "scores-measure",
                text("choice.measure"),
                model.measures(),
                model.measureProperty(),
                measure -> measure.dataset() + " · " + measure.metric()))
        .listen();
  }

  private RowTable<Score> table() {
    RowTable<Score> scores =
        new RowTable<Score>("scores", text("scores.table"))
            .text(
                text("bias.model"),
                140,
                score -> score.model().value(),
                score -> Dot.of(bench, dataset(score.model())))
            .text(text("scores.dataset"), 130, Score::dataset)
            .text(text("scores.metric"), 130, Score::metric)
            .number(
                text("scores.value"),
                80,
                score -> OptionalDouble.of(score.value()),
                value -> numbers.decimal(value, 4))
            .number(
                "n",
                56,
                score -> score.n() > 0 ? OptionalDouble.of(score.n()) : OptionalDouble.empty(),
                value -> numbers.decimal(value, 0))
            .text(text("scores.source"), 120, this::source);
    scores.onChosen(score -> model.highlight(score.model()));
    scores.placeholder(new EmptyState(text("empty.no-scores"), Optional.empty()));
    return scores;
  }

  private String source(Score score) {
    String key = "source." + score.source();
    return bench.look().messages().has(key) ? text(key) : score.source();
  }

  private Optional<String> dataset(ModelId id) {
    return bench.session().result().models().stream()
        .filter(facts -> facts.id().equals(id))
        .findFirst()
        .flatMap(ModelFacts::pretrainingDataset);
  }

  private void importTables() {
    Guarded.run(bench, () -> bench.dialogs().open(FileDialogs.Kind.SCORES).forEach(model::add));
  }

  private void showScores() {
    table.setRows(List.copyOf(model.scores()));
  }

  private void showSources() {
    sources.getChildren().clear();
    sources.getChildren().add(note(text("scores.measured")));
    model.tables().forEach(file -> sources.getChildren().add(line(file)));
    List<Discrepancy> differing = model.discrepancies();
    sources.getChildren().add(note(text("scores.discrepancies", differing.size())));
    differing.stream()
        .sorted((one, other) -> Double.compare(other.spread(), one.spread()))
        .limit(SHOWN_DISCREPANCIES)
        .forEach(each -> sources.getChildren().add(note(discrepancy(each))));
  }

  private String discrepancy(Discrepancy each) {
    Measure measure = new Measure(each.dataset(), each.metric());
    return text(
        "scores.discrepancy",
        each.model().value(),
        measure.dataset() + " · " + measure.metric(),
        numbers.decimal(each.spread(), 4));
  }

  private Label note(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.getStyleClass().add("muted");
    return label;
  }

  private Node line(Path file) {
    Label name = new Label(String.valueOf(file.getFileName()));
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button remove = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
    remove.getStyleClass().addAll("flat", "button-icon", "small");
    remove.setAccessibleText(text("scores.remove", file.getFileName()));
    remove.setOnAction(_ -> model.remove(file));
    HBox line = new HBox(8, name, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
