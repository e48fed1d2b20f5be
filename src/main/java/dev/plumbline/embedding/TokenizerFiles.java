package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The tokenizer of a bundle, as files: `tokenizer.json`, or a CLIP model's `vocab.json` with
/// `merges.txt`; besides, `tokenizer_config.json` and `special_tokens_map.json` where present.
///
/// @param json `tokenizer.json`
/// @param vocabulary `vocab.json`, only where there is no `tokenizer.json`
/// @param merges `merges.txt`, likewise
/// @param config `tokenizer_config.json`
/// @param specialTokens `special_tokens_map.json`
public record TokenizerFiles(
    Optional<Path> json,
    Optional<Path> vocabulary,
    Optional<Path> merges,
    Optional<Path> config,
    Optional<Path> specialTokens) {
  private static final int LARGEST_CONTEXT = 1 << 16;

  /// The tokenizer in the first of these folders that holds one.
  public static Optional<TokenizerFiles> find(List<Path> folders) {
    for (Path folder : folders) {
      Optional<Path> json = file(folder, "tokenizer.json");
      Optional<Path> vocabulary = file(folder, "vocab.json");
      Optional<Path> merges = file(folder, "merges.txt");
      boolean pair = json.isEmpty() && vocabulary.isPresent() && merges.isPresent();
      if (json.isPresent() || pair) {
        return Optional.of(
            new TokenizerFiles(
                json,
                pair ? vocabulary : Optional.empty(),
                pair ? merges : Optional.empty(),
                file(folder, "tokenizer_config.json"),
                file(folder, "special_tokens_map.json")));
      }
    }
    return Optional.empty();
  }

  /// The tokenizer in a folder.
  ///
  /// @throws PlumblineException if there is none
  public static TokenizerFiles in(Path folder) {
    return find(List.of(folder))
        .orElseThrow(
            () ->
                new PlumblineException(
                    "The folder "
                        + folder
                        + " holds no tokenizer (tokenizer.json, or vocab.json"
                        + " with merges.txt)."));
  }

  private static Optional<Path> file(Path folder, String name) {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /// All files, in a fixed order.
  public List<Path> all() {
    List<Path> files = new ArrayList<>();
    json.ifPresent(files::add);
    vocabulary.ifPresent(files::add);
    merges.ifPresent(files::add);
    config.ifPresent(files::add);
    specialTokens.ifPresent(files::add);
    return files;
  }

  /// The length texts were cut to in training, where the configuration says so.
  public OptionalInt contextLength() {
    double length =
        config
            .map(JsonTree::read)
            .flatMap(tree -> tree.find("model_max_length"))
            .filter(JsonTree::isNumber)
            .map(JsonTree::number)
            .orElse(0.0);
    return length >= 1 && length <= LARGEST_CONTEXT
        ? OptionalInt.of((int) length)
        : OptionalInt.empty();
  }

  /// Name of the class that made the tokenizer, where the configuration says so.
  Optional<String> tokenizerClass() {
    return config.map(JsonTree::read).flatMap(t -> t.find("tokenizer_class")).map(JsonTree::text);
  }

  /// The token texts are padded with, where the configuration names one.
  public Optional<String> padToken() {
    return token(config).or(() -> token(specialTokens));
  }

  private static Optional<String> token(Optional<Path> file) {
    return file.map(JsonTree::read)
        .flatMap(tree -> tree.find("pad_token"))
        .map(token -> token.isObject() ? token.get("content").text() : token.text());
  }
}
