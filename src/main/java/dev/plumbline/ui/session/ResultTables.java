package dev.plumbline.ui.session;

import dev.plumbline.report.CsvWriter;
import dev.plumbline.report.FigureTable;
import dev.plumbline.study.CrossModalRows;
import dev.plumbline.study.EffectRows;
import dev.plumbline.study.ImportedResults;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import java.nio.file.Path;

/// Takes tables of association results into the study on screen and out of it.
public final class ResultTables {
  private final StudySession session;
  private final Look look;
  private final Workers workers;

  /// Columns of a table that is written.
  public enum Layout {
    /// Plumbline's own, with intervals and reasons.
    TIDY,
    /// Those of arXiv 2502.07957.
    CROSS_MODAL
  }

  /// Tables of a session.
  public ResultTables(StudySession session, Look look, Workers workers) {
    this.session = session;
    this.look = look;
    this.workers = workers;
  }

  /// Reads a table in the background and shows its models beside the measured ones.
  public void add(Path file) {
    new Latest<ImportedResults>(workers.quick(), workers.screen())
        .request(() -> ImportedResults.read(file), read -> take(file, read), this::tell);
  }

  private void take(Path file, ImportedResults results) {
    session.reported(look.text("undo.add-results", file.getFileName()), file, results);
    results.notes().forEach(session.notices()::warning);
  }

  /// Writes all results in the background.
  public void save(Path file, Layout layout) {
    StudyRequest request = session.request();
    StudyResult result = session.result();
    new Latest<Path>(workers.quick(), workers.screen())
        .request(
            () -> {
              CsvWriter.write(file, table(request, result, layout));
              return file;
            },
            written -> session.notices().information(look.text("figure.saved", written)),
            this::tell);
  }

  private static FigureTable table(StudyRequest request, StudyResult result, Layout layout) {
    return switch (layout) {
      case TIDY ->
          new FigureTable(
              EffectRows.COLUMNS, result.bias().stream().map(EffectRows::cells).toList());
      case CROSS_MODAL ->
          new FigureTable(
              CrossModalRows.COLUMNS, new CrossModalRows(request.battery(), result).cells());
    };
  }

  private void tell(Exception failure) {
    session.notices().error(String.valueOf(failure.getMessage()));
  }
}
