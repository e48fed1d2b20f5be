package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.Alternative;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.association.IntervalMethod;
import dev.plumbline.association.PMethod;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ColumnRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {
  @TempDir private Path folder;

  @Test
  void pathsAreTakenFromTheFilesFolder() throws IOException {
    StudyRequest request =
        RequestReader.read(
            write(
                """
                {"schema": "plumbline-request/1", "name": "Mine",
                 "manifests": [{"id": "m", "files": ["data/*.parquet", "s3://b/x", "../up.csv"],
                                "map": {"caption": "TEXT"}}],
                 "models": ["models/vit", "/abs/model"], "battery": "sample", "lexicon": "sample",
                 "images": "pictures", "zeroShot": [{"id": "z", "data": "zs"}],
                 "scores": ["s.csv"], "seed": 7}
                """));
    assertEquals("Mine", request.name());
    assertEquals(
        List.of(folder + "/data/*.parquet", "s3://b/x", folder.getParent() + "/up.csv"),
        request.manifests().getFirst().files());
    assertEquals("TEXT", request.manifests().getFirst().mapping().get(ColumnRole.CAPTION));
    assertEquals(
        List.of(folder.resolve("models/vit"), Path.of("/abs/model")),
        request.models().stream().map(ModelSource::folder).toList());
    assertEquals(folder.resolve("pictures"), request.images().orElseThrow());
    assertEquals(folder.resolve("zs"), request.zeroShot().getFirst().folder());
    assertEquals(List.of(folder.resolve("s.csv")), request.scoreFiles());
    assertEquals(7, request.association().seed());
    assertTrue(!request.battery().tests().isEmpty() && !request.lexicon().tests().isEmpty());
  }

  @Test
  void aFilterAndAMixCanBeAskedFor() throws IOException {
    WhatIfRequest whatIf =
        RequestReader.read(
                write(
                    """
                    {"schema": "plumbline-request/1", "name": "Mine", "battery": "sample",
                     "lexicon": "sample",
                     "whatIf": {"preset": "clip", "filter": "words >= 3 and year >= 2015",
                                "dedupe": "url", "targets": {"women": 0.3, "language:en": 0.5},
                                "cap": 5}}
                    """))
            .whatIf();
    assertEquals(java.util.Optional.of("clip"), whatIf.choices().preset());
    assertEquals(
        java.util.OptionalDouble.of(3),
        whatIf.choices().limit(dev.plumbline.composition.FilterLimit.WORDS));
    assertEquals("year >= 2015", whatIf.choices().further());
    assertEquals(
        List.of("women", "language: en"),
        whatIf.mix().shares().stream().map(share -> share.label()).toList());
    assertEquals(java.util.OptionalDouble.of(5), whatIf.mix().cap());
    for (String wrong : List.of("\"filter\": \"words\"", "\"cap\": 1", "\"targets\": {\"a\": 2}")) {
      Path file =
          write(
              "{\"schema\": \"plumbline-request/1\", \"name\": \"M\", \"battery\": \"sample\","
                  + " \"lexicon\": \"sample\", \"whatIf\": {"
                  + wrong
                  + "}}");
      PlumblineException e = assertThrows(PlumblineException.class, () -> RequestReader.read(file));
      assertTrue(e.getMessage().contains(file.getFileName().toString()), e.getMessage());
    }
  }

  @Test
  void theWayAssociationsAreMeasuredCanBeChosen() throws IOException {
    AssociationSettings chosen =
        RequestReader.read(
                write(
                    """
                    {"schema": "plumbline-request/1", "name": "Mine", "battery": "sample",
                     "lexicon": "sample", "seed": 7,
                     "association": {"ddof": 0, "alternative": "two-sided", "permutations": 500,
                                     "bootstraps": 20, "level": 0.9, "p": "normal",
                                     "interval": "bca"}}
                    """))
            .association();
    assertEquals(
        new AssociationSettings(
            0, Alternative.TWO_SIDED, 500, 20, 0.9, 7, PMethod.NORMAL, IntervalMethod.BCA),
        chosen);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "schema": "plumbline-study/1"                                        | $.schema
          "name": "x"                                                          | schema
          "schema": "plumbline-request/1", "name": "x", "battery": "sample"    | lexicon
          "schema": "plumbline-request/1", "name": " "                         | $.name
          "schema": "plumbline-request/1", "name": "x", "lexicon": "sample", "battery": "no"        | "no"
          "schema": "plumbline-request/1", "name": "x", "manifests": [{"id": "a", "files": []}] | $.manifests[0].files
          "schema": "plumbline-request/1", "name": "x", "battery": "sample", "lexicon": "sample", "association": {"interval": "wide"} | $.association.interval
          "schema": "plumbline-request/1", "name": "x", "battery": "sample", "lexicon": "sample", "association": {"ddof": 2} | ddof
          "schema": "plumbline-request/1", "name": "x", "battery": "sample", "lexicon": "sample", "association": {"permutations": 1.5} | $.association.permutations
          "schema": "plumbline-request/1", "name": "x", "battery": "sample", "lexicon": "sample", "association": {"bootstrap": 5} | $.association.bootstrap
          "schema": "plumbline-request/1", "name": "x", "manifests": [{"id": "a", "files": ["f"], "map": {"colour": "c"}}] | colour
          "schema": "plumbline-request/1", "name": "x", "manifests": [{"id": "a", "files": ["f"]}, {"id": "a", "files": ["g"]}] | twice
          """)
  void whatIsWrongIsNamed(String members, String expected) throws IOException {
    Path file = write("{" + members + "}");
    PlumblineException e = assertThrows(PlumblineException.class, () -> RequestReader.read(file));
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @Test
  void theSampleStudyIsThere() {
    StudyRequest request = RequestReader.read(SampleStudy.locate());
    assertEquals(4, request.manifests().size());
    assertTrue(request.models().size() >= 12);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("request.json"), text);
  }
}
