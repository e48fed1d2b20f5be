package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.plumbline.association.RetrievalResult;
import dev.plumbline.core.Cancellation;
import dev.plumbline.study.SampleRequest;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir private Path folder;

  @Test
  void aRequestBecomesAStudyThatCanBeRunAgain() throws IOException {
    Path csv = Files.writeString(folder.resolve("m.csv"), "url,text\nu,a rose\nv,a beetle\n");
    Path request = folder.resolve("request.json");
    Files.writeString(
        request,
        """
        {"schema": "plumbline-request/1", "name": "Two rows", "battery": "sample",
         "lexicon": "sample", "manifests": [{"id": "m", "files": ["%s"]}], "models": ["nowhere"]}
        """
            .formatted(csv.getFileName()));
    Path out = folder.resolve("two.plumb");
    JsonObject result = Cli.json("run", request, "--out", out);
    assertEquals(1, result.get("manifests").getAsInt());
    assertEquals(1, result.getAsJsonArray("failures").size());
    Study study = StudyFile.read(out);
    assertEquals(2, study.result().compositions().getFirst().rows());
    assertTrue(study.provenance().complete());
    Path again = folder.resolve("again.plumb");
    Cli.json("run", out, "--out", again);
    assertEquals(study.result(), StudyFile.read(again).result());
    assertEquals(study.request(), StudyFile.read(again).request());
  }

  @Test
  void aLabelledFolderOfARequestIsSearched() throws IOException {
    Path request = folder.resolve("request.json");
    Path sample = Path.of("sample-data").toAbsolutePath();
    Files.writeString(
        request,
        """
        {"schema": "plumbline-request/1", "name": "Search", "battery": "sample",
         "lexicon": "sample", "models": ["%s"],
         "retrieval": [{"id": "people", "images": "%s", "attributes": ["people"], "k": 10,
                        "desired": "uniform"}]}
        """
            .formatted(
                sample.resolve("models/vit-s-pleasant").toString().replace('\\', '/'),
                sample.resolve("people").toString().replace('\\', '/')));
    Path out = folder.resolve("search.plumb");
    assertEquals(1, Cli.json("run", request, "--out", out).get("retrieval").getAsInt());
    RetrievalResult found =
        StudyFile.read(out).result().retrieval().getFirst().result().orElseThrow();
    assertEquals(10, found.k());
    assertEquals(List.of(0.5, 0.5), found.desired());
    String wrong = Files.readString(request).replace("uniform", "fair");
    Files.writeString(request, wrong);
    Cli.assertRefused(List.of("request.json", "fair"), "run", request, "--out", out);
  }

  @Test
  void aCancelledRunIsKept() {
    Path out = folder.resolve("cut.plumb");
    Path request = folder.resolve("study.plumb");
    StudyFile.write(request, Study.of(SampleRequest.small()));
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Cli cli = Cli.run(cancellation, "run", request, "--out", out, "--json", "-");
    assertEquals(ExitCode.CANCELLED, cli.code());
    assertEquals("", cli.out());
    assertFalse(StudyFile.read(out).provenance().complete());
  }

  @Test
  void badInputIsNamed() throws IOException {
    Path out = folder.resolve("out.plumb");
    Cli.assertRefused(List.of("gone.json"), "run", folder.resolve("gone.json"), "--out", out);
    Path cut =
        Files.writeString(folder.resolve("cut.plumb"), "{\"schema\": \"plumbline-study/1\",");
    Cli.assertRefused(List.of("cut.plumb"), "run", cut, "--out", out);
    Cli.assertRefused(List.of("--out"), "run", cut);
  }
}
