package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.association.IntervalMethod;
import dev.plumbline.association.PMethod;
import dev.plumbline.composition.DetectedLanguages;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
  void whatIsWrittenComesBackEqual(long seed) {
    Study study = new RandomStudies(seed, folder).next();
    Path file = folder.resolve("deep/er/study.plumb");
    StudyFile.write(file, study);
    assertEquals(study, StudyFile.read(file));
  }

  @Test
  void aStudyThatNamesNoPrecisionsStillOpens() throws IOException {
    Study study = withModel(folder.resolve("models/vit"));
    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, study);
    JsonObject tree = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    for (JsonElement model : tree.getAsJsonObject("request").getAsJsonArray("models")) {
      model.getAsJsonObject().remove("variant");
    }
    Files.writeString(file, tree.toString());
    assertEquals(study.request().models(), StudyFile.read(file).request().models());
  }

  @Test
  void aStudyWithoutPairsAndWordsStillOpens() throws IOException {
    Study study = new RandomStudies(3, folder).next();
    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, study);
    JsonObject tree = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    for (JsonElement each : tree.getAsJsonObject("result").getAsJsonArray("compositions")) {
      List.of("coOccurrence", "contrasts", "languages", "duplicates")
          .forEach(each.getAsJsonObject()::remove);
    }
    Files.writeString(file, tree.toString());
    StudyFile.read(file)
        .result()
        .compositions()
        .forEach(
            it -> {
              assertTrue(it.coOccurrence().isEmpty());
              assertTrue(it.contrasts().isEmpty());
              assertEquals(DetectedLanguages.none(), it.languages());
              assertEquals(List.of(), it.duplicates());
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 5, 7, 11})
  void aStudyWithoutTheMethodsOfPAndIntervalStillOpens(long seed) throws IOException {
    Study study = new RandomStudies(seed, folder).next();
    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, study);
    JsonObject tree = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    JsonObject settings = tree.getAsJsonObject("request").getAsJsonObject("association");
    settings.remove("method");
    settings.remove("intervalMethod");
    for (JsonElement row : tree.getAsJsonObject("result").getAsJsonArray("bias")) {
      JsonElement result = row.getAsJsonObject().get("result");
      if (result.isJsonObject()) {
        List.of("ddof", "alternative", "method").forEach(result.getAsJsonObject()::remove);
      }
    }
    Files.writeString(file, tree.toString());
    Study opened = StudyFile.read(file);
    AssociationSettings asked = opened.request().association();
    assertEquals(study.request().association().ddof(), asked.ddof());
    assertEquals(PMethod.PERMUTATION, asked.method());
    assertEquals(IntervalMethod.PERCENTILE, asked.intervalMethod());
    for (BiasRow row : opened.result().bias()) {
      row.measured()
          .ifPresent(
              it -> {
                assertEquals(asked.ddof(), it.ddof());
                assertEquals(asked.alternative(), it.alternative());
                assertEquals(PMethod.PERMUTATION, it.method());
              });
    }
  }

  @Test
  void aFolderOfDataAndStudyCanBeMoved() throws IOException {
    Study study = withModel(folder.resolve("here/models/vit"));
    StudyFile.write(folder.resolve("here/study.plumb"), study);
    Files.move(folder.resolve("here"), folder.resolve("there"));
    Study moved = StudyFile.read(folder.resolve("there/study.plumb"));
    assertEquals(folder.resolve("there/models/vit"), moved.request().models().getFirst().folder());
    assertFalse(Files.readString(folder.resolve("there/study.plumb")).contains("here"));
  }

  @Test
  void savingLeavesNothingButTheStudy() throws IOException {
    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, new RandomStudies(1, folder).next());
    StudyFile.write(file, new RandomStudies(2, folder).next());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aNumberThatIsNotFiniteIsRefusedAndTheOldFileStays() throws IOException {
    Path file = folder.resolve("study.plumb");
    Study good = new RandomStudies(3, folder).next();
    StudyFile.write(file, good);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Score(new ModelId("m"), "d", "m", 0.0 / 0, 1, "s"));
    Provenance broken =
        new Provenance(
            "v", "j", "s", java.util.Optional.empty(), Double.NaN, true, 1, List.of(), 1, Map.of());
    Study bad = new Study(good.request(), good.result(), broken, good.log());
    assertThrows(IllegalArgumentException.class, () -> StudyFile.write(file, bad));
    assertEquals(good, StudyFile.read(file));
  }

  @Test
  void rulesFlipsAndFurtherWordsOfABatteryComeBack() {
    Path file = folder.resolve("study.plumb");
    StudyRequest blank = new RandomStudies(7, folder).next().request();
    Study study =
        Study.of(
            new StudyRequest(
                "s",
                List.of(),
                blank.lexicon(),
                List.of(),
                dev.plumbline.stimulus.BatteryReader.bundled("ghate2025"),
                java.util.Optional.of(folder),
                List.of(),
                List.of(),
                blank.association(),
                List.of(folder.resolve("paper.csv")),
                WhatIfRequest.none(),
                List.of()));
    StudyFile.write(file, study);
    assertEquals(study, StudyFile.read(file));
  }

  @Test
  void aFileOfAnOlderPlumblineOpens() throws IOException {
    Path file = folder.resolve("study.plumb");
    Study made = new RandomStudies(6, folder).next();
    Study study =
        new Study(
            made.request()
                .with(
                    it -> {
                      it.resultFiles = List.of();
                      it.whatIf = WhatIfRequest.none();
                    }),
            made.result(),
            made.provenance(),
            made.log());
    StudyFile.write(file, study);
    String text = Files.readString(file);
    text = text.replaceAll("(?s),\\s*\"whatIf\": \\{.*?\\n  \\}(?=\\s*[,}])", "");
    assertTrue(!text.contains("whatIf") && text.length() < Files.size(file), "it was taken out");
    for (String member :
        List.of(
            "imageSource",
            "more",
            "textRule",
            "imageRule",
            "source",
            "expected",
            "flipped",
            "resultFiles",
            "retrieval",
            "reported")) {
      text = text.replaceAll(",\\s*\"" + member + "\": (null|\\[\\]|false)(?=\\s*[,}])", "");
    }
    assertTrue(text.length() < Files.size(file) - 100, "members were taken out");
    Files.writeString(file, text);
    assertEquals(study, StudyFile.read(file));
  }

  @Test
  void everyTruncationIsToldInOneSentence() throws IOException {
    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, new RandomStudies(4, folder).next());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length - 2; length += 97) {
      Path cut = folder.resolve("cut.plumb");
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      PlumblineException e =
          assertThrows(PlumblineException.class, () -> StudyFile.read(cut), "length " + length);
      assertSentence(e, "cut.plumb");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                            | is not a Plumbline study
          {"a": 1}                                      | is not a Plumbline study
          hello                                         | is not a Plumbline study
          {"schema": "plumbline-request/1"}             | is not a Plumbline study
          {"schema": "plumbline-study/2"}               | newer
          {"schema": "plumbline-study/1"}               | has no "request"
          {"schema": "plumbline-study/1", "request": 3} | is damaged
          """)
  void aForeignOrNewerFileIsToldInOneSentence(String content, String expected) throws IOException {
    Path file = folder.resolve("other.plumb");
    Files.writeString(file, content);
    PlumblineException e = assertThrows(PlumblineException.class, () -> StudyFile.read(file));
    assertSentence(e, "other.plumb");
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @Test
  void bytesThatAreNoTextAreToldInOneSentence() throws IOException {
    Path file = folder.resolve("picture.plumb");
    Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0});
    assertSentence(
        assertThrows(PlumblineException.class, () -> StudyFile.read(file)), "picture.plumb");
    assertSentence(
        assertThrows(PlumblineException.class, () -> StudyFile.read(folder.resolve("no.plumb"))),
        "no.plumb");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldInOneSentence() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Study study = new RandomStudies(1, folder).next();
    PlumblineException e =
        assertThrows(
            PlumblineException.class, () -> StudyFile.write(file.resolve("s.plumb"), study));
    assertSentence(e, "s.plumb");
  }

  @Test
  void aKillInTheMiddleOfSavesLeavesAWholeStudy() throws IOException, InterruptedException {
    Path file = folder.resolve("study.plumb");
    for (int round = 0; round < 5; round++) {
      Process saver = startSaver(file);
      int first = saver.getInputStream().read();
      assertTrue(first >= 0, "the saving process ended early");
      Thread.sleep(40 + 37L * round);
      saver.destroyForcibly();
      assertTrue(saver.waitFor(20, TimeUnit.SECONDS));
      Study study = StudyFile.read(file);
      assertTrue(study.log().getLast().text().startsWith("save "), "not one of the saved studies");
    }
  }

  private Process startSaver(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            RepeatedSaves.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Study withModel(Path model) {
    Study study = new RandomStudies(5, folder.resolve("here")).next();
    StudyRequest request = study.request();
    return Study.of(
        new StudyRequest(
            "s",
            List.of(),
            request.lexicon(),
            List.of(new ModelSource(model, java.util.Optional.empty())),
            request.battery(),
            java.util.Optional.empty(),
            List.of(),
            List.of(),
            request.association()));
  }

  private static void assertSentence(PlumblineException e, String file) {
    assertTrue(e.getMessage().contains(file), e.getMessage());
    assertEquals(1, e.getMessage().strip().lines().count(), e.getMessage());
    assertTrue(e.getMessage().endsWith("."), e.getMessage());
    assertEquals(StandardCharsets.UTF_8.newEncoder().canEncode(e.getMessage()), true, "plain text");
  }
}
