package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.ScoreReader;
import dev.plumbline.performance.ScoreTable;
import dev.plumbline.relation.CorrelationMethod;
import dev.plumbline.relation.EffectRowReader;
import dev.plumbline.relation.EffectTable;
import dev.plumbline.relation.Grouping;
import dev.plumbline.relation.Level;
import dev.plumbline.relation.RelationCell;
import dev.plumbline.relation.RelationResult;
import dev.plumbline.relation.RelationSettings;
import dev.plumbline.relation.Relations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `relate`: correlation of bias with performance.
@Command(
    name = "relate",
    mixinStandardHelpOptions = true,
    description = "Correlate d with a performance measure in each category and order.")
final class RelateCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @Option(
      names = "--results",
      required = true,
      paramLabel = "FILE",
      description = "Tidy CSV: model, test, category, order, d.")
  private Path results;

  @Option(
      names = "--scores",
      required = true,
      paramLabel = "FILE",
      description = "Tidy CSV: model, dataset, metric, value, source; or a published table.")
  private Path scores;

  @Option(
      names = "--performance",
      required = true,
      paramLabel = "NAME",
      description = "Dataset or aggregate to correlate with.")
  private String performance;

  @Option(names = "--metric", paramLabel = "METRIC", description = "Its metric, if it has several.")
  private String metric;

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "category,order",
      description = "What the cells are told apart by (default: category,order).")
  private List<String> by = List.of("category", "order");

  @Option(
      names = "--method",
      paramLabel = "pearson|spearman",
      description = "Kind of correlation (default: pearson).")
  private String method = "pearson";

  @Option(
      names = "--level",
      paramLabel = "row|model",
      description = "A point a row (default) or a point a model, its rows averaged.")
  private String level = "row";

  @Mixin private JsonOption json;

  RelateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RelationSettings settings = settings();
    EffectTable effects = EffectRowReader.read(results);
    ScoreTable table = ScoreReader.readTable(scores);
    RelationResult result = new Relations(settings).relate(effects.rows(), table.scores());
    List<String> notes = new ArrayList<>(effects.notes());
    notes.addAll(table.notes());
    notes.addAll(result.notes());
    JsonObject report = new JsonObject();
    report.addProperty("performance", result.performance());
    report.addProperty("metric", result.metric());
    report.addProperty("method", result.method().label());
    report.add("cells", JsonValues.list(result.cells(), RelateCommand::cell));
    report.add("notes", JsonValues.texts(notes));
    json.write(report, text(result, notes), terminal);
    return ExitCode.DONE;
  }

  private RelationSettings settings() {
    RelationSettings defaults = RelationSettings.defaults(performance);
    return new RelationSettings(
        performance,
        Optional.ofNullable(metric),
        choice("--method", method, CorrelationMethod.values(), CorrelationMethod::label),
        choice("--level", level, Level.values(), Level::label),
        by.stream()
            .map(name -> choice("--by", name, Grouping.values(), Grouping::label))
            .collect(Collectors.toSet()),
        defaults.confidence());
  }

  private static <T> T choice(String option, String value, T[] choices, Function<T, String> label) {
    return Arrays.stream(choices)
        .filter(choice -> label.apply(choice).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new PlumblineException(
                    "%s must be %s, not \"%s\"."
                        .formatted(
                            option,
                            Arrays.stream(choices).map(label).collect(Collectors.joining(" or ")),
                            value)));
  }

  private static JsonObject cell(RelationCell cell) {
    JsonObject json = new JsonObject();
    json.addProperty("category", cell.category());
    json.addProperty("order", cell.order());
    json.addProperty("n", cell.n());
    json.addProperty("models", cell.models());
    json.add("r", JsonValues.number(cell.r()));
    JsonValues.addBounds(json, cell.interval());
    json.add("p", JsonValues.number(cell.p()));
    json.add("q", JsonValues.number(cell.q()));
    cell.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  private static String text(RelationResult result, List<String> notes) {
    TextTable table = new TextTable("category", "order", "n", "r", "low", "high", "p", "q");
    for (RelationCell cell : result.cells()) {
      table.row(
          cell.category(),
          cell.order(),
          Integer.toString(cell.n()),
          TextTable.number(cell.r()),
          cell.interval().map(i -> TextTable.number(i.low())).orElse("–"),
          cell.interval().map(i -> TextTable.number(i.high())).orElse("–"),
          TextTable.p(cell.p()),
          TextTable.p(cell.q()));
    }
    StringBuilder text = new StringBuilder(table.toString());
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  @Override
  public List<String> inputs() {
    return List.of(results.toString(), scores.toString());
  }
}
