package dev.plumbline.embedding;

import static dev.plumbline.embedding.Material.CORES;
import static dev.plumbline.embedding.Ratios.ratio;
import static dev.plumbline.embedding.Ratios.say;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Images/s from JPEG files to embeddings, against the same work in PyTorch with Pillow, by turns.
/// Plumbline's time counts opening the model, PyTorch's does not.
///
/// Arguments: folder of the material; number of photos (default 200); rounds (default 3).
final class TorchComparison {
  private static final double WANTED = 1.25;

  private TorchComparison() {}

  public static void main(String... arguments) throws Exception {
    Material material = Material.of(arguments, 200);
    TorchPipeline pipeline =
        new TorchPipeline(
            material.folder().resolve("photos"), material.folder().resolve("torch.npy"));
    List<Embeddings> ours = new ArrayList<>();
    Rounds whole =
        new Rounds(
            "Plumbline, files to embeddings",
            () -> {
              ours.add(material.embed(EmbeddingCache.none()));
              return material.photos().size();
            });
    material.prepare(100);
    List<Double> theirs = new ArrayList<>();
    for (int i = 0; i < Material.number(arguments, 2, 3); i++) {
      Rounds.byTurns(1, List.of(whole));
      Optional<JsonObject> report = pipeline.run(material.photos().size(), CORES);
      if (report.isEmpty()) {
        say("PyTorch with Pillow: not compared, since they cannot be run here");
        return;
      }
      say("PyTorch with Pillow: %s", report.get());
      theirs.add(report.get().get("imagesPerSecond").getAsDouble());
    }
    say("%s", whole);
    theirs.sort(null);
    double median = theirs.get(theirs.size() / 2);
    double fastest = theirs.getLast();
    ratio("whole / PyTorch with Pillow, median round", whole.perSecond() / median, WANTED);
    ratio("whole / PyTorch with Pillow, its fastest round", whole.perSecond() / fastest, WANTED);
    say("largest cosine distance to its embeddings: %.1e", pipeline.distance(ours.getLast()));
  }
}
