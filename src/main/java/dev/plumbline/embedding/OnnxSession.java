package dev.plumbline.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.DeviceNote.Kind;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Owns one ONNX Runtime session and says where it runs.
final class OnnxSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxSession.class);

  private final Path graph;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Runner runner;
  private final UsedDevice device;
  private final int runs;

  /// Runs a graph; the seam at which tests put a device that fails.
  @FunctionalInterface
  interface Runner {
    OrtSession.Result run(
        Map<String, OnnxTensor> inputs, Set<String> outputs, OrtSession.RunOptions options)
        throws OrtException;
  }

  private OnnxSession(
      Path graph,
      OrtEnvironment environment,
      OrtSession session,
      Runner runner,
      UsedDevice device,
      int runs) {
    this.graph = graph;
    this.environment = environment;
    this.session = session;
    this.runner = runner;
    this.device = device;
    this.runs = runs;
  }

  /// The same session, run through another runner.
  OnnxSession through(UnaryOperator<Runner> other) {
    return new OnnxSession(graph, environment, session, other.apply(runner), device, runs);
  }

  /// Opens a graph on the device asked for, or on the CPU with a note why not.
  ///
  /// @param lanes how it is run on the CPU; a device is given one run at a time
  /// @throws PlumblineException if the runtime refuses the graph
  static OnnxSession open(Path graph, EmbeddingSettings settings, Lanes lanes) {
    OrtEnvironment environment = OnnxRuntime.environment();
    Device device = DeviceChoice.of(settings.device());
    Optional<DeviceNote> note = DeviceChoice.missing(settings.device());
    if (device != Device.CPU) {
      try {
        OrtSession session = create(environment, graph, settings.threads(), device);
        UsedDevice used = new UsedDevice(device.label(), List.of());
        return new OnnxSession(graph, environment, session, session::run, used, 1);
      } catch (OrtException e) {
        LOG.info("{} could not be used for {}", device, graph, e);
        note = Optional.of(DeviceNote.of(Kind.NOT_STARTED, device.title(), firstLine(e)));
      }
    }
    return onCpu(graph, environment, settings.threads(), lanes, note);
  }

  private static OnnxSession onCpu(
      Path graph, OrtEnvironment environment, int threads, Lanes lanes, Optional<DeviceNote> note) {
    try {
      OrtSession session = create(environment, graph, lanes.threads(), Device.CPU);
      String label = "cpu (%d %s)".formatted(threads, threads == 1 ? "thread" : "threads");
      UsedDevice used = new UsedDevice(label, note.stream().toList());
      return new OnnxSession(graph, environment, session, session::run, used, lanes.runs());
    } catch (OrtException e) {
      throw new ModelException(Complaint.of("runtime-refuses", graph, firstLine(e)), e);
    }
  }

  private static OrtSession create(
      OrtEnvironment environment, Path graph, int threads, Device device) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      if (device == Device.CUDA) {
        options.addCUDA();
      } else if (device == Device.COREML) {
        options.addCoreML();
      }
      return environment.createSession(graph.toAbsolutePath().toString(), options);
    }
  }

  /// Where it runs.
  UsedDevice device() {
    return device;
  }

  /// How many runs there may be at a time.
  int runs() {
    return runs;
  }

  /// The environment that tensors are made in.
  OrtEnvironment environment() {
    return environment;
  }

  /// Runs the graph and returns one output, flat.
  ///
  /// @param inputs tensors by input name
  /// @param output name of the output
  /// @throws CancellationException if cancelled meanwhile
  /// @throws OutOfDeviceMemoryException if the device has not enough memory
  /// @throws PlumblineException if the runtime fails
  Result run(Map<String, OnnxTensor> inputs, String output, Cancellation cancellation) {
    cancellation.check();
    try (StoppableRun run = new StoppableRun();
        Cancellation.Registration _ = cancellation.onCancel(run::stop);
        OrtSession.Result result = runner.run(inputs, Set.of(output), run.options())) {
      OnnxTensor tensor = (OnnxTensor) result.get(0);
      FloatBuffer buffer = tensor.getFloatBuffer();
      float[] values = new float[buffer.remaining()];
      buffer.get(values);
      return new Result(tensor.getInfo().getShape(), values);
    } catch (OrtException e) {
      cancellation.check();
      if (OutOfDeviceMemoryException.isMeant(e)) {
        throw new OutOfDeviceMemoryException(graph, e);
      }
      throw new ModelException(Complaint.of("runtime-fails", graph, firstLine(e)), e);
    }
  }

  /// An output.
  ///
  /// @param shape its shape
  /// @param values its values in C order, as float32
  record Result(long[] shape, float[] values) {}

  /// Options of one run, by which another thread may end it; never touched once closed.
  private static final class StoppableRun implements AutoCloseable {
    private final OrtSession.RunOptions options;
    private boolean closed;

    private StoppableRun() throws OrtException {
      options = new OrtSession.RunOptions();
    }

    private OrtSession.RunOptions options() {
      return options;
    }

    private synchronized void stop() {
      if (!closed) {
        try {
          options.setTerminate(true);
        } catch (OrtException e) {
          LOG.warn("A run could not be ended", e);
        }
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      options.close();
    }
  }

  private static String firstLine(OrtException e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return message.replaceFirst("^Error code - \\w+ - message: ", "").replaceAll("\\.$", "");
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      LOG.warn("The session of {} could not be closed", graph, e);
    }
  }
}
