package dev.plumbline.ui.models;

import dev.plumbline.embedding.CatalogEntry;
import dev.plumbline.embedding.Device;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FileDialogs;
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
  private final ChecksCard checks;
  private final StackPane facts = new StackPane();
  private final Card factsCard;
  private final GridPane node;
  private Optional<Shown> shown = Optional.empty();
  private final ListChangeListener<ModelRow> rowListener = _ -> showRows();
  private final Subscription listening;

  /// What the form of facts depends on.
  private record Shown(
      Path folder,
      Optional<CatalogEntry> catalog,
      Optional<String> trainedOn,
      List<String> manifests) {}

  /// The page in the language of now.
  public ModelsPage(Workbench bench, ModelsViewModel model) {
    this.bench = bench;
    this.model = model;
    table =
        new ModelsTable(bench, model)
            .of(
                new EmptyState(
                    text("empty.models"),
                    Optional.of(new EmptyState.Way(text("models.add"), this::add))));
    table
        .view()
        .setOnKeyPressed(
            event -> {
              if (event.getCode() == KeyCode.DELETE) {
                removeChosen();
                event.consume();
              }
            });
    checks = new ChecksCard(bench, model);
    factsCard = new Card(text("models.facts")).content(facts);
    factsCard.subtitle().setText(text("models.facts.subtitle"));
    node =
        Quarters.columns(
            "page-models",
            new double[] {62, 38},
            Quarters.rows(new double[] {60, 40}, modelsCard(), factsCard),
            Quarters.rows(new double[] {100}, checks.card()));
    model.rows().addListener(rowListener);
    showRows();
    listening =
        Subscription.combine(
            model.chosenProperty().subscribe(_ -> showChosen()),
            model.embeddedProperty().subscribe(_ -> table.view().refresh()),
            model.preflights().openProperty().subscribe(_ -> table.view().refresh()));
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    model.rows().removeListener(rowListener);
    listening.unsubscribe();
    checks.dispose();
  }

  private Card modelsCard() {
    Button add = new Button(text("models.add"), new FontIcon(MaterialDesignP.PLUS));
    add.setId("models-add");
    add.getStyleClass().add("small");
    add.setTooltip(new Tooltip(text("models.add.tip")));
    add.setOnAction(_ -> add());
    Button vectors = new Button(text("models.add-vectors"), new FontIcon(MaterialDesignP.PLUS));
    vectors.setId("models-add-vectors");
    vectors.getStyleClass().add("small");
    vectors.setTooltip(new Tooltip(text("models.add-vectors.tip")));
    vectors.setOnAction(_ -> addVectors());
    Button remove = new Button(text("remove"), new FontIcon(MaterialDesignD.DELETE_OUTLINE));
    remove.setId("models-remove");
    remove.getStyleClass().addAll("small", "flat");
    remove.setOnAction(_ -> removeChosen());
    remove.disableProperty().bind(model.chosenProperty().isNull());
    Button check = new Button(text("models.check-all"), new FontIcon(MaterialDesignP.PLAY_OUTLINE));
    check.setId("models-check-all");
    check.getStyleClass().add("small");
    check.setTooltip(new Tooltip(text("models.check-all.tip")));
    check.setOnAction(_ -> model.checkAll());
    Card card =
        new Card(text("models.title"))
            .actions(remove, vectors, add)
            .choices(device(), check)
            .content(table.view());
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

  private void add() {
    Guarded.run(bench, () -> bench.dialogs().folder(text("models.add")).ifPresent(model::add));
  }

  private void addVectors() {
    Guarded.run(
        bench,
        () -> {
          List<Path> files = bench.dialogs().open(FileDialogs.Kind.VECTORS);
          if (!files.isEmpty()) {
            model.addVectors(files);
          }
        });
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
    checks.show(row);
    row.ifPresent(_ -> table.choose(it -> it.folder().equals(folder)));
    showFacts(row);
  }

  /// A form that is being filled in stays as it is while nothing it shows has changed.
  private void showFacts(Optional<ModelRow> row) {
    Optional<Shown> now =
        row.map(it -> new Shown(it.folder(), it.catalog(), it.trainedOn(), model.manifests()));
    if (now.equals(shown) && now.isPresent()) {
      return;
    }
    shown = now;
    if (row.isEmpty()) {
      facts.getChildren().clear();
      return;
    }
    factsCard.title().setText(text("models.facts.of", row.get().name()));
    facts
        .getChildren()
        .setAll(
            row.get()
                .catalog()
                .map(entry -> new FactsForm(model, bench, row.get(), entry).node())
                .orElseGet(() -> new EmptyState(text("models.no-facts"), Optional.empty())));
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
