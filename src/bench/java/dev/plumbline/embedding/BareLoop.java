package dev.plumbline.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// ONNX Runtime alone: one graph run again and again on tensors made before.
final class BareLoop implements AutoCloseable {
  private static final int BATCH = Material.BATCH;

  private final OrtEnvironment environment = OnnxRuntime.environment();
  private final OrtSession session;
  private final OnnxTensor tensor;
  private final String input;
  private final int callers;

  /// @param callers threads that call the session
  /// @param threads threads of each call
  private BareLoop(Path graph, int callers, int threads, boolean text) throws OrtException {
    this.callers = callers;
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setIntraOpNumThreads(threads);
      this.session = environment.createSession(graph.toString(), options);
    }
    this.input = session.getInputNames().iterator().next();
    this.tensor = text ? ids() : pixels();
  }

  static BareLoop images(Path bundle, int callers, int threads) throws OrtException {
    return new BareLoop(bundle.resolve("onnx/vision_model.onnx"), callers, threads, false);
  }

  static BareLoop texts(Path bundle, int callers, int threads) throws OrtException {
    return new BareLoop(bundle.resolve("onnx/text_model.onnx"), callers, threads, true);
  }

  private OnnxTensor pixels() throws OrtException {
    long[] shape = {BATCH, 3, 224, 224};
    ByteBuffer bytes = direct(BATCH * 3 * 224 * 224 * Float.BYTES);
    Random random = new Random(1);
    while (bytes.hasRemaining()) {
      bytes.putFloat((float) random.nextGaussian());
    }
    return OnnxTensor.createTensor(environment, bytes.flip().asFloatBuffer(), shape);
  }

  private OnnxTensor ids() throws OrtException {
    long[] shape = {BATCH, 77};
    ByteBuffer bytes = direct(BATCH * 77 * Long.BYTES);
    Random random = new Random(1);
    while (bytes.hasRemaining()) {
      bytes.putLong(random.nextInt(1000));
    }
    return OnnxTensor.createTensor(environment, bytes.flip().asLongBuffer(), shape);
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  /// Runs about so many items.
  ///
  /// @return how many exactly
  int run(int items) throws Exception {
    int runs = items / BATCH / callers;
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(() -> repeat(runs));
      }
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
      return runs * BATCH * callers;
    }
  }

  private Void repeat(int runs) throws OrtException {
    for (int i = 0; i < runs; i++) {
      session.run(Map.of(input, tensor)).close();
    }
    return null;
  }

  @Override
  public void close() throws OrtException {
    tensor.close();
    session.close();
  }
}
