package dev.plumbline.relation;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Reads effect sizes from CSV: `model,test,category,order,d[,p]`, columns in any order, others
/// ignored; or one of the published tables that [ResultTableReader] knows. Names are kept exactly
/// as written. Rows whose d is empty (not defined, or skipped) are left out and noted.
public final class EffectRowReader {
  private static final List<String> COLUMNS = List.of("model", "test", "category", "order", "d");

  private EffectRowReader() {}

  /// Reads a file.
  ///
  /// @throws PlumblineException if a column is missing or a cell cannot be read
  public static EffectTable read(Path file) {
    CsvTable table = CsvTable.read(file);
    if (!table.has(COLUMNS) && ResultLayout.of(table).isPresent()) {
      ResultTable published = ResultTableReader.read(file);
      return new EffectTable(
          published.effects().stream().map(ReportedEffect::row).toList(), published.notes());
    }
    table.require(COLUMNS);
    boolean hasP = table.header().contains("p");
    List<EffectRow> rows = new ArrayList<>();
    int without = 0;
    for (CsvTable.Row row : table.rows()) {
      OptionalDouble d = row.number("d");
      if (d.isEmpty()) {
        without++;
        continue;
      }
      rows.add(
          new EffectRow(
              new ModelId(row.required("model")),
              row.text("test"),
              row.text("category"),
              row.text("order"),
              d.getAsDouble(),
              hasP ? row.number("p") : OptionalDouble.empty()));
    }
    List<String> notes =
        without == 0
            ? List.of()
            : List.of(file.getFileName() + ": " + without + " rows have no d and were left out.");
    return new EffectTable(rows, notes);
  }
}
