package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A user's own embeddings of named stimuli, to hold a model against: JSON of the form
/// `{"texts":[{"text":…,"embedding":[…]}],"images":[{"file":…,"embedding":[…]}]}`. Image files are
/// looked for next to the reference, then in the folders above it.
///
/// A pair's difference is 1 − cosine. The largest one decides: up to 1e-3 the model is fed as the
/// reference was, up to 1e-2 (another precision, another decoder) it is a warning.
public final class ParityReference {
  private static final double SAME = 1e-3;
  private static final double CLOSE = 1e-2;

  private final Path file;
  private final JsonTree root;

  private ParityReference(Path file, JsonTree root) {
    this.file = file;
    this.root = root;
  }

  /// Reads a reference.
  ///
  /// @throws PlumblineException if it names no stimulus
  public static ParityReference read(Path file) {
    JsonTree root = JsonTree.read(file);
    ParityReference reference = new ParityReference(file, root);
    if (reference.entries("texts").isEmpty() && reference.entries("images").isEmpty()) {
      throw root.error("names neither \"texts\" nor \"images\" with an \"embedding\" each.");
    }
    return reference;
  }

  private List<JsonTree> entries(String name) {
    return root.find(name).map(JsonTree::items).orElse(List.of());
  }

  /// Holds a bundle against the reference, one check for each kind of stimulus it names.
  ///
  /// @throws PlumblineException if an image is missing or an embedding has another size
  public List<Check> check(
      ModelBundle bundle, Embedder embedder, Progress progress, Cancellation cancellation) {
    List<Check> checks = new ArrayList<>();
    List<JsonTree> images = entries("images");
    if (!images.isEmpty()) {
      List<Path> files = images.stream().map(this::image).toList();
      checks.add(
          judge(
              "image-parity",
              images,
              embedder.images(bundle, files, progress, cancellation).vectors()));
    }
    List<JsonTree> texts = entries("texts");
    if (!texts.isEmpty()) {
      List<String> words = texts.stream().map(entry -> entry.get("text").text()).toList();
      checks.add(
          judge(
              "text-parity",
              texts,
              embedder.texts(bundle, words, progress, cancellation).vectors()));
    }
    return checks;
  }

  private Path image(JsonTree entry) {
    String name = entry.get("file").name();
    for (Path at = file.toAbsolutePath().normalize().getParent(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve(name))) {
        return at.resolve(name);
      }
    }
    throw entry.get("file").error("there is no image " + name + ", here or in a folder above.");
  }

  private static Check judge(String id, List<JsonTree> entries, FloatMatrix vectors) {
    double largest = 0;
    double sum = 0;
    for (int i = 0; i < entries.size(); i++) {
      double difference = 1 - cosine(entries.get(i).get("embedding"), vectors, i);
      largest = Math.max(largest, difference);
      sum += difference;
    }
    Check.Status status =
        largest <= SAME
            ? Check.Status.PASS
            : largest <= CLOSE ? Check.Status.WARN : Check.Status.FAIL;
    List<Object> values =
        List.of(entries.size(), scientific(largest), scientific(sum / entries.size()));
    return new Check(id, status, "parity", values);
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }

  private static double cosine(JsonTree embedding, FloatMatrix vectors, int row) {
    List<JsonTree> values = embedding.items();
    if (values.size() != vectors.columns()) {
      throw embedding.error(
          "has %d values, the model's have %d.".formatted(values.size(), vectors.columns()));
    }
    double product = 0;
    double square = 0;
    double own = 0;
    for (int j = 0; j < values.size(); j++) {
      double value = values.get(j).number();
      product += value * vectors.get(row, j);
      square += value * value;
      own += (double) vectors.get(row, j) * vectors.get(row, j);
    }
    if (square == 0) {
      throw embedding.error("must not be all zero.");
    }
    return product / Math.sqrt(square * own);
  }
}
