package dev.plumbline.ui.part;

import dev.plumbline.report.CsvWriter;
import dev.plumbline.report.DeckCover;
import dev.plumbline.report.DeckWriter;
import dev.plumbline.report.Figure;
import dev.plumbline.report.FigureTable;
import dev.plumbline.report.PngWriter;
import dev.plumbline.report.SvgWriter;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.TaskQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Takes charts elsewhere: to files in the background, to the clipboard as a picture.
public final class FigureExports {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private static final PngWriter PNG = new PngWriter(960, 600, 2);
  private static final SvgWriter SVG = new SvgWriter(960, 600);

  private final StudySession session;
  private final TaskQueue tasks;
  private final Look look;
  private final FileDialogs dialogs;

  /// Formats of files.
  public enum Format {
    PNG(FileDialogs.Kind.PNG),
    SVG(FileDialogs.Kind.SVG),
    CSV(FileDialogs.Kind.CSV),
    PPTX(FileDialogs.Kind.PPTX);

    private final FileDialogs.Kind kind;

    Format(FileDialogs.Kind kind) {
      this.kind = kind;
    }
  }

  /// Exports of the charts of a session.
  public FigureExports(StudySession session, TaskQueue tasks, Look look, FileDialogs dialogs) {
    this.session = session;
    this.tasks = tasks;
    this.look = look;
    this.dialogs = dialogs;
  }

  /// Asks for a file and writes one chart to it.
  public void save(Figure figure, Format format) {
    String note = StudyCover.of(session.study(), look).note();
    dialogs
        .save(format.kind, figure.id())
        .ifPresent(file -> submit(file, () -> write(figure, format, file, note)));
  }

  /// Asks for a file and writes a table to it as CSV.
  public void save(String name, FigureTable table) {
    dialogs
        .save(FileDialogs.Kind.CSV, name)
        .ifPresent(file -> submit(file, () -> CsvWriter.write(file, table)));
  }

  /// Asks for a file and writes a deck of charts to it.
  public void saveDeck(List<Figure> figures) {
    String name = session.request().name();
    if (figures.isEmpty()) {
      session.notices().warning(look.text("deck.empty"));
      return;
    }
    DeckCover cover = StudyCover.of(session.study(), look);
    dialogs
        .save(FileDialogs.Kind.PPTX, name)
        .ifPresent(file -> submit(file, () -> DeckWriter.write(file, cover, figures)));
  }

  /// Puts a picture of a chart on the clipboard.
  public void copy(ChartPane chart) {
    if (chart.figure().isPresent()) {
      ClipboardContent content = new ClipboardContent();
      content.putImage(chart.picture());
      Clipboard.getSystemClipboard().setContent(content);
    }
  }

  /// Puts a table on the clipboard: a line of titles and lines of tab-separated cells, at full
  /// precision.
  void copy(FigureTable table) {
    ClipboardContent content = new ClipboardContent();
    content.putString(
        Stream.concat(Stream.of(table.columns()), table.rows().stream())
            .map(
                cells ->
                    cells.stream()
                        .map(cell -> cell.replaceAll("[\t\r\n]+", " "))
                        .collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n", "", "\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Lets the copy key of a focused chart copy its picture.
  void copyOn(ChartPane chart) {
    chart.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (COPY.match(event)) {
            copy(chart);
            event.consume();
          }
        });
  }

  private void submit(Path file, Runnable writing) {
    tasks.submit(
        (progress, _) -> {
          progress.update(look.text("task.writing", file.getFileName()), 0, 0);
          writing.run();
          return file;
        },
        new TaskQueue.Outcome<>(
            path -> session.notices().information(look.text("figure.saved", path)),
            () -> {},
            session.notices()::error));
  }

  private static void write(Figure figure, Format format, Path file, String note) {
    switch (format) {
      case PNG -> PNG.write(file, figure);
      case SVG -> SVG.write(file, figure);
      case CSV -> CsvWriter.write(file, figure.table());
      case PPTX -> DeckWriter.write(file, note, List.of(figure));
    }
  }
}
