package dev.plumbline.ui.bias;

import dev.plumbline.core.ModelId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureExports;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The test looked at, in numbers or by its stimuli.
final class TestCard {
  private final Workbench bench;
  private final BiasViewModel model;
  private final ObjectProperty<TestView> view = new SimpleObjectProperty<>(TestView.NUMBERS);
  private final Segments<TestView> views;
  private final RowTable<BiasRow> table;
  private final StackPane stimuli = new StackPane();
  private final Button copy;
  private final Button csv;
  private final Button battery;
  private final Card card;
  private final ListChangeListener<BiasRow> rowListener = _ -> showRows();
  private final Subscription listening;

  TestCard(Workbench bench, BiasViewModel model) {
    this.bench = bench;
    this.model = model;
    views =
        new Segments<>("bias-view", view, (TestView it) -> text("bias.view." + it.name())).listen();
    views.setChoices(List.of(TestView.values()));
    table = new TestTable(bench).table(row -> dataset(row.model()));
    table.onChosen(row -> model.highlight(row.model()));
    copy = small("bias-copy", "bias.copy");
    copy.setOnAction(_ -> table.copy());
    csv = small("bias-csv", "bias.csv");
    csv.setOnAction(_ -> saveCsv());
    battery = small("bias-battery", "bias.battery");
    battery.setOnAction(_ -> model.chooseTests());
    StackPane content = new StackPane(table.view(), stimuli);
    content.setMinSize(0, 0);
    content.setPrefHeight(0); // it grows; wanting more would cost the subtitle its second line
    card = new Card(text("bias.one-test")).actions(copy, csv, battery, views).content(content);
    card.setId("bias-test-card");
    model.rows().addListener(rowListener);
    showRows();
    listening =
        Subscription.combine(
            model.testProperty().subscribe(this::showTest),
            model.opened().modelProperty().subscribe(this::showModel),
            model
                .orderProperty()
                .subscribe(it -> table.want(TestTable.ORDER, it == OrderChoice.ALL)),
            view.subscribe(this::showView));
  }

  Card node() {
    return card;
  }

  void dispose() {
    model.rows().removeListener(rowListener);
    views.dispose();
    listening.unsubscribe();
  }

  private void showView(TestView now) {
    boolean numbers = now == TestView.NUMBERS;
    show(numbers, table.view(), copy, csv);
    show(!numbers, stimuli);
  }

  private static void show(boolean visible, Node... nodes) {
    for (Node node : nodes) {
      node.setVisible(visible);
      node.setManaged(visible);
    }
  }

  private void showRows() {
    table.setRows(List.copyOf(model.rows()));
    showModel(model.opened().modelProperty().get());
  }

  private void showModel(ModelId id) {
    table.choose(row -> row.model().equals(id));
  }

  private void showTest(AssociationTest test) {
    if (test == null) {
      card.subtitle().setText("");
      stimuli.getChildren().setAll(new EmptyState(text("bias.no-tests"), Optional.empty()));
      return;
    }
    card.subtitle().setText(text("bias.detail.subtitle", name(test.x()), name(test.a())));
    stimuli
        .getChildren()
        .setAll(new StimuliView(bench.look()).of(test, bench.session().request().battery()));
  }

  private void saveCsv() {
    model
        .dots()
        .figure()
        .ifPresent(figure -> bench.exports().save(figure, FigureExports.Format.CSV));
  }

  private Button small(String id, String key) {
    Button button = new Button(text(key));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setTooltip(new Tooltip(text(key + ".tip")));
    return button;
  }

  private Optional<String> dataset(ModelId id) {
    return bench.session().result().models().stream()
        .filter(facts -> facts.id().equals(id))
        .findFirst()
        .flatMap(ModelFacts::pretrainingDataset);
  }

  private String name(String set) {
    return bench.session().request().battery().nameOf(set, bench.look().locale());
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
