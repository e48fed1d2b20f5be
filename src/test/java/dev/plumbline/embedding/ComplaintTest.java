package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintTest {
  @TempDir private Path folder;

  @Test
  void foldersThatAreNoModelAreToldInJapaneseToo() throws IOException {
    Path missing = folder.resolve("none");
    assertTrue(japanese(refused(missing)).contains("フォルダー " + missing + " がありません"));
    assertTrue(japanese(refused(folder)).contains("ONNX モデル（*.onnx）がありません"));
    Files.copy(
        Bundles.path("split").resolve("onnx/vision_model.onnx"), folder.resolve("model.onnx"));
    ModelBundle oneSided = BundleReader.read(folder);
    ModelException text = assertThrows(ModelException.class, () -> oneSided.require(Modality.TEXT));
    assertTrue(japanese(text.complaint()).contains("テキスト用のグラフがありません"));
    assertEquals(text.getMessage(), text.complaint().text());
  }

  @Test
  void aGraphWithoutProjectionFailsItsCheckInJapaneseToo() {
    ModelBundle pooled = BundleReader.read(Bundles.path("pooled"));
    Check failed =
        new Preflight(EmbeddingSettings.defaults().withThreads(1))
            .check(pooled, new Cancellation()).stream()
                .filter(check -> check.status() == Check.Status.FAIL)
                .findFirst()
                .orElseThrow();
    assertEquals("no-projection", failed.sentence());
    assertTrue(failed.detail().contains("before CLIP's projection"), failed.detail());
    Complaint complaint = new Complaint(failed.sentence(), failed.values());
    assertTrue(japanese(complaint).contains("射影を含めて書き出してください"));
  }

  @Test
  void whatTheRuntimeRefusesKeepsItsReason() throws IOException {
    Path graph = Files.writeString(folder.resolve("model.onnx"), "no graph");
    ModelException refused =
        assertThrows(
            ModelException.class,
            () -> OnnxSession.open(graph, EmbeddingSettings.defaults(), Lanes.of(1, 1)));
    assertTrue(refused.getMessage().startsWith("ONNX Runtime cannot open " + graph + ": "));
    assertTrue(japanese(refused.complaint()).startsWith("ONNX Runtime で " + graph));
  }

  @Test
  void anErrorWithoutSentenceOfItsOwnIsToldAsItIs() {
    assertEquals("Anything.", Complaint.of(new IllegalStateException("Anything.")).text());
  }

  private static Complaint refused(Path path) {
    return assertThrows(ModelException.class, () -> BundleReader.read(path)).complaint();
  }

  private static String japanese(Complaint complaint) {
    Properties texts = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            ComplaintTest.class.getResourceAsStream("/assets/i18n/checks_ja.properties"),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new MessageFormat(texts.getProperty(complaint.sentence()), Locale.JAPANESE)
        .format(complaint.values().toArray());
  }
}
