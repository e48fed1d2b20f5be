import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs every bundle of a folder in ONNX Runtime and compares text and image embeddings with those
/// that torch wrote into `parity.json`; image tensors come from a file made by
/// `pixels_of_parity.py`. Exit 1 if any differs by more than 1e-4.
///
/// `ORT_DISABLE_TELEMETRY=1 java -cp onnxruntime.jar:gson.jar CheckParity.java MODELS PIXELS.json`
public final class CheckParity {
  private static final double TOLERANCE = 1e-4;
  private static final OrtEnvironment ENVIRONMENT = environment();

  record Text(String text, long[] ids, double[] embedding) {}

  record Image(String file, double[] embedding) {}

  record Parity(List<Text> texts, List<Image> images) {}

  record Pixels(Map<String, float[][][]> images) {}

  private CheckParity() {}

  private static OrtEnvironment environment() {
    if (!"1".equals(System.getenv("ORT_DISABLE_TELEMETRY"))) {
      System.err.println("Set ORT_DISABLE_TELEMETRY=1: the runtime would send usage data.");
      System.exit(2);
    }
    return OrtEnvironment.getEnvironment();
  }

  public static void main(String[] arguments) throws Exception {
    Pixels pixels = read(Path.of(arguments[1]), Pixels.class);
    boolean fine = true;
    try (Stream<Path> folders = Files.list(Path.of(arguments[0])).sorted()) {
      for (Path folder : folders.toList()) {
        double worst = worst(folder, read(folder.resolve("parity.json"), Parity.class), pixels);
        fine &= worst <= TOLERANCE;
        System.out.printf("%-20s %.2e%n", folder.getFileName(), worst);
      }
    }
    System.exit(fine ? 0 : 1);
  }

  private static double worst(Path folder, Parity parity, Pixels pixels) throws OrtException {
    long[][] ids = parity.texts().stream().map(Text::ids).toArray(long[][]::new);
    float[][][][] images =
        parity.images().stream().map(image -> pixels.images().get(image.file())).toArray(float[][][][]::new);
    float[][] texts;
    float[][] pictures;
    if (Files.exists(folder.resolve("model.onnx"))) {
      // as many texts as images here, then a different number, so that both axes are free
      texts = run(folder.resolve("model.onnx"), ids, images, "text_embeds");
      pictures = run(folder.resolve("model.onnx"), Arrays.copyOf(ids, 1), images, "image_embeds");
    } else if (Files.exists(folder.resolve("visual.onnx"))) {
      texts = run(folder.resolve("text.onnx"), ids, null, "embedding");
      pictures = run(folder.resolve("visual.onnx"), null, images, "embedding");
    } else {
      texts = run(folder.resolve("onnx/text_model.onnx"), ids, null, "text_embeds");
      pictures = run(folder.resolve("onnx/vision_model.onnx"), null, images, "image_embeds");
    }
    double worst = 0;
    for (int i = 0; i < texts.length; i++) {
      worst = Math.max(worst, distance(texts[i], parity.texts().get(i).embedding()));
    }
    for (int i = 0; i < pictures.length; i++) {
      worst = Math.max(worst, distance(pictures[i], parity.images().get(i).embedding()));
    }
    return worst;
  }

  private static float[][] run(Path graph, long[][] ids, float[][][][] images, String output)
      throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try (OrtSession session = ENVIRONMENT.createSession(graph.toString())) {
      for (String name : session.getInputNames()) {
        inputs.put(name, OnnxTensor.createTensor(ENVIRONMENT, input(name, ids, images)));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return (float[][]) result.get(output).orElseThrow().getValue();
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private static Object input(String name, long[][] ids, float[][][][] images) {
    return switch (name) {
      case "pixel_values", "image" -> images;
      case "attention_mask" -> Arrays.stream(ids).map(CheckParity::mask).toArray(long[][]::new);
      default -> ids;
    };
  }

  /// Ones up to and including the first end token, which is the last id of every row.
  private static long[] mask(long[] ids) {
    long end = ids[ids.length - 1];
    long[] mask = new long[ids.length];
    for (int i = 0; i < ids.length; i++) {
      mask[i] = 1;
      if (ids[i] == end) {
        break;
      }
    }
    return mask;
  }

  /// Largest difference after normalising the first vector.
  private static double distance(float[] found, double[] expected) {
    double norm = 0;
    for (float value : found) {
      norm += (double) value * value;
    }
    double worst = 0;
    for (int i = 0; i < expected.length; i++) {
      worst = Math.max(worst, Math.abs(found[i] / Math.sqrt(norm) - expected[i]));
    }
    return found.length == expected.length && norm > 0 ? worst : Double.POSITIVE_INFINITY;
  }

  private static <T> T read(Path file, Class<T> type) throws IOException {
    return new Gson().fromJson(Files.readString(file), type);
  }
}
