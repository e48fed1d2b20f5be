package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TowerRunnerTest {
  private static final int BATCH = 8;
  private static final EmbeddingSettings SETTINGS =
      EmbeddingSettings.defaults().withBatch(BATCH).withDevice(Device.CPU);

  private final List<Long> sizes = Collections.synchronizedList(new ArrayList<>());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Failed to allocate memory for requested buffer of size 1073741824",
        "CUDA failure 2: out of memory ; GPU=0 ; hostname=h ; expr=cudaMalloc((void**)&p, size);",
        "CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0",
        "std::bad_alloc"
      })
  void halvesTheBatchUntilTheDeviceHasMemoryForIt(String message) {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    try (TowerRunner whole = runner(bundle, BATCH, message);
        TowerRunner small = runner(bundle, 2, message)) {
      Map<InputRole, TensorBuffer> buffers = random(whole);
      FloatMatrix expected = whole.run(buffers, 7, new Cancellation());
      sizes.clear();
      FloatMatrix actual = small.run(buffers, 7, new Cancellation());
      assertEquals(List.of(7L, 3L, 1L, 1L, 1L, 1L, 1L, 1L, 1L), sizes);
      for (int i = 0; i < 7; i++) {
        assertArrayEquals(expected.row(i), actual.row(i), 1e-6f);
      }
      sizes.clear();
      small.run(buffers, BATCH, new Cancellation());
      assertEquals(Collections.nCopies(BATCH, 1L), sizes, "what did not fit is not tried again");
      assertTrue(small.device().notes().getFirst().sentence().contains("1 stimuli at a time"));
      assertFalse(!whole.device().notes().isEmpty());
    }
  }

  @Test
  void saysSoWhereNotEvenOneStimulusFits() {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    try (TowerRunner none = runner(bundle, 0, "CUDA failure 2: out of memory")) {
      Map<InputRole, TensorBuffer> buffers = random(none);
      PlumblineException e =
          assertThrows(PlumblineException.class, () -> none.run(buffers, 4, new Cancellation()));
      assertTrue(e.getMessage().contains("memory"), e.getMessage());
      assertTrue(e.getMessage().contains("vision_model"), e.getMessage());
    }
  }

  @Test
  void otherFailuresEndTheWork() {
    ModelBundle bundle = BundleReader.read(Bundles.path("split"));
    try (TowerRunner broken = runner(bundle, 0, "Non-zero status code returned: bad node")) {
      Map<InputRole, TensorBuffer> buffers = random(broken);
      assertThrows(PlumblineException.class, () -> broken.run(buffers, 4, new Cancellation()));
      assertEquals(List.of(4L), sizes);
    }
  }

  @Test
  void lanesShareTheThreads() {
    assertEquals(new Lanes(1, 4), Lanes.of(4, 0));
    assertEquals(new Lanes(1, 4), Lanes.of(4, 1));
    assertEquals(new Lanes(3, 1), Lanes.of(4, 3));
    assertEquals(new Lanes(4, 1), Lanes.of(4, 100));
    assertEquals(new Lanes(8, 2), Lanes.of(16, 100));
  }

  /// A runner of real vectors on a device whose memory suffices for so many stimuli.
  private TowerRunner runner(ModelBundle bundle, int fitting, String message) {
    Tower tower = bundle.require(Modality.IMAGE);
    OnnxSession session =
        OnnxSession.open(tower.graph().file(), SETTINGS, new Lanes(1, 1))
            .through(
                runner ->
                    (inputs, outputs, options) -> {
                      long rows = inputs.values().iterator().next().getInfo().getShape()[0];
                      sizes.add(rows);
                      if (rows > fitting) {
                        throw new OrtException(message);
                      }
                      return runner.run(inputs, outputs, options);
                    });
    return new TowerRunner(tower, session, bundle, BATCH);
  }

  private static Map<InputRole, TensorBuffer> random(TowerRunner runner) {
    Map<InputRole, TensorBuffer> buffers = runner.newBuffers();
    Random random = new Random(7);
    int count = BATCH * 3 * 8 * 8;
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    buffers.get(InputRole.PIXELS).put(0, values);
    return buffers;
  }
}
