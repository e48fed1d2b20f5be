package dev.plumbline.ui.compare;

import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Choices;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Two models side by side: d with intervals, the difference, scores.
public final class ComparePage implements Page {
  private static final double THREE_LINES = 57;

  private final Workbench bench;
  private final CompareViewModel model;
  private final NumberStyle numbers;
  private final FigureCard chart;
  private final StackPane tests = new StackPane();
  private final StackPane scores = new StackPane();
  private final Card testCard;
  private final GridPane node;
  private final ListChangeListener<CompareRow> rowListener = _ -> showRows();
  private final Subscription listening;

  /// The page in the language of now.
  public ComparePage(Workbench bench, CompareViewModel model) {
    this.bench = bench;
    this.model = model;
    numbers = new NumberStyle(bench.look().locale());
    Button swap = new Button(null, new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
    swap.setId("compare-swap");
    swap.getStyleClass().addAll("flat", "button-icon", "small");
    swap.setTooltip(new Tooltip(text("compare.swap")));
    swap.setAccessibleText(text("compare.swap"));
    swap.setOnAction(_ -> model.swap());
    chart =
        new FigureCard(
                "comparison",
                text("compare.title"),
                model.comparison(),
                bench.look(),
                Optional.of(new EmptyState.Way(text("run.run"), bench.runs()::run)),
                bench.exports(),
                model::pick)
            .choices(
                box("compare-first", "compare.first", model.firstProperty()),
                swap,
                box("compare-second", "compare.second", model.secondProperty()))
            .scrolling()
            .listen();
    chart.node().subtitle().setMaxHeight(THREE_LINES);
    testCard = new Card(text("compare.tests")).content(tests);
    Card scoreCard = new Card(text("compare.scores")).content(scores);
    node =
        Quarters.columns(
            "page-compare",
            new double[] {40, 60},
            Quarters.rows(new double[] {100}, chart.node()),
            Quarters.rows(new double[] {64, 36}, testCard, scoreCard));
    model.tests().addListener(rowListener);
    model.scores().addListener(rowListener);
    showRows();
    listening =
        Subscription.combine(
            model.firstProperty().subscribe(_ -> showRows()),
            model.secondProperty().subscribe(_ -> showRows()),
            model.differences().subscribe(this::showProgress));
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    model.tests().removeListener(rowListener);
    model.scores().removeListener(rowListener);
    chart.dispose();
    listening.unsubscribe();
  }

  private ComboBox<ModelId> box(String id, String key, ObjectProperty<ModelId> chosen) {
    return Choices.of(id, text(key), model.models(), chosen, ModelId::value);
  }

  private void showRows() {
    tests.getChildren().setAll(table("compare-tests", model.tests(), true).view());
    scores.getChildren().setAll(table("compare-scores", model.scores(), false).view());
  }

  private void showProgress(Differences.State state) {
    String subtitle =
        state.computing()
            ? text("compare.computing")
            : state
                .reason()
                .map(reason -> text("compare.no-intervals", reason))
                .orElse(text("compare.tests.subtitle"));
    testCard.subtitle().setText(subtitle);
  }

  private RowTable<CompareRow> table(String id, List<CompareRow> rows, boolean tests) {
    int decimals = tests ? 2 : 4;
    int width = tests ? 122 : 96;
    RowTable<CompareRow> table =
        new RowTable<CompareRow>(id, text("compare.title"))
            .text(text(tests ? "bias.test" : "scores.dataset"), tests ? 140 : 110, CompareRow::name)
            .wrapped()
            .text(
                text(tests ? "bias.order" : "scores.metric"), tests ? 100 : 140, CompareRow::detail)
            .wrapped()
            .numberWith(
                name(model.firstProperty().get()),
                width,
                CompareRow::first,
                row -> written(row.first(), row.firstInterval(), decimals))
            .numberWith(
                name(model.secondProperty().get()),
                width,
                CompareRow::second,
                row -> written(row.second(), row.secondInterval(), decimals))
            .numberWith(
                text("compare.difference"),
                width,
                CompareRow::difference,
                row -> difference(row, decimals));
    table.placeholder(new EmptyState(text("compare.nothing"), Optional.empty()));
    table.setRows(List.copyOf(rows));
    return table;
  }

  private String difference(CompareRow row, int decimals) {
    if (row.difference().isEmpty()) {
      return "";
    }
    String number = numbers.signed(row.difference().getAsDouble(), decimals);
    return number
        + row.differenceInterval().map(it -> "\n" + numbers.interval(it, decimals)).orElse("");
  }

  private String written(OptionalDouble value, Optional<Interval> interval, int decimals) {
    if (value.isEmpty()) {
      return "";
    }
    String number = numbers.decimal(value.getAsDouble(), decimals);
    return number + interval.map(it -> "\n" + numbers.interval(it, decimals)).orElse("");
  }

  private static String name(ModelId id) {
    return id == null ? "" : id.value();
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
