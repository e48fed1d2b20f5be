package dev.plumbline.relation;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.CsvTable;
import dev.plumbline.performance.Score;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads tables of association results that others publish, or that Plumbline wrote: cross-modal
/// results of arXiv 2502.07957 with or without facts of models, its image tests, the image tests'
/// own `results-full.csv`, sentence tests' `results.tsv`, and the tidy table
/// `model,test,category,order,d[,p,…]`. Told apart by their columns, which may stand in any order.
///
/// Rows without d are left out and noted, as are repeated rows of one model, test and order. Where
/// one model name stands for several pretraining datasets, the dataset is added to the name.
public final class ResultTableReader {
  private static final double SMALLEST_COUNT = 100_000;
  private static final double MILLION = 1e6;
  private static final int HEADER_CHARS = 8192;

  private final Path file;
  private final CsvTable table;
  private final ResultLayout layout;
  private final Map<ModelId, ReportedModel> models = new LinkedHashMap<>();
  private final List<ReportedEffect> effects = new ArrayList<>();
  private final Map<List<Object>, Score> scores = new LinkedHashMap<>();
  private int empty;
  private int repeated;

  private ResultTableReader(Path file, CsvTable table, ResultLayout layout) {
    this.file = file;
    this.table = table;
    this.layout = layout;
  }

  /// Reads a file.
  ///
  /// @throws PlumblineException if it is none of the known tables or a cell cannot be read
  public static ResultTable read(Path file) {
    CsvTable table = CsvTable.read(file);
    ResultLayout layout =
        ResultLayout.of(table)
            .orElseThrow(
                () ->
                    new PlumblineException(
                        ("%s is no known table of association results: its header is \"%s\","
                                + " expected for example \"model,test,category,order,d\".")
                            .formatted(file, String.join(",", table.header()))));
    return new ResultTableReader(file, table, layout).read();
  }

  /// Whether a file's first line is the header of such a table; false for what is no text.
  public static boolean isResultTable(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      char[] start = new char[HEADER_CHARS];
      int n = reader.read(start);
      String line = n <= 0 ? "" : new String(start, 0, n).lines().findFirst().orElse("");
      String header = line.startsWith("\uFEFF") ? line.substring(1) : line;
      String delimiter = header.indexOf('\t') >= 0 ? "\t" : ",";
      return ResultLayout.of(
              Arrays.stream(header.split(delimiter, -1))
                  .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                  .toList())
          .isPresent();
    } catch (IOException _) {
      return false;
    }
  }

  private ResultTable read() {
    boolean byDataset = severalDatasets();
    Set<List<Object>> seen = new HashSet<>();
    for (CsvTable.Row row : table.rows()) {
      OptionalDouble d = row.number(layout.columns().d());
      if (d.isEmpty()) {
        empty++;
        continue;
      }
      ReportedEffect effect = effect(row, d.getAsDouble(), model(row, byDataset));
      if (!seen.add(List.of(effect.model(), effect.test(), effect.order()))) {
        repeated++;
        continue;
      }
      effects.add(effect);
      models.computeIfAbsent(effect.model(), id -> facts(row, id));
      score(row, effect.model(), "vtab", "VTAB");
      score(row, effect.model(), "vtab+", "VTAB+");
    }
    if (effects.isEmpty()) {
      throw new PlumblineException(file + " holds no effect size: every row lacks its d.");
    }
    return new ResultTable(
        layout.words(),
        effects,
        List.copyOf(models.values()),
        List.copyOf(scores.values()),
        notes());
  }

  private boolean severalDatasets() {
    if (!table.has(List.of("pretraining_dataset"))) {
      return false;
    }
    String model = layout.columns().model();
    return table.rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> row.text(model),
                Collectors.mapping(row -> row.text("pretraining_dataset"), Collectors.toSet())))
        .values()
        .stream()
        .anyMatch(datasets -> datasets.size() > 1);
  }

  private ModelId model(CsvTable.Row row, boolean byDataset) {
    String name = row.required(layout.columns().model());
    String dataset = byDataset ? row.text("pretraining_dataset") : "";
    return new ModelId(dataset.isBlank() ? name : name + " " + dataset);
  }

  private ReportedEffect effect(CsvTable.Row row, double d, ModelId model) {
    ResultLayout.Columns columns = layout.columns();
    OptionalDouble permutations = optional(row, columns.permutations());
    Order order = layout.order(row);
    return new ReportedEffect(
        model,
        layout.test(row),
        layout.category(row),
        order,
        d,
        probability(row, columns.p()),
        permutations.isPresent()
            ? OptionalLong.of((long) permutations.getAsDouble())
            : OptionalLong.empty(),
        layout.counts(row),
        layout.names(row),
        text(row, "source").orElseGet(() -> String.valueOf(file.getFileName())));
  }

  private OptionalDouble probability(CsvTable.Row row, String column) {
    OptionalDouble p = optional(row, column);
    if (p.isPresent() && (p.getAsDouble() < 0 || p.getAsDouble() > 1)) {
      throw new PlumblineException(
          row.place(column) + " holds " + row.text(column) + ", but a p lies between 0 and 1.");
    }
    return p;
  }

  private ReportedModel facts(CsvTable.Row row, ModelId id) {
    OptionalDouble parameters = optional(row, "params");
    double unit = parameters.isPresent() && parameters.getAsDouble() < SMALLEST_COUNT ? MILLION : 1;
    return new ReportedModel(
        id,
        text(row, "architecture"),
        text(row, "architecture_family"),
        text(row, "pretraining_dataset"),
        text(row, "dataset_family"),
        parameters.isPresent()
            ? OptionalLong.of(Math.round(parameters.getAsDouble() * unit))
            : OptionalLong.empty());
  }

  private void score(CsvTable.Row row, ModelId model, String column, String dataset) {
    OptionalDouble value = optional(row, column);
    if (value.isPresent()) {
      scores.putIfAbsent(
          List.of(model, dataset),
          new Score(
              model,
              dataset,
              "as reported",
              value.getAsDouble(),
              0,
              String.valueOf(file.getFileName())));
    }
  }

  private static OptionalDouble optional(CsvTable.Row row, String column) {
    return row.has(column) ? row.number(column) : OptionalDouble.empty();
  }

  private static Optional<String> text(CsvTable.Row row, String column) {
    return row.has(column)
        ? Optional.of(row.text(column)).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (empty > 0) {
      notes.add(file.getFileName() + ": " + empty + " rows have no d and were left out.");
    }
    if (repeated > 0) {
      notes.add(
          "%s: %d rows repeat a model, test and order and were left out."
              .formatted(file.getFileName(), repeated));
    }
    return notes;
  }
}
