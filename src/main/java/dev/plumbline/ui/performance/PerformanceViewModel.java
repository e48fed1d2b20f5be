package dev.plumbline.ui.performance;

import dev.plumbline.core.ModelId;
import dev.plumbline.performance.Discrepancies;
import dev.plumbline.performance.Discrepancy;
import dev.plumbline.performance.Score;
import dev.plumbline.performance.ScoreReader;
import dev.plumbline.performance.Wilson;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.Figure;
import dev.plumbline.report.Measure;
import dev.plumbline.report.ScoreBars;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.FigureModel;
import dev.plumbline.ui.session.Latest;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.Offer;
import dev.plumbline.ui.session.PageModel;
import dev.plumbline.ui.session.ScoreBook;
import dev.plumbline.ui.session.ScoreBooks;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Scores by source, bars of one measure, and score tables to import.
public final class PerformanceViewModel extends PageModel {
  private final Workers workers;
  private final ScoreBooks books;
  private final Latest<List<Discrepancy>> comparing;
  private final ObservableList<Measure> measures = FXCollections.observableArrayList();
  private final ObservableList<Score> scores = FXCollections.observableArrayList();
  private final ObservableList<Path> tables = FXCollections.observableArrayList();
  private final ObservableList<Discrepancy> discrepancies = FXCollections.observableArrayList();
  private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>();
  private final BooleanProperty everything = new SimpleBooleanProperty();
  private final FigureModel bars;
  private ScoreBook compared = ScoreBook.empty();

  /// The Performance page of a session.
  public PerformanceViewModel(StudySession session, Look look, Workers workers, ScoreBooks books) {
    super(session, look, workers);
    this.workers = workers;
    this.books = books;
    comparing = new Latest<>(workers.quick(), workers.screen());
    bars = new FigureModel(workers);
    measure.subscribe(_ -> invalidate());
    everything.subscribe(_ -> invalidate());
    books.bookProperty().subscribe(_ -> invalidate());
    follow();
  }

  /// Reads a score table in the background and adds its scores.
  public void add(Path file) {
    new Latest<List<Score>>(workers.quick(), workers.screen())
        .request(
            () -> ScoreReader.read(file),
            read ->
                session().imported(look().text("undo.add-scores", file.getFileName()), file, read),
            failure -> session().notices().error(String.valueOf(failure.getMessage())));
  }

  /// Removes a score table and its scores; undo brings them back.
  public void remove(Path file) {
    session()
        .edit(
            look().text("undo.remove", file.getFileName()),
            request -> StudyEdits.withoutScores(request, file));
  }

  /// Picks a model out on all pages.
  public void highlight(ModelId id) {
    session().selection().onlyOfKind(new Choice.Model(id));
  }

  @Override
  protected void refresh() {
    ScoreBook book = books.book();
    List<Measure> known = book.measures();
    Offer.update(measures, known, measure, known.isEmpty() ? null : known.getFirst());
    Measure shown = measure.get();
    List<Score> now =
        book.scores().stream()
            .filter(score -> everything.get() || ScoreBook.measure(score).equals(shown))
            .toList();
    if (!scores.equals(now)) {
      scores.setAll(now);
    }
    if (!tables.equals(session().request().scoreFiles())) {
      tables.setAll(session().request().scoreFiles());
    }
    compare(book);
    if (shown == null) {
      bars.missing(look().text("empty.no-scores"));
    } else {
      ChartStyle style = style();
      StudyResult result = session().result();
      bars.show(List.of(book, shown, result.models(), style), figure(book, shown, result, style));
    }
  }

  @Override
  public List<Callable<Figure>> deck() {
    ScoreBook book = books.book();
    Optional<Measure> shown =
        Optional.ofNullable(measure.get())
            .filter(book.measures()::contains)
            .or(() -> book.measures().stream().findFirst());
    StudyResult result = session().result();
    ChartStyle style = style();
    return shown.map(it -> List.of(figure(book, it, result, style))).orElse(List.of());
  }

  private void compare(ScoreBook book) {
    if (book != compared) {
      compared = book;
      comparing.request(
          () -> Discrepancies.of(book.scores()),
          discrepancies::setAll,
          failure -> session().notices().error(String.valueOf(failure.getMessage())));
    }
  }

  private static Callable<Figure> figure(
      ScoreBook book, Measure measure, StudyResult result, ChartStyle style) {
    return () ->
        ScoreBars.of(
            book.scores(), measure, Wilson.intervals(book.scores()), result.models(), style);
  }

  /// Measures of which there are scores.
  public ObservableList<Measure> measures() {
    return measures;
  }

  /// Scores in the table.
  public ObservableList<Score> scores() {
    return scores;
  }

  /// Imported score tables.
  public ObservableList<Path> tables() {
    return tables;
  }

  /// Scores that sources give differently.
  public ObservableList<Discrepancy> discrepancies() {
    return discrepancies;
  }

  /// Measure of the bars, null if there is none.
  public ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  /// Whether the table lists all measures rather than the one of the bars.
  public BooleanProperty everythingProperty() {
    return everything;
  }

  /// Bars of one measure.
  public FigureModel bars() {
    return bars;
  }
}
