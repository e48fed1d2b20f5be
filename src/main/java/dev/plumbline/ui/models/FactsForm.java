package dev.plumbline.ui.models;

import dev.plumbline.embedding.CatalogEntry;
import dev.plumbline.embedding.CatalogPreset;
import dev.plumbline.embedding.CatalogRules;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Facts of a model that can be edited: the manifest it was trained on in this study, the others in
/// its bundle.
final class FactsForm {
  private static final double NARROW = 80;

  private final ModelsViewModel model;
  private final Workbench bench;
  private final Look look;
  private final ModelRow row;
  private final CatalogEntry entry;
  private final TextField name;
  private final TextField architecture;
  private final TextField family;
  private final TextField datasetFamily;
  private final TextField datasetSize;
  private final TextField activation;

  FactsForm(ModelsViewModel model, Workbench bench, ModelRow row, CatalogEntry entry) {
    this.model = model;
    this.bench = bench;
    this.look = bench.look();
    this.row = row;
    this.entry = entry;
    name = field("name", entry.name());
    architecture = field("architecture", entry.architecture().orElse(""));
    family = field("family", entry.architectureFamily().orElse(""));
    datasetFamily = field("dataset-family", entry.datasetFamily().orElse(""));
    datasetSize = field("dataset-size", size(entry.datasetSize()));
    activation = field("activation", entry.activation().orElse(""));
  }

