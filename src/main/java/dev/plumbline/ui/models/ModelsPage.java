package dev.plumbline.ui.models;

import dev.plumbline.embedding.Check;
import dev.plumbline.embedding.Device;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Dot;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Bundles, what was checked of the one looked at, and its facts.
public final class ModelsPage implements Page {
  private final Workbench bench;
  private final ModelsViewModel model;
  private final RowTable<ModelRow> table;
  private final StackPane checks = new StackPane();
  private final Card checksCard;
  private final StackPane facts = new StackPane();
  private final Card factsCard;
  private final GridPane node;
  private final ListChangeListener<ModelRow> rowListener = _ -> showRows();
  private final Subscription listening;

  /// The page in the language of now.
  public ModelsPage(Workbench bench, ModelsViewModel model) {
    this.bench = bench;
    this.model = model;
    table = table();
    checksCard = new Card(text("models.checks")).content(checks);
    factsCard = new Card(text("models.facts")).content(facts);
    factsCard.subtitle().setText(text("models.facts.subtitle"));
    node =
        Quarters.columns(
            "page-models",
            new double[] {62, 38},
            Quarters.rows(new double[] {100}, modelsCard()),
            Quarters.rows(new double[] {54, 46}, checksCard, factsCard));
    model.rows().addListener(rowListener);
    showRows();
    listening = model.chosenProperty().subscribe(_ -> showChosen());
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    model.rows().removeListener(rowListener);
    listening.unsubscribe();
  }

  private Card modelsCard() {
    Button add = new Button(text("models.add"), new FontIcon(MaterialDesignP.PLUS));
    add.setId("models-add");
    add.getStyleClass().add("small");
    add.setTooltip(new Tooltip(text("models.add.tip")));
    add.setOnAction(_ -> add());
    Button remove = new Button(text("remove"), new FontIcon(MaterialDesignD.DELETE_OUTLINE));
    remove.setId("models-remove");
    remove.getStyleClass().addAll("small", "flat");
    remove.setOnAction(_ -> removeChosen());
    remove.disableProperty().bind(model.chosenProperty().isNull());
    Card card =
        new Card(text("models.title")).actions(remove, add).choices(device()).content(table.view());
    card.subtitle().setText(text("models.subtitle"));
    return card;
  }

  private ComboBox<String> device() {
    List<String> labels = java.util.Arrays.stream(Device.values()).map(Device::label).toList();
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(labels));
    box.setId("device");
    box.getStyleClass().add("small");
    box.setValue(bench.remembered().now().device());
    box.setTooltip(new Tooltip(text("models.device.tip")));
    box.setAccessibleText(text("models.device"));
    box.setConverter(
        new javafx.util.StringConverter<>() {
          @Override
          public String toString(String label) {
            return text("device." + label);
          }

          @Override
          public String fromString(String text) {
            throw new UnsupportedOperationException("devices are not typed");
          }
        });
    box.setOnAction(_ -> bench.remembered().change(now -> now.withDevice(box.getValue())));
    return box;
  }

  private RowTable<ModelRow> table() {
    NumberStyle numbers = new NumberStyle(bench.look().locale());
    RowTable<ModelRow> models =
        new RowTable<ModelRow>("models", text("models.title"))
            .text(text("models.model"), 150, ModelRow::name)
            .text(text("models.architecture"), 100, ModelRow::architecture)
            .text(
                text("models.trained-on"),
                120,
                row -> row.trainedOn().orElse(text("models.unknown")),
                row -> Dot.of(bench, row.trainedOn()))
            .number(
                text("models.parameters"),
                84,
                ModelRow::parameters,
                value -> numbers.decimal(value, 0))
            .text(text("models.checked"), 110, this::checked, ModelsPage::sign)
            .text(text("models.layout"), 110, ModelRow::layout)
            .text(text("models.used"), 100, ModelRow::device);
    models.placeholder(
        new EmptyState(
            text("empty.models"), Optional.of(new EmptyState.Way(text("models.add"), this::add))));
    models.onChosen(
        row -> {
          model.chosenProperty().set(row.folder());
          model.highlight(row);
        });
    models
        .view()
        .setOnKeyPressed(
            event -> {
              if (event.getCode() == KeyCode.DELETE) {
                removeChosen();
                event.consume();
              }
            });
    return models;
  }

  private String checked(ModelRow row) {
    return switch (row.state()) {
      case BundleState.Looking _ -> text("models.looking");
      case BundleState.Failed _ -> text("models.no-bundle");
      case BundleState.Opened _ -> {
        long failed = row.count(Check.Status.FAIL);
        long warned = row.count(Check.Status.WARN);
        yield failed > 0
            ? text("models.failed", failed)
            : warned > 0 ? text("models.warned", warned) : text("models.passed");
      }
    };
  }

  private static Node sign(ModelRow row) {
    Check.Status status =
        row.state() instanceof BundleState.Failed || row.count(Check.Status.FAIL) > 0
            ? Check.Status.FAIL
            : row.count(Check.Status.WARN) > 0 ? Check.Status.WARN : Check.Status.PASS;
    FontIcon icon = new FontIcon(ChecksView.icon(status));
    icon.getStyleClass().add("check-" + status.label());
    icon.setVisible(!(row.state() instanceof BundleState.Looking));
    return icon;
  }

  private void add() {
    Guarded.run(bench, () -> bench.dialogs().folder(text("models.add")).ifPresent(model::add));
  }

  private void removeChosen() {
    if (model.chosenProperty().get() != null) {
      model.remove(model.chosenProperty().get());
    }
  }

  private void showRows() {
    table.setRows(List.copyOf(model.rows()));
    showChosen();
  }

  private void showChosen() {
    Path folder = model.chosenProperty().get();
    Optional<ModelRow> row =
        table.view().getItems().stream().filter(it -> it.folder().equals(folder)).findFirst();
    if (row.isEmpty()) {
      checks.getChildren().clear();
      facts.getChildren().clear();
      return;
    }
    table.choose(it -> it.folder().equals(folder));
    checksCard.title().setText(text("models.checks.of", row.get().name()));
    checksCard.subtitle().setText(folder.toString());
    checks.getChildren().setAll(new ChecksView(bench.look()).of(row.get()));
    factsCard.title().setText(text("models.facts.of", row.get().name()));
    facts
        .getChildren()
        .setAll(
            row.get()
                .catalog()
                .map(entry -> new FactsForm(model, bench.look(), row.get(), entry).node())
                .orElseGet(() -> new EmptyState(text("models.no-facts"), Optional.empty())));
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
