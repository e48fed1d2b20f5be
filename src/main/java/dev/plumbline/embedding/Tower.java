package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The side of a model that embeds one modality: the graph it lies in, what to feed, what to take.
/// Both towers of a monolithic model share their graph.
public final class Tower {
  private final Modality modality;
  private final OnnxGraph graph;
  private final List<TowerInput> inputs;
  private final GraphValue output;
  private final Optional<Complaint> refusal;

  Tower(
      Modality modality,
      OnnxGraph graph,
      List<TowerInput> inputs,
      GraphValue output,
      Optional<Complaint> refusal) {
    Arguments.check(
        inputs.stream().anyMatch(i -> i.role().isMain() && i.role().modality() == modality),
        "a tower needs an input for its modality");
    this.modality = modality;
    this.graph = graph;
    this.inputs = List.copyOf(inputs);
    this.output = output;
    this.refusal = refusal;
  }

  /// What it embeds.
  public Modality modality() {
    return modality;
  }

  /// The graph it lies in.
  public OnnxGraph graph() {
    return graph;
  }

  /// The input that takes the stimulus.
  public GraphValue input() {
    return inputs.stream()
        .filter(input -> input.role().isMain() && input.role().modality() == modality)
        .findFirst()
        .orElseThrow()
        .value();
  }

  /// The output that holds the embedding.
  public GraphValue output() {
    return output;
  }

  /// Why its output is no usable embedding; empty if it is one.
  public Optional<Complaint> refusal() {
    return refusal;
  }

  /// The precision that its graph's name states, such as `fp32`.
  public String variant() {
    return Variants.of(graph.file());
  }

  /// Size of a batch, if the graph takes one size only.
  public OptionalInt fixedBatch() {
    OptionalLong batch = input().length(0);
    return batch.isPresent()
        ? OptionalInt.of(Math.toIntExact(batch.getAsLong()))
        : OptionalInt.empty();
  }

  /// Number of values of an embedding, if the graph states it.
  public OptionalInt embeddingSize() {
    OptionalLong size = output.length(-1);
    return size.isPresent()
        ? OptionalInt.of(Math.toIntExact(size.getAsLong()))
        : OptionalInt.empty();
  }

  /// Rows of the table that token ids are looked up in, where the graph shows it.
  public OptionalLong vocabularyRows() {
    Long rows = graph.tokenTables().get(input().name());
    return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
  }

  /// All inputs of the graph; those of the other modality must be fed too.
  List<TowerInput> inputs() {
    return inputs;
  }

  /// Whether an input must come in batches of the same size as the stimuli. It need not if it
  /// belongs to the other modality and its batch axis goes by another name.
  boolean sharesBatch(TowerInput other) {
    if (other.role().modality() == modality) {
      return true;
    }
    Optional<String> own = input().symbol(0);
    return own.isPresent() && own.equals(other.value().symbol(0));
  }
}
