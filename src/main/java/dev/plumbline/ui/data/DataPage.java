package dev.plumbline.ui.data;

import dev.plumbline.core.DatasetId;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.data.count.CountStrip;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Dot;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FigureCard;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.Page;
import dev.plumbline.ui.part.Quarters;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Manifests side by side; columns, facets and first rows of the one looked at.
public final class DataPage implements Page {
  private final Workbench bench;
  private final LexiconMenu lexicons;
  private final DataViewModel model;
  private final RowTable<ManifestRow> manifests;
  private final StackPane columns = new StackPane();
  private final Card columnsCard;
  private final RowsCard rowsCard;
  private final Segments<String> facets;
  private final CountStrip counts;
  private final FigureCard facetCard;
  private final GridPane node;
  private final ListChangeListener<ManifestRow> rowListener = _ -> showRows();
  private final ListChangeListener<String> facetListener;
  private final Subscription listening;

  /// The page in the language of now.
  public DataPage(Workbench bench, DataViewModel model) {
    this.bench = bench;
    this.model = model;
    lexicons = new LexiconMenu(bench, model);
    manifests = manifestTable();
    columnsCard = new Card(text("data.columns")).content(columns);
    rowsCard = new RowsCard(bench, model);
    facets =
        new Segments<>("data-facet", model.facetProperty(), this::facetName).wrapping().listen();
    facetListener = _ -> facets.setChoices(List.copyOf(model.facets()));
    counts = new CountStrip(bench, model.counts());
    facetCard =
        new FigureCard(
                "data-facets",
                text("data.facets"),
                model.facetFigure(),
                bench.look(),
                Optional.of(new EmptyState.Way(text("run.run"), bench.runs()::run)),
                bench.exports(),
                _ -> {})
            .scrolling()
            .choices(facets)
            .line(counts.node())
            .listen();
    node =
        Quarters.columns(
            "page-data",
            new double[] {54, 46},
            Quarters.rows(new double[] {38, 62}, manifestCard(), rowsCard.node()),
            Quarters.rows(new double[] {46, 54}, columnsCard, facetCard.node()));
    model.rows().addListener(rowListener);
    model.facets().addListener(facetListener);
    facets.setChoices(List.copyOf(model.facets()));
    showRows();
    listening =
        Subscription.combine(
            model.opened().inspectionProperty().subscribe(this::showInspection),
            model.chosenProperty().subscribe(this::showChosen));
  }

  @Override
  public Parent node() {
    return node;
  }

  @Override
  public void dispose() {
    model.rows().removeListener(rowListener);
    model.facets().removeListener(facetListener);
    facets.dispose();
    facetCard.dispose();
    counts.dispose();
    lexicons.dispose();
    rowsCard.dispose();
    listening.unsubscribe();
  }

  private Card manifestCard() {
    SplitMenuButton add = new SplitMenuButton();
    add.setText(text("data.add"));
    add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
    add.setId("data-add");
    add.getStyleClass().add("small");
    add.setOnAction(_ -> add());
    add.getItems()
        .setAll(
            item("data-add-files", "data.add.files", this::add),
            item("data-add-folder", "data.add.folder", this::addFolder),
            item("data-add-cluster", "data.add.cluster", this::addFromCluster));
    Button remove = new Button("", new FontIcon(MaterialDesignD.DELETE_OUTLINE));
    remove.setAccessibleText(text("remove"));
    remove.setTooltip(new Tooltip(text("remove")));
    remove.setId("data-remove");
    remove.getStyleClass().addAll("small", "flat");
    remove.setOnAction(_ -> removeChosen());
    remove.disableProperty().bind(model.chosenProperty().isNull());
    Card card =
        new Card(text("data.title"))
            .actions(lexicons.node(), remove, add)
            .content(manifests.view());
    card.subtitle().setText(text("data.subtitle"));
    return card;
  }

