package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a bundle's configuration says about the model: Hugging Face's `config.json`, or open_clip's
/// (`open_clip_config.json`, or a `config.json` of the same members).
///
/// @param file the configuration, if there is one
/// @param modelType such as `clip` or `siglip`
/// @param embeddingSize number of values of an embedding
/// @param contextLength number of tokens of a text
/// @param imageSize edge of the model's pictures
/// @param activation such as `quick_gelu`
/// @param canonicalText whether texts lose case and punctuation, as open_clip states it
record ModelConfig(
    Optional<Path> file,
    Optional<String> modelType,
    OptionalInt embeddingSize,
    OptionalInt contextLength,
    OptionalInt imageSize,
    Optional<String> activation,
    boolean canonicalText) {
  /// The configuration in the first of these folders that holds one.
  static ModelConfig find(List<Path> folders) {
    for (Path folder : folders) {
      for (String name : List.of("config.json", "open_clip_config.json")) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
          return of(file, JsonTree.read(file));
        }
      }
    }
    OptionalInt none = OptionalInt.empty();
    return new ModelConfig(
        Optional.empty(), Optional.empty(), none, none, none, Optional.empty(), false);
  }

  /// Whether the family takes the pooled output as embedding and trains with a sigmoid.
  boolean isSiglip() {
    return modelType.map(type -> type.startsWith("siglip")).orElse(false);
  }

  private static ModelConfig of(Path file, JsonTree root) {
    JsonTree model = root.find("model_cfg").orElse(root);
    return model.find("text_cfg").isPresent() || model.find("vision_cfg").isPresent()
        ? openClip(file, model)
        : huggingFace(file, root);
  }

  private static ModelConfig openClip(Path file, JsonTree model) {
    Optional<JsonTree> text = model.find("text_cfg");
    Optional<JsonTree> vision = model.find("vision_cfg");
    boolean siglip = model.find("init_logit_bias").isPresent();
    boolean quick = model.find("quick_gelu").map(JsonTree::truth).orElse(false);
    return new ModelConfig(
        Optional.of(file),
        Optional.of(siglip ? "siglip" : "clip"),
        integer(Optional.of(model), "embed_dim"),
        integer(text, "context_length"),
        integer(vision, "image_size"),
        Optional.of(quick ? "quick_gelu" : "gelu"),
        text.flatMap(cfg -> cfg.find("tokenizer_kwargs"))
            .flatMap(kwargs -> kwargs.find("clean"))
            .map(clean -> clean.text().equals("canonicalize"))
            .orElse(siglip));
  }

  private static ModelConfig huggingFace(Path file, JsonTree root) {
    Optional<JsonTree> text = root.find("text_config").filter(JsonTree::isObject);
    Optional<JsonTree> vision = root.find("vision_config").filter(JsonTree::isObject);
    Optional<String> activation =
        vision.or(() -> text).flatMap(side -> side.find("hidden_act")).map(JsonTree::text);
    return new ModelConfig(
        Optional.of(file),
        root.find("model_type").map(JsonTree::text),
        integer(Optional.of(root), "projection_dim"),
        integer(text, "max_position_embeddings"),
        integer(vision, "image_size"),
        activation,
        false);
  }

  private static OptionalInt integer(Optional<JsonTree> tree, String name) {
    return tree.flatMap(found -> found.find(name))
        .filter(JsonTree::isNumber)
        .map(number -> OptionalInt.of(number.integer()))
        .orElse(OptionalInt.empty());
  }
}
