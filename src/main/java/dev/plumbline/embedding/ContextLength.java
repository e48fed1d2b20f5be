package dev.plumbline.embedding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How many tokens a text has for a model, and who says so.
///
/// A fixed axis of the graph decides; then the rows of its position table, the configuration, the
/// tokenizer; else it is CLIP's 77.
///
/// @param tokens the number
/// @param sources every number found, by its source
record ContextLength(int tokens, Map<String, Integer> sources) {
  private static final String GRAPH = "graph";
  private static final String POSITIONS = "position table";
  private static final String CONFIG = "configuration";
  private static final String TOKENIZER = "tokenizer";

  static ContextLength of(
      Optional<Tower> text, ModelConfig config, Optional<TokenizerFiles> tokenizer) {
    Map<String, Integer> sources = new TreeMap<>();
    text.flatMap(tower -> optional(fixed(tower))).ifPresent(n -> sources.put(GRAPH, n));
    text.flatMap(tower -> optional(positions(tower))).ifPresent(n -> sources.put(POSITIONS, n));
    optional(config.contextLength()).ifPresent(n -> sources.put(CONFIG, n));
    tokenizer
        .flatMap(files -> optional(files.contextLength()))
        .ifPresent(n -> sources.put(TOKENIZER, n));
    int tokens =
        List.of(GRAPH, POSITIONS, CONFIG, TOKENIZER).stream()
            .filter(sources::containsKey)
            .map(sources::get)
            .findFirst()
            .orElse(TextTokenizer.CLIP_CONTEXT);
    return new ContextLength(tokens, Map.copyOf(sources));
  }

  private static OptionalInt fixed(Tower tower) {
    return tower.input().length(1).isPresent()
        ? OptionalInt.of((int) tower.input().length(1).getAsLong())
        : OptionalInt.empty();
  }

  /// Rows of the stored table of text positions, of shape `[tokens, width]`.
  private static OptionalInt positions(Tower tower) {
    boolean alone = tower.inputs().stream().allMatch(i -> i.role().modality() == Modality.TEXT);
    return tower.graph().positions().entrySet().stream()
        .filter(entry -> alone || entry.getKey().contains("text"))
        .filter(entry -> entry.getValue().size() == 2 && entry.getValue().getFirst() > 1)
        .mapToInt(entry -> entry.getValue().getFirst().intValue())
        .findFirst();
  }

  private static Optional<Integer> optional(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  /// What each source says, such as `graph 77, tokenizer 64`.
  String told() {
    return sources.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(source -> source.getKey() + " " + source.getValue())
        .collect(Collectors.joining(", "));
  }

  /// Whether all sources say the same.
  boolean agreed() {
    return sources.values().stream().distinct().count() <= 1;
  }
}
