package dev.plumbline.embedding;

import static dev.plumbline.embedding.Material.CORES;
import static dev.plumbline.embedding.Ratios.ratio;
import static dev.plumbline.embedding.Ratios.say;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Images/s from JPEG files to embeddings, against the same work in PyTorch with Pillow, by turns.
/// Plumbline's time counts opening the model and compiling its own code, PyTorch's does not.
///
/// Arguments: folder of the material; number of photos (default 400); rounds (default 3).
final class TorchComparison {
  private static final double WANTED = 1.25;

  private TorchComparison() {}

  public static void main(String... arguments) throws Exception {
    Material material = Material.of(arguments, 400);
    TorchPipeline pipeline =
        new TorchPipeline(
            material.folder().resolve("photos"), material.folder().resolve("torch.npy"));
    List<Embeddings> ours = new ArrayList<>();
    Measured.Work whole =
        () -> {
          ours.add(material.embed(EmbeddingCache.none()));
          return material.photos().size();
        };
    material.prepare(100);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Material.number(arguments, 2, 3); i++) {
      Measured our = Measured.of(whole);
      Optional<JsonObject> report = pipeline.run(material.photos().size(), CORES);
      if (report.isEmpty()) {
        say("PyTorch with Pillow: not compared, since they cannot be run here");
        return;
      }
      say("Plumbline %s; PyTorch with Pillow %s", our, report.get());
      ratios.add(our.perSecond() / report.get().get("imagesPerSecond").getAsDouble());
    }
    ratios.sort(null);
    ratio(
        "Plumbline / PyTorch with Pillow, median round",
        ratios.get((ratios.size() - 1) / 2),
        WANTED);
    ratio("Plumbline / PyTorch with Pillow, worst round", ratios.getFirst(), WANTED);
    say("largest cosine distance to its embeddings: %.1e", pipeline.distance(ours.getLast()));
  }
}