  private RowTable<ManifestRow> manifestTable() {
    NumberStyle numbers = new NumberStyle(bench.look().locale());
    RowTable<ManifestRow> table =
        new RowTable<ManifestRow>("manifests", text("data.title"))
            .text(
                text("data.name"),
                190,
                row -> row.id().value(),
                row -> Dot.of(bench, Optional.of(row.id().value())))
            .number(text("data.rows"), 70, ManifestRow::rows, value -> numbers.decimal(value, 0))
            .number(
                text("data.failed"), 56, ManifestRow::failed, value -> numbers.decimal(value, 0))
            .number(
                text("data.size"), 70, ManifestRow::bytes, bytes -> numbers.decimal(bytes / 1e6, 2))
            .number(
                text("data.words"),
                70,
                row -> row.mean("captionWords"),
                mean -> numbers.decimal(mean, 1))
            .number(
                text("data.similarity"),
                76,
                row -> row.mean("similarity"),
                mean -> numbers.decimal(mean, 3))
            .number(
                text("data.rejects"), 64, ManifestRow::rejects, value -> numbers.decimal(value, 0))
            .text(text("data.files"), 160, DataPage::files);
    table.placeholder(
        new EmptyState(
            text("empty.manifests"), Optional.of(new EmptyState.Way(text("data.add"), this::add))));
    table.onChosen(row -> model.chosenProperty().set(row.id()));
    table
        .view()
        .setOnKeyPressed(
            event -> {
              if (event.getCode() == KeyCode.DELETE) {
                removeChosen();
                event.consume();
              }
            });
    return table;
  }

  private MenuItem item(String id, String key, Runnable action) {
    MenuItem item = new MenuItem(text(key));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void addFolder() {
    Guarded.run(
        bench,
        () ->
            bench
                .dialogs()
                .folder(text("data.add.folder"))
                .ifPresent(folder -> model.add(List.of(folder))));
  }

  private void addFromCluster() {
    new ClusterDialog(bench, model, EngineAddress.missingClient()).show(node);
  }

  private void add() {
    Guarded.run(bench, () -> model.add(bench.dialogs().open(FileDialogs.Kind.MANIFEST)));
  }

  private static String files(ManifestRow row) {
    String files = String.join(", ", row.source().files());
    return row.source().cluster().map(cluster -> cluster + " · " + files).orElse(files);
  }

  private void removeChosen() {
    if (model.chosenProperty().get() != null) {
      model.remove(model.chosenProperty().get());
    }
  }

  private void showRows() {
    manifests.setRows(List.copyOf(model.rows()));
    showChosen(model.chosenProperty().get());
  }

  private void showChosen(DatasetId id) {
    manifests.choose(row -> row.id().equals(id));
  }

  private void showInspection(InspectionState state) {
    switch (state) {
      case InspectionState.Nothing _ -> showSentence("");
      case InspectionState.Opening opening -> showSentence(text("data.opening", opening.id()));
      case InspectionState.Failed failed ->
          showSentence(bench.look().messages().sentence(failed.sentence()));
      case InspectionState.Opened opened -> {
        Manifest manifest = opened.inspection().manifest();
        columns
            .getChildren()
            .setAll(new ColumnAssignment(bench.look(), model::assign, manifest).node());
        columnsCard.title().setText(text("data.columns.of", manifest.id()));
        columnsCard
            .subtitle()
            .setText(
                text(
                        "data.columns.subtitle",
                        manifest.format(),
                        manifest.files().size(),
                        manifest.columns().size())
                    + manifest.notes().stream().map(" "::concat).collect(Collectors.joining()));
      }
    }
  }

  private void showSentence(String sentence) {
    columnsCard.title().setText(text("data.columns"));
    columnsCard.subtitle().setText("");
    columns.getChildren().setAll(new EmptyState(sentence, Optional.empty()));
  }

  private String facetName(String facet) {
    String key = "facet." + facet;
    return bench.look().messages().has(key) ? text(key) : facet;
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
