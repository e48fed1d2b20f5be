package dev.plumbline.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Oracle;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreReaderTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Score score(String model, String dataset, String metric, double value, String s) {
    return new Score(new ModelId(model), dataset, metric, value, 0, s);
  }

  @Test
  void openClipTablesNameEachCellByItsMetric() throws IOException {
    Path file =
        file(
            "wide.csv",
            """
            name,pretrained,params (M),FLOPs (B),Average perf. on 38 datasets,ImageNet 1k,Caltech-101,FMoW
            ViT-B-32,openai,151.28,14.78,0.4,0.6332,0.9,
            """);
    ScoreTable table = ScoreReader.readTable(file);
    String model = "ViT-B-32 openai";
    assertEquals(
        List.of(
            score(model, "Average perf. on 38 datasets", "main_metric", 0.4, "wide.csv"),
            score(model, "ImageNet 1k", "acc1", 0.6332, "wide.csv"),
            score(model, "Caltech-101", "mean_per_class_recall", 0.9, "wide.csv")),
        table.scores());
    assertTrue(table.notes().getFirst().contains("1 scores have no finite value"));
  }

  @Test
  void retrievalColumnsBecomeDatasetAndMetric() throws IOException {
    Path file =
        file(
            "r.csv",
            """
            name,pretrained,params (M),FLOPs (B),Flickr image retr. R@1,WinoGAViL jaccard score 10-12
            B,o,1,1,0.5,0.25
            """);
    assertEquals(
        List.of(
            score("B o", "Flickr", "image_retrieval_recall@1", 0.5, "r.csv"),
            score("B o", "WinoGAViL", "jaccard_score_10-12", 0.25, "r.csv")),
        ScoreReader.read(file));
  }

  @Test
  void clipBenchmarkJsonMayHoldABareNan() throws IOException {
    Path file =
        file(
            "one.json",
            """
            {"dataset": "wds/vtab/pcam", "model": "ViT-B-32", "pretrained": "openai",
             "task": "zeroshot_classification",
             "metrics": {"acc1": 0.6, "acc5": NaN, "mean_per_class_recall": 0.61}, "language": "en"}
            """);
    ScoreTable table = ScoreReader.readTable(file);
    assertEquals(
        List.of(
            score("ViT-B-32 openai", "wds/vtab/pcam", "acc1", 0.6, "one.json"),
            score("ViT-B-32 openai", "wds/vtab/pcam", "mean_per_class_recall", 0.61, "one.json")),
        table.scores());
    assertEquals(1, table.notes().size());
  }

  @Test
  void clipBenchmarkTablesMayOrderTheirColumnsAsTheyLike() throws IOException {
    Path file =
        file(
            "build.csv",
            """
            acc1,dataset,model,text_retrieval_recall@5,pretrained,task,model_fullname
            0.5,mnist,B,,o,zeroshot_classification,B o
            ,flickr30k,B,0.9,o,zeroshot_retrieval,B o
            """);
    assertEquals(
        List.of(
            score("B o", "mnist", "acc1", 0.5, "build.csv"),
            score("B o", "flickr30k", "text_retrieval_recall@5", 0.9, "build.csv")),
        ScoreReader.read(file));
  }

  @Test
  void aggregatesOfTheScalingLawsTableAreLeftOut() throws IOException {
    Path file =
        file(
            "zeroshot_results.csv",
            """
            arch,samples_seen,upstream_dataset,downstream_dataset,acc1,acc5,task,name
            ViT-L-14,1e9,CLIP-WIT,vtab+,0.55,0.8,zeroshot_classification,openai
            ViT-L-14,1e9,CLIP-WIT,vtab/dtd,0.56,,zeroshot_classification,openai
            """);
    ScoreTable table = ScoreReader.readTable(file);
    assertEquals(
        List.of(score("ViT-L-14 openai", "vtab/dtd", "acc1", 0.56, "zeroshot_results.csv")),
        table.scores());
    assertTrue(table.notes().getFirst().contains("1 rows of aggregates"));
  }

  @Test
  void datacompResultsAreNamedByTheirFolderAndTheirRealMetric() throws IOException {
    Files.createDirectory(folder.resolve("my-model"));
    Path file =
        file(
            "my-model/eval_results.jsonl",
            """
            {"key": "vtab/caltech101", "dataset": "Caltech-101", "metrics": {"acc1": 0.8, "mean_per_class_recall": 0.9, "main_metric": 0.9}}
            {"key": "fairness/fairface", "dataset": "FairFace", "metrics": {"acc_race_avg": 0.7, "main_metric": null}}
            """);
    String source = "eval_results.jsonl";
    assertEquals(
        List.of(
            score("my-model", "Caltech-101", "acc1", 0.8, source),
            score("my-model", "Caltech-101", "mean_per_class_recall", 0.9, source),
            score("my-model", "FairFace", "acc_race_avg", 0.7, source)),
        ScoreReader.read(file));
  }

  @Test
  void tidyScoresKeepNamesAsWrittenWhateverTheSuffix() throws IOException {
    Path file =
        file(
            "scores.txt",
            "\uFEFFvalue,model,dataset,metric,source,n\n0.5,\" a, b \",ds,acc1,paper,200\n");
    assertEquals(
        List.of(new Score(new ModelId(" a, b "), "ds", "acc1", 0.5, 200, "paper")),
        ScoreReader.read(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "a,b,c|is no known score table",
        "model,dataset,metric,value\\nm,d,acc1,high|row 2, column value holds \"high\"",
        "model,dataset,metric,value\\nm,,acc1,1|row 2, column dataset is empty",
        "model,dataset,metric,value\\nm,d,acc1|row 2 has 3 cells but the header has 4",
        "model,dataset,metric,value,value\\nm,d,acc1,1,1|two columns named \"value\"",
        "model,dataset,metric,value\\nm,d,\"acc1,1|not a CSV table",
        "{\"dataset\": \"a\"}|has no \"metrics\"",
        "{\"metrics\": {\"acc1\": 1}, \"model\": \"m\"}|has no \"dataset\"",
        "{\"dataset\": |not valid JSON",
        "'name,pretrained,params (M),FLOPs (B),A,a\\n'|two columns named \"a\" but for case",
      })
  void badTablesAreOneSentenceThatNamesTheFile(String text, String expected) throws IOException {
    Path file = file("bad.csv", text.replace("\\n", "\n"));
    String message =
        assertThrows(PlumblineException.class, () -> ScoreReader.read(file)).getMessage();
    assertTrue(message.contains(expected) && message.contains("bad.csv"), message);
  }

  @Test
  void textThatIsNotUtf8AndMissingFilesAreSentences() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(
        latin, "model,dataset,metric,value\né,d,m,1\n".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(
        assertThrows(PlumblineException.class, () -> ScoreReader.read(latin))
            .getMessage()
            .contains("not UTF-8"));
    assertThrows(PlumblineException.class, () -> ScoreReader.read(folder.resolve("none.csv")));
  }

  @Test
  void thePublishedTableIsReadWholeAndItsAverageIsTheMeanOfItsColumns() {
    List<Score> scores = ScoreReader.read(Oracle.path("../real/openclip_results.csv"));
    assertEquals(121 * 39, scores.size());
    List<Aggregate> averages =
        Aggregates.of(scores).stream().filter(a -> a.name().equals("Average of 38")).toList();
    assertEquals(121, averages.size());
    for (Aggregate average : averages) {
      double printed =
          scores.stream()
              .filter(s -> s.model().equals(average.model()) && s.dataset().startsWith("Average"))
              .mapToDouble(Score::value)
              .findFirst()
              .orElseThrow();
      assertEquals(38, average.tasks().size());
      assertEquals(printed, average.value().orElseThrow(), 1e-4);
    }
    Score first = scores.getFirst();
    assertEquals("ViT-H-14-378-quickgelu dfn5b", first.model().value());
  }
}
