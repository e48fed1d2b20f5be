package dev.plumbline.ui.bias;

import dev.plumbline.association.DesiredDistribution;
import dev.plumbline.core.ModelId;
import dev.plumbline.report.SkewMeasure;
import dev.plumbline.report.Subject;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.MeasureHelp;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Searches of labelled folders in place of the association tests: skew of all models, the single
/// searches of one of them, and the way back.
final class RetrievalPane extends VBox {
  private final Workbench bench;
  private final RetrievalModel model;
  private final FigureCard dots;
  private final FigureCard queries;
  private final Segments<SkewMeasure> measures;
  private final Segments<DesiredDistribution> desired;
  private final Button back;

  /// @param picked hears what the user clicked at
  RetrievalPane(Workbench bench, RetrievalModel model, Consumer<Subject> picked, MeasureHelp help) {
    this.bench = bench;
    this.model = model;
    setId("bias-retrieval");
    getStyleClass().add("page-column");
    back = button("retrieval.back", () -> model.openProperty().set(false));
    Button folder = button("retrieval.folder", this::askFolder);
    measures =
        new Segments<>("retrieval-measure", model.measureProperty(), RetrievalPane::name).listen();
    measures.setChoices(List.of(SkewMeasure.values()));
    desired =
        new Segments<>(
                "retrieval-desired",
                model.desiredProperty(),
                it -> text("retrieval.desired." + it.name()))
            .listen();
    desired.setChoices(List.of(DesiredDistribution.values()));
    dots = dots(picked);
    dots.node().actions(help.button("retrieval-help", "max-skew"), folder, back);
    queries = queries(picked);
    queries.node().actions(help.button("retrieval-queries-help", "max-skew"));
    GridPane cards =
        Quarters.columns(
            "bias-retrieval-cards",
            new double[] {52, 48},
            Quarters.rows(new double[] {100}, dots.node()),
            Quarters.rows(new double[] {100}, queries.node()));
    cards.getStyleClass().setAll("opened-grid");
    VBox.setVgrow(cards, Priority.ALWAYS);
    getChildren().add(cards);
  }

  /// Takes the keyboard, so that Escape leads back.
  void focus() {
    back.requestFocus();
  }

  void dispose() {
    measures.dispose();
    desired.dispose();
    dots.dispose();
    queries.dispose();
  }

  private FigureCard dots(Consumer<Subject> picked) {
    return new FigureCard(
            "retrieval-dots",
            text("bias.search.question"),
            model.dots(),
            bench.look(),
            Optional.of(new EmptyState.Way(text("retrieval.folder"), this::askFolder)),
            bench.exports(),
            picked)
        .choices(measures, label("retrieval.desired"), desired)
        .scrolling()
        .listen();
  }

  private FigureCard queries(Consumer<Subject> picked) {
    return new FigureCard(
            "retrieval-queries",
            text("retrieval.pick"),
            model.queries(),
            bench.look(),
            Optional.empty(),
            bench.exports(),
            picked)
        .choices(
            Choices.of(
                "retrieval-model",
                text("retrieval.model"),
                model.models(),
                model.modelProperty(),
                ModelId::value),
            Choices.of(
                "retrieval-attribute",
                text("retrieval.attribute"),
                model.attributes(),
                model.attributeProperty(),
                Searched::label))
        .scrolling()
        .listen();
  }

  private Label label(String key) {
    Label label = new Label(text(key));
    label.setTooltip(new Tooltip(text(key + ".tip")));
    label.getStyleClass().add("muted");
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static String name(SkewMeasure measure) {
    return switch (measure) {
      case MAX_SKEW -> "MaxSkew@k";
      case NDKL -> "NDKL";
      case NDKL_TOP -> "NDKL@k";
    };
  }

  private void askFolder() {
    Guarded.run(
        bench, () -> bench.dialogs().folder(text("retrieval.folder.title")).ifPresent(model::add));
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(text(key));
    button.setId(key.replace('.', '-'));
    button.setTooltip(new Tooltip(text(key + ".tip")));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
