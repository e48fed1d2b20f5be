package dev.plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.study.SampleRequest;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir private Path folder;

  @Test
  void saysItsVersionAndNothingElse() throws IOException, InterruptedException {
    Process process = start(List.of(), "--version");
    assertEquals(0, finish(process));
    assertTrue(read("out").startsWith("Plumbline "), read("out"));
    assertEquals("", read("err"));
  }

  @Test
  void badInputEndsWithTwoAndOneSentence() throws IOException, InterruptedException {
    Process process = start(List.of(), "scores", "gone.csv", "--json", "-");
    assertEquals(2, finish(process));
    assertEquals("", read("out"));
    assertEquals(1, read("err").lines().count());
    assertTrue(read("err").contains("gone.csv"), read("err"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutADisplayTheSampleStudyRunsHeadless() throws IOException, InterruptedException {
    Process process = start(List.of("-Dplumbline.home=" + folder));
    assertEquals(2, finish(process));
    List<String> sentences = read("err").lines().toList();
    assertEquals(2, sentences.size(), read("err"));
    assertTrue(sentences.getFirst().contains("no display"));
    assertTrue(sentences.getFirst().contains("plumbline-demo"));
    assertTrue(sentences.getLast().contains("sample-study.json"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ctrlCEndsWith130AndKeepsWhatIsDone() throws IOException, InterruptedException {
    Path request = folder.resolve("study.plumb");
    StudyFile.write(request, Study.of(SampleRequest.small()));
    Path out = folder.resolve("out.plumb");
    Process process =
        start(List.of(), "run", request.toString(), "--no-cache", "--out", "out.plumb");
    awaitWork(process);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertEquals(130, finish(process));
    assertEquals("Cancelled.\n", read("err"));
    assertEquals("", read("out"));
    assertFalse(StudyFile.read(out).provenance().complete());
  }

  /// Waits until the process has computed longer than it takes to start.
  private static void awaitWork(Process process) throws InterruptedException {
    Duration start = Duration.ofMillis(1700);
    for (int i = 0; i < 3000 && process.isAlive(); i++) {
      if (process.info().totalCpuDuration().orElse(start).compareTo(start) >= 0) {
        return;
      }
      Thread.sleep(10);
    }
  }

  private Process start(List<String> options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dplumbline.cache=" + folder.resolve("cache"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Launcher.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("WAYLAND_DISPLAY");
    return builder.start();
  }

  private static int finish(Process process) throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end by itself");
    return process.exitValue();
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }
}