  Node node() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form-grid");
    grid.getColumnConstraints().setAll(labels(), fields(), labels(), fields());
    grid.addRow(0, label("trained-on"), trainedOn(), label("dataset-family"), datasetFamily);
    grid.addRow(1, label("name"), name, label("dataset-size"), datasetSize);
    grid.addRow(2, label("architecture"), architecture, label("activation"), activation);
    grid.addRow(3, label("family"), family, label("parameters"), parameters());
    Button save = new Button(look.text("models.save"));
    save.setId("facts-save");
    save.getStyleClass().add("small");
    save.setMinWidth(Button.USE_PREF_SIZE);
    save.disableProperty().bind(changed().not());
    save.setOnAction(_ -> model.save(row.folder(), edited()));
    Label note = new Label(look.text(entry.proposed() ? "models.proposed" : "models.read"));
    note.getStyleClass().addAll("muted", "note");
    note.setMinWidth(0);
    HBox foot = new HBox(12, save, presets(), note);
    foot.setAlignment(Pos.CENTER_LEFT);
    grid.setMinWidth(0);
    VBox form = new VBox(8, grid, foot);
    form.setMinWidth(0);
    return form;
  }

  private static ColumnConstraints labels() {
    ColumnConstraints labels = new ColumnConstraints();
    labels.setPercentWidth(17);
    return labels;
  }

  private static ColumnConstraints fields() {
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    fields.setPercentWidth(33);
    return fields;
  }

  /// Fills families and size in from names, by one of the sets of rules.
  private MenuButton presets() {
    MenuButton menu = new MenuButton(look.text("models.fill"));
    menu.setId("facts-fill");
    menu.getStyleClass().add("small");
    menu.setMinWidth(MenuButton.USE_PREF_SIZE);
    menu.setTooltip(new Tooltip(look.text("models.fill.tip")));
    for (CatalogPreset preset : CatalogPreset.values()) {
      MenuItem item = new MenuItem(look.text("models.fill." + preset.label()));
      item.setId("facts-fill-" + preset.label());
      item.setOnAction(_ -> fill(preset.propose(edited())));
      menu.getItems().add(item);
    }
    MenuItem own = new MenuItem(look.text("models.fill.file"));
    own.setId("facts-fill-file");
    own.setOnAction(_ -> Guarded.run(bench, () -> ownRules().ifPresent(file -> fill(rules(file)))));
    MenuItem copy = new MenuItem(look.text("models.fill.copy"));
    copy.setId("facts-fill-copy");
    copy.setOnAction(
        _ ->
            Guarded.run(
                bench,
                () ->
                    bench
                        .dialogs()
                        .save(FileDialogs.Kind.CATALOG, "catalog")
                        .ifPresent(model::copyRules)));
    menu.getItems().addAll(new SeparatorMenuItem(), own, copy);
    return menu;
  }

  private Optional<Path> ownRules() {
    return bench.dialogs().open(FileDialogs.Kind.CATALOG).stream().findFirst();
  }

  private CatalogEntry rules(Path file) {
    return CatalogRules.read(file).propose(edited());
  }

  private void fill(CatalogEntry proposal) {
    family.setText(proposal.architectureFamily().orElse(""));
    datasetFamily.setText(proposal.datasetFamily().orElse(""));
    datasetSize.setText(size(proposal.datasetSize()));
  }

  private Label parameters() {
    Label count = new Label(new NumberStyle(look.locale()).decimal(row.parameters().orElse(0), 0));
    count.setId("facts-parameters");
    count.setMinWidth(0);
    count.setTooltip(new Tooltip(look.text("models.parameters.tip")));
    return count;
  }

  private BooleanBinding changed() {
    return name.textProperty()
        .isNotEqualTo(entry.name())
        .or(architecture.textProperty().isNotEqualTo(entry.architecture().orElse("")))
        .or(family.textProperty().isNotEqualTo(entry.architectureFamily().orElse("")))
        .or(datasetFamily.textProperty().isNotEqualTo(entry.datasetFamily().orElse("")))
        .or(datasetSize.textProperty().isNotEqualTo(size(entry.datasetSize())))
        .or(activation.textProperty().isNotEqualTo(entry.activation().orElse("")))
        .or(new SimpleBooleanProperty(entry.proposed()))
        .and(
            Bindings.createBooleanBinding(
                () -> isSize(datasetSize.getText()) && !name.getText().isBlank(),
                datasetSize.textProperty(),
                name.textProperty()));
  }

  private CatalogEntry edited() {
    return new CatalogEntry(
        entry.id(),
        name.getText().strip(),
        text(architecture),
        text(family),
        entry.pretrainingDataset(),
        text(datasetFamily),
        text(datasetSize)
            .map(digits -> OptionalLong.of(Long.parseLong(digits)))
            .orElseGet(OptionalLong::empty),
        entry.parameters(),
        text(activation),
        false);
  }

  private ComboBox<String> trainedOn() {
    String unknown = look.text("models.unknown");
    List<String> names = new ArrayList<>(List.of(unknown));
    names.addAll(model.manifests());
    row.trainedOn().filter(id -> !names.contains(id)).ifPresent(names::add);
    ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(names));
    box.setId("facts-trained-on");
    box.getStyleClass().add("small");
    box.setMinWidth(0);
    box.setPrefWidth(NARROW);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setValue(row.trainedOn().orElse(unknown));
    box.setTooltip(new Tooltip(look.text("models.trained-on.tip")));
    box.setAccessibleText(look.text("models.trained-on"));
    box.setOnAction(
        _ -> {
          Optional<String> wanted =
              Optional.of(box.getValue()).filter(value -> !value.equals(unknown));
          if (!wanted.equals(row.trainedOn())) {
            model.trainedOn(row.folder(), wanted);
          }
        });
    return box;
  }

  private TextField field(String key, String text) {
    TextField field = new TextField(text);
    field.setId("facts-" + key);
    field.getStyleClass().add("small");
    field.setMinWidth(0);
    field.setPrefWidth(NARROW);
    field.setAccessibleText(look.text("models." + key));
    field.setTooltip(new Tooltip(look.text("models." + key + ".tip")));
    return field;
  }

  private Label label(String key) {
    Label label = new Label(look.text("models." + key));
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(look.text("models." + key + ".tip")));
    return label;
  }

  private static Optional<String> text(TextField field) {
    return Optional.of(field.getText().strip()).filter(text -> !text.isEmpty());
  }

  private static String size(OptionalLong size) {
    return size.isPresent() ? Long.toString(size.getAsLong()) : "";
  }

  private static boolean isSize(String text) {
    return text.strip().matches("[0-9]{0,18}");
  }
}
