package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.performance.Aggregate;
import dev.plumbline.performance.Aggregates;
import dev.plumbline.performance.Discrepancies;
import dev.plumbline.performance.Score;
import dev.plumbline.performance.ScoreReader;
import dev.plumbline.performance.ScoreTable;
import dev.plumbline.report.CsvWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `scores`: published score tables, their aggregates and contradictions.
@Command(
    name = "scores",
    mixinStandardHelpOptions = true,
    description = "Read published score tables, form aggregates and list contradictions.")
final class ScoresCommand implements Callable<Integer>, FileCommand {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A score table, CSV or JSON.")
  private List<Path> files;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the scores as tidy CSV.")
  private Path csv;

  @Mixin private JsonOption json;

  ScoresCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Score> scores = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Path file : files) {
      terminal.cancellation().check();
      ScoreTable table = ScoreReader.readTable(file);
      scores.addAll(table.scores());
      notes.addAll(table.notes());
    }
    List<Aggregate> aggregates = Aggregates.of(scores);
    if (csv != null) {
      CsvWriter.write(csv, TidyTables.scores(scores));
    }
    JsonObject result = new JsonObject();
    result.add("scores", JsonValues.list(scores, ScoreJson::of));
    result.add("aggregates", JsonValues.list(aggregates, ScoreJson::of));
    result.add("discrepancies", JsonValues.list(Discrepancies.of(scores), ScoreJson::of));
    result.add("notes", JsonValues.texts(notes));
    json.write(result, text(scores, aggregates), terminal);
    return ExitCode.DONE;
  }

  private static String text(List<Score> scores, List<Aggregate> aggregates) {
    TextTable table = new TextTable("model", "aggregate", "value", "tasks", "missing");
    for (Aggregate aggregate : aggregates) {
      table.row(
          aggregate.model().value(),
          aggregate.name(),
          TextTable.number(aggregate.value()),
          Integer.toString(aggregate.tasks().size()),
          Integer.toString(aggregate.missing().size()));
    }
    long models = scores.stream().map(Score::model).distinct().count();
    return scores.size() + " scores of " + models + " models\n\n" + table;
  }

  @Override
  public List<String> inputs() {
    return files.stream().map(Path::toString).toList();
  }
}
