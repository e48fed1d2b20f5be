package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir private Path folder;
  private final List<String> painted = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void leavesPicturesDeckStudyTablesAndReport() throws IOException {
    int code = demo("--out", folder.resolve("demo").toString(), "--lang", "ja", "--theme", "dark");
    assertEquals(ExitCode.DONE, code, err.toString(StandardCharsets.UTF_8));
    assertEquals(List.of("ja dark"), painted);
    Path demo = folder.resolve("demo");
    Study study = StudyFile.read(demo.resolve("study.plumb"));
    assertEquals(2, study.result().models().size());
    assertEquals(1, study.result().compositions().size());
    try (var in = Files.newInputStream(demo.resolve("deck.pptx"))) {
      assertEquals("PK", new String(in.readNBytes(2), StandardCharsets.US_ASCII));
    }
    List<String> results = Files.readAllLines(demo.resolve("results.csv"));
    assertEquals(1 + study.result().bias().size(), results.size());
    assertTrue(results.getFirst().startsWith("model,test,category,order,d,p,q"));
    assertEquals(
        1 + study.result().scores().size(), Files.readAllLines(demo.resolve("scores.csv")).size());
    String report = Files.readString(demo.resolve("report.html"));
    assertTrue(report.contains("<html lang=\"ja\">") && report.contains("overview.png"));
    assertTrue(report.contains("効果量") && report.contains("vit-s-pleasant"));
    Cli.json(
        "relate",
        "--results",
        demo.resolve("results.csv"),
        "--scores",
        demo.resolve("scores.csv"),
        "--performance",
        "sample-zeroshot",
        "--metric",
        "acc1");
  }

  @Test
  void badChoicesAreRefused() throws IOException {
    assertEquals(ExitCode.BAD_INPUT, demo("--out", folder.toString(), "--lang", "fr"));
    assertEquals(ExitCode.BAD_INPUT, demo("--out", folder.toString(), "--theme", "blue"));
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(ExitCode.BAD_INPUT, demo("--out", file.resolve("demo").toString()));
    assertTrue(painted.isEmpty());
    assertEquals(3, err.toString(StandardCharsets.UTF_8).lines().count());
  }

  private int demo(String... arguments) throws IOException {
    String before = System.getProperty("plumbline.home");
    writeSample(folder.resolve("sample-data"));
    System.setProperty("plumbline.home", folder.toString());
    try {
      Terminal terminal =
          new Terminal(stream(out), stream(err), false, new Cancellation(), this::paint);
      List<String> all = new ArrayList<>(List.of("demo"));
      all.addAll(List.of(arguments));
      return new CommandRunner(terminal).run(all.toArray(String[]::new));
    } finally {
      if (before == null) {
        System.clearProperty("plumbline.home");
      } else {
        System.setProperty("plumbline.home", before);
      }
    }
  }

  private void writeSample(Path home) throws IOException {
    Path data = SampleStudy.locate().getParent();
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("sample-study.json"),
        """
        {"schema": "plumbline-request/1", "name": "Small", "battery": "sample",
         "lexicon": "sample", "images": "%1$s/stimuli",
         "manifests": [{"id": "pleasant", "files": ["%1$s/manifests/pleasant.parquet"]}],
         "models": ["%1$s/models/vit-s-pleasant", "%1$s/models/conv-s-pleasant"],
         "zeroShot": [{"id": "sample-zeroshot", "data": "%1$s/zeroshot"}]}
        """
            .formatted(data));
  }

  private List<Path> paint(
      Study study, Path to, Locale language, boolean dark, Cancellation cancellation) {
    painted.add(language.getLanguage() + (dark ? " dark" : " light"));
    try {
      return List.of(Files.createFile(to.resolve("overview.png")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
