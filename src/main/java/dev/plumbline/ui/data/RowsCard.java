package dev.plumbline.ui.data;

import dev.plumbline.manifest.Preview;
import dev.plumbline.manifest.Reject;
import dev.plumbline.report.CsvWriter;
import dev.plumbline.report.FigureTable;
import dev.plumbline.report.RejectTable;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.EmptyState;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Guarded;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Segments;
import dev.plumbline.ui.part.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The first rows of the manifest looked at, found by words, or what could not be read of it.
final class RowsCard {
  private final Workbench bench;
  private final DataViewModel model;
  private final StackPane content = new StackPane();
  private final TextField search = new TextField();
  private final Button save;
  private final Segments<SampleView> views;
  private final Card card;
  private final Subscription listening;

  RowsCard(Workbench bench, DataViewModel model) {
    this.bench = bench;
    this.model = model;
    search.setId("preview-search");
    search.setPromptText(text("data.preview.search"));
    search.setAccessibleText(text("data.preview.search"));
    search.getStyleClass().add("small");
    save = new Button(text("data.rejects.save"));
    save.setId("rejects-save");
    save.getStyleClass().addAll("small");
    save.setOnAction(_ -> Guarded.run(bench, this::save));
    views =
        new Segments<SampleView>(
                "data-rows", model.sampleViewProperty(), view -> text("data.rows.view." + view))
            .listen();
    views.setChoices(List.of(SampleView.values()));
    card = new Card(text("data.preview")).actions(search, save, views).content(content);
    listening =
        Subscription.combine(
            model.opened().inspectionProperty().subscribe(this::show),
            model.sampleViewProperty().subscribe(this::show),
            model.opened().rejectsProperty().subscribe(this::show),
            search.textProperty().subscribe(this::show));
  }

  Node node() {
    return card;
  }

  void dispose() {
    listening.unsubscribe();
    views.dispose();
  }

  private void show() {
    boolean rejects = model.sampleViewProperty().get() == SampleView.REJECTS;
    search.setVisible(!rejects);
    search.setManaged(!rejects);
    save.setVisible(rejects);
    save.setManaged(rejects);
    if (rejects) {
      showRejects(model.opened().rejectsProperty().get());
    } else {
      showRows(model.opened().inspectionProperty().get());
    }
  }

  private void showRows(InspectionState state) {
    search.setDisable(!(state instanceof InspectionState.Opened));
    if (!(state instanceof InspectionState.Opened opened)) {
      card.title().setText(text("data.preview"));
      card.subtitle()
          .setText(
              state instanceof InspectionState.Opening opening
                  ? text("data.opening", opening.id())
                  : "");
      content.getChildren().clear();
      return;
    }
    Preview rows = opened.inspection().preview();
    List<List<String>> found = RowSearch.of(rows, search.getText());
    card.title().setText(text("data.preview.of", opened.inspection().manifest().id()));
    card.subtitle()
        .setText(
            found.size() == rows.rows().size()
                ? text("data.preview.subtitle", rows.rows().size())
                : text("data.preview.found", found.size(), rows.rows().size()));
    content.getChildren().setAll(table(rows, found));
  }

  private void showRejects(List<Reject> rejects) {
    card.title().setText(text("data.rejects.title"));
    FigureTable table = RejectTable.of(rejects, model.opened().statuses());
    save.setDisable(table.rows().isEmpty());
    if (table.rows().isEmpty()) {
      card.subtitle().setText("");
      content.getChildren().setAll(new EmptyState(text("data.rejects.none"), Optional.empty()));
      return;
    }
    long rows = rejects.stream().mapToLong(Reject::rows).sum();
    long unknown = rejects.stream().filter(reject -> reject.rows() == 0).count();
    card.subtitle().setText(text("data.rejects.subtitle", rows, unknown, model.opened().failed()));
    content.getChildren().setAll(table(table));
  }

  private void save() {
    String name = model.chosenProperty().get() + " rejects";
    bench
        .dialogs()
        .save(FileDialogs.Kind.CSV, name)
        .ifPresent(
            file ->
                CsvWriter.write(
                    file,
                    RejectTable.of(
                        model.opened().rejectsProperty().get(), model.opened().statuses())));
  }

  private Node table(FigureTable rejects) {
    RowTable<List<String>> table = new RowTable<>("rejects", text("data.rejects.title"));
    table
        .text(text("data.rejects.file"), 150, row -> name(row.get(0)))
        .text(text("data.rejects.line"), 60, row -> row.get(1))
        .text(text("data.rows"), 70, row -> row.get(2))
        .text(
            text("data.rejects.reason"),
            360,
            row -> row.get(3).isEmpty() ? row.get(4) : row.get(3));
    table.setRows(rejects.rows());
    return table.view();
  }

  private static String name(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private Node table(Preview rows, List<List<String>> found) {
    RowTable<List<String>> table = new RowTable<>("preview", text("data.preview"));
    for (int i = 0; i < rows.columns().size(); i++) {
      int column = i;
      String name = rows.columns().get(i);
      table.text(
          name, width(rows, column), cells -> cells.get(column) == null ? "" : cells.get(column));
    }
    table.setRows(found);
    return table.view();
  }

  private static double width(Preview rows, int column) {
    int longest =
        rows.rows().stream()
            .map(cells -> cells.get(column))
            .mapToInt(cell -> cell == null ? 0 : cell.length())
            .max()
            .orElse(0);
    return Math.clamp(Math.max(longest, rows.columns().get(column).length()) * 7.5 + 20, 70, 320);
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
