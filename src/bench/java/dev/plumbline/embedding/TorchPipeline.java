package dev.plumbline.embedding;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The same work in PyTorch and Pillow, if this machine has them.
///
/// Threads as they are fastest on few cores with Debian's builds: OpenBLAS takes all, OpenMP one;
/// with both at all they get in each other's way.
final class TorchPipeline {
  private final Path photos;
  private final Path embeddings;

  TorchPipeline(Path photos, Path embeddings) {
    this.photos = photos;
    this.embeddings = embeddings;
  }

  /// What the script reports, empty if it cannot run.
  Optional<JsonObject> run(int count, int cores) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            System.getProperty("plumbline.python", "/usr/bin/python3"),
            "src/bench/recipe/torch_pipeline.py",
            photos.toString(),
            Integer.toString(count),
            embeddings.toString());
    Map<String, String> environment = builder.environment();
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", Integer.toString(cores));
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0
        ? Optional.of(JsonParser.parseString(text.strip()).getAsJsonObject())
        : Optional.empty();
  }

  /// Largest cosine distance between its embeddings and ours of the same pictures.
  double distance(Embeddings ours) {
    double[][] theirs = EmbeddingFiles.read(embeddings).values();
    double largest = 0;
    for (int i = 0; i < theirs.length; i++) {
      double cosine = 0;
      for (int j = 0; j < theirs[i].length; j++) {
        cosine += theirs[i][j] * ours.vectors().get(i, j);
      }
      largest = Math.max(largest, 1 - cosine);
    }
    return largest;
  }
}
