package dev.plumbline.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds out what a graph embeds, from the types and ranks of its inputs and the names and ranks of
/// its outputs.
final class TowerFinder {
  private static final List<String> IMAGE_OUTPUTS =
      List.of("image_embeds", "image_embeddings", "image_embedding", "image_features");
  private static final List<String> TEXT_OUTPUTS =
      List.of("text_embeds", "text_embeddings", "text_embedding", "text_features");
  private static final List<String> PLAIN_OUTPUTS =
      List.of("embedding", "embeddings", "embeds", "features", "output");
  private static final String POOLED = "pooler_output";

  private final boolean pooledIsEmbedding;

  /// @param pooledIsEmbedding whether the family has no projection after pooling (SigLIP)
  TowerFinder(boolean pooledIsEmbedding) {
    this.pooledIsEmbedding = pooledIsEmbedding;
  }

  /// Why a graph is none of a CLIP model, a part of a sentence; empty if it is one.
  static Optional<String> objection(OnnxGraph graph) {
    List<GraphValue> pictures = new ArrayList<>();
    List<GraphValue> texts = new ArrayList<>();
    for (GraphValue input : graph.inputs()) {
      Optional<InputRole> role = InputRole.of(input);
      if (role.isEmpty()) {
        return Optional.of(
            graph.file()
                + " takes "
                + input
                + ", which is neither pictures (float32 or float16, [batch, 3, height, width]) nor"
                + " token ids (int32 or int64, [batch, tokens]): export it with such inputs");
      }
      if (role.get().isMain()) {
        (role.get() == InputRole.PIXELS ? pictures : texts).add(input);
      }
    }
    String twice = graph.file() + " takes two %s at once (%s): export one tower with one input";
    if (pictures.size() > 1) {
      return Optional.of(twice.formatted("pictures", pictures));
    }
    return texts.size() > 1 ? Optional.of(twice.formatted("texts", texts)) : Optional.empty();
  }

  /// The towers that lie in a graph: two in a monolithic one, none if it is no CLIP graph.
  List<Tower> towers(OnnxGraph graph) {
    List<TowerInput> inputs = new ArrayList<>();
    for (GraphValue input : graph.inputs()) {
      Optional<InputRole> role = InputRole.of(input);
      if (role.isEmpty()) {
        return List.of();
      }
      inputs.add(new TowerInput(input, role.get()));
    }
    List<Tower> towers = new ArrayList<>();
    for (Modality modality : Modality.values()) {
      long main =
          inputs.stream()
              .filter(input -> input.role().isMain() && input.role().modality() == modality)
              .count();
      if (main == 1) {
        tower(graph, modality, inputs).ifPresent(towers::add);
      }
    }
    return towers;
  }

  private Optional<Tower> tower(OnnxGraph graph, Modality modality, List<TowerInput> inputs) {
    List<GraphValue> candidates = graph.outputs().stream().filter(TowerFinder::mayEmbed).toList();
    Optional<GraphValue> named = named(candidates, modality);
    if (named.isPresent()) {
      return Optional.of(new Tower(modality, graph, inputs, named.get(), Optional.empty()));
    }
    Optional<GraphValue> pooled = graph.output(POOLED);
    if (pooled.isPresent()) {
      Optional<Complaint> refusal =
          pooledIsEmbedding
              ? Optional.empty()
              : Optional.of(Complaint.of("no-projection", graph.file()));
      return Optional.of(new Tower(modality, graph, inputs, pooled.get(), refusal));
    }
    if (candidates.size() == 1) {
      return Optional.of(
          new Tower(modality, graph, inputs, candidates.getFirst(), Optional.empty()));
    }
    Complaint refusal = Complaint.of("no-embedding", graph.file(), graph.outputs());
    return Optional.of(
        new Tower(modality, graph, inputs, graph.outputs().getFirst(), Optional.of(refusal)));
  }

  private static boolean mayEmbed(GraphValue output) {
    String name = output.name().toLowerCase(Locale.ROOT);
    boolean other = name.contains("logit") || name.contains("hidden_state") || name.equals(POOLED);
    return output.type().isFloat() && output.mayHaveRank(2) && !other;
  }

  private static Optional<GraphValue> named(List<GraphValue> candidates, Modality modality) {
    List<String> wanted = modality == Modality.IMAGE ? IMAGE_OUTPUTS : TEXT_OUTPUTS;
    List<String> unwanted = modality == Modality.IMAGE ? TEXT_OUTPUTS : IMAGE_OUTPUTS;
    for (List<String> names : List.of(wanted, PLAIN_OUTPUTS)) {
      for (String name : names) {
        Optional<GraphValue> found =
            candidates.stream()
                .filter(output -> output.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    List<GraphValue> rest =
        candidates.stream()
            .filter(output -> !unwanted.contains(output.name().toLowerCase(Locale.ROOT)))
            .toList();
    return rest.size() == 1 ? Optional.of(rest.getFirst()) : Optional.empty();
  }
}
