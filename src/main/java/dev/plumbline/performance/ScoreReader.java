package dev.plumbline.performance;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonStreamParser;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads published or tidy score tables, recognised by content, whatever their suffix.
///
/// Known: open_clip's result tables (wide CSV), CLIP_benchmark's JSON and `build` CSV, the
/// scaling-laws CSV, DataComp's `eval_results.jsonl`, and `model,dataset,metric,value,source`.
/// Datasets and metrics keep the names of their source; models of open_clip and CLIP_benchmark are
/// `name` + space + `pretrained`, so that their tables join. A score without a finite value is left
/// out and noted.
public final class ScoreReader {
  private static final List<ScoreFormat> FORMATS =
      List.of(new TidyScores(), new BenchmarkTable(), new ScalingLawsTable(), new WideScores());

  private ScoreReader() {}

  /// The scores of a file, without the notes.
  ///
  /// @throws PlumblineException if the file is none of the known kinds or a cell cannot be read
  public static List<Score> read(Path file) {
    return readTable(file).scores();
  }

  /// The scores of a file with its recognised kind and what was left out.
  ///
  /// @throws PlumblineException if the file is none of the known kinds or a cell cannot be read
  public static ScoreTable readTable(Path file) {
    String text = TextFile.read(file);
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw new PlumblineException(file + " is empty: it holds no scores.");
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return new BenchmarkJson(file).read(objects(file, text));
    }
    CsvTable table = CsvTable.parse(file, text);
    for (ScoreFormat format : FORMATS) {
      if (format.recognises(table)) {
        return format.read(table, file.getFileName().toString());
      }
    }
    throw new PlumblineException(
        ("%s is no known score table: its header is \"%s\", expected for example"
                + " \"model,dataset,metric,value,source\" or a results table of open_clip.")
            .formatted(file, shortened(String.join(",", table.header()))));
  }

  private static List<JsonElement> objects(Path file, String text) {
    List<JsonElement> objects = new ArrayList<>();
    try {
      JsonStreamParser parser = new JsonStreamParser(text);
      while (parser.hasNext()) {
        JsonElement next = parser.next();
        if (next.isJsonArray()) {
          next.getAsJsonArray().forEach(objects::add);
        } else {
          objects.add(next);
        }
      }
    } catch (JsonParseException e) {
      throw new PlumblineException(
          "%s is not valid JSON after object %d: check that it is complete."
              .formatted(file, objects.size()),
          e);
    }
    return objects;
  }

  private static String shortened(String header) {
    return header.length() <= 120 ? header : header.substring(0, 120) + "…";
  }
}
